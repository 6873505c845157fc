/** What the panel is given: its state, what was read, said and concluded, and where its buttons lead. */
import type { Ignored, OrderReading, PageReading } from '../../content-scripts/page-reading.ts';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import type { Evaluation } from '../../rules/outcome.ts';
import type { Handout } from '../../rules/patient-handout.ts';
import type { AssessmentAnswers } from '../assessment/Assessment.tsx';
import type { PointAtPage } from '../reading/ReadingRow.tsx';
import type { Role } from './RoleSwitch.tsx';

export type PanelState =
  | 'no-access'
  | 'paused'
  | 'reading'
  | 'patient-conflict'
  | 'no-order'
  | 'choose-order'
  | 'partly-read'
  | 'ready';

export interface PanelProps {
  state: PanelState;
  /** the browser itself forbids reading this page */
  refusedByBrowser: boolean;
  page: PageReading | null;
  order: OrderReading | null;
  refused: Ignored[];
  answers: AssessmentAnswers;
  evaluation: Evaluation | null;
  /** what the evaluation was made from */
  context: ClinicalContext | null;
  /** today, as it is to stand in the note */
  date: string;
  role: Role;
  content: { version: string; hash: string };
  readAt: number | null;
  onRole(role: Role): void;
  onAnswer(answers: Partial<AssessmentAnswers>): void;
  onSelectOrder(orderId: string): void;
  onReadAgain(): void;
  /** Puts text on the clipboard; false where the browser refuses. */
  onCopy(text: string): Promise<boolean>;
  /** Shows the sheet for the patient in a tab, where it can be printed. */
  onPrintInTab(handout: Handout): void;
  /** Opens the page About and evidence. */
  onAbout(): void;
  pointAt: PointAtPage;
}
