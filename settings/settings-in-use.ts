/**
 * The settings as the panel uses them, and those that hold where no policy has come. Apart from what checks a policy
 * (site-settings.ts), because most installations have none and the panel need not load it.
 */
import type { SiteMapping } from '../mapping/shape.ts';
import type { SiteProtocol } from '../rules/site-protocol.ts';
import type { ManagedValues } from './managed-keys.ts';

/** Parts of the panel that an organisation can leave out. Advice, red flags and checks are not among them. */
export const FEATURES = ['ask', 'patient-handout', 'copy-note', 'copy-cds-hooks'] as const;
export type Feature = (typeof FEATURES)[number];

/** Minutes without use after which everything is cleared. */
export const IDLE_MINUTES = { default: 10, least: 1, most: 60 } as const;

/** A setting that is not used, with the reason. */
export interface RefusedKey {
  key: string;
  reason: string;
}

/** Whether this content was approved by the organisation. */
export type Approval =
  | { status: 'none' }
  | { status: 'approved' | 'not-approved'; reference: string; date: string; approvedVersion: string };

/** Whether the panel may read and advise. */
export type Availability =
  /** the organisation's settings have not arrived: nothing is known, so nothing is read or said */
  | 'waiting'
  /** switched off by the organisation */
  | 'off'
  /** a setting that the advice rests on was refused */
  | 'settings-refused'
  /** other content than the approved one, which the organisation wants to be held */
  | 'not-approved'
  /** pages are read without a click, and the user has not been told yet */
  | 'notice-first'
  | 'open';

export interface SiteSettings {
  availability: Availability;
  /** whether any setting came from the organisation */
  managed: boolean;
  refused: readonly RefusedKey[];
  /** the keys that are used, as they were understood */
  values: ManagedValues;
  approval: Approval;
  /** for `evaluate`: the organisation's protocol with its analgesic order and tolerance bands */
  protocol: SiteProtocol | undefined;
  /** where the organisation's own screens show which value */
  siteMapping: SiteMapping | undefined;
  /** the only sites that may be read; undefined where the organisation names none */
  hosts: readonly string[] | undefined;
  role: NonNullable<ManagedValues['roleDefault']>;
  labelRegion: ManagedValues['labelRegion'];
  idleMinutes: number;
  featuresOff: readonly Feature[];
}

/** Settings where no policy names the extension. */
export const WITHOUT_POLICY: SiteSettings = {
  availability: 'open',
  managed: false,
  refused: [],
  values: {},
  approval: { status: 'none' },
  protocol: undefined,
  siteMapping: undefined,
  hosts: undefined,
  role: 'physician',
  labelRegion: undefined,
  idleMinutes: IDLE_MINUTES.default,
  featuresOff: [],
};

/** Settings as long as nothing has been heard: nothing is read, nothing is said. */
export const WAITING: SiteSettings = { ...WITHOUT_POLICY, availability: 'waiting' };
