/** What the panel is given: its state, what was read, and where its buttons lead. */
import type { ReactNode } from 'react';
import type { OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import type { Approval, Feature } from '../../settings/settings-in-use.ts';
import type { Role } from './RoleSwitch.tsx';

export type PanelState =
  | 'no-access'
  | 'paused'
  | 'reading'
  | 'silent'
  | 'patient-conflict'
  | 'no-order'
  | 'choose-order'
  | 'partly-read'
  | 'ready';

export interface PanelProps {
  state: PanelState;
  /** the browser itself forbids reading this page */
  refusedByBrowser: boolean;
  /** minutes without use after which everything is cleared */
  idleMinutes: number;
  page: PageReading | null;
  order: OrderReading | null;
  role: Role;
  content: { version: string; hash: string };
  /** whether the organisation has approved this content */
  approval: Approval;
  /** ms since 1970 */
  readAt: number | null;
  /** parts that the organisation leaves out */
  featuresOff: readonly Feature[];
  onRole(role: Role): void;
  onSelectOrder(orderId: string): void;
  onReadAgain(): void;
  /** Opens the page About and evidence. */
  onAbout(): void;
  /** the view of the order, where there is one to show */
  children?: ReactNode;
}
