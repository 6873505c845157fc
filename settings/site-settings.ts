/**
 * From what the browser's policy delivered to settings that can be used. Every key is judged by itself and a refused one
 * is named with the reason. Where a refused key could make the advice wrong, advice is held until it is put right;
 * where it could not, its safe default is used.
 */
import * as z from 'zod/mini';
import { parseSiteMapping } from '../mapping/schema.ts';
import { CONTENT_HASH, CONTENT_VERSION, type Fault, loadProtocol, type SiteProtocol } from '../rules/index.ts';
import { faultsOfIssues } from '../rules/parse-context.ts';
import {
  type ContentApproval,
  isManagedKey,
  MANAGED_KEYS,
  type ManagedKey,
  type ManagedValues,
} from './managed-keys.ts';
import {
  type Availability,
  FEATURES,
  IDLE_MINUTES,
  type RefusedKey,
  type SiteSettings,
  WAITING,
  WITHOUT_POLICY,
} from './settings-in-use.ts';

/** Refusing one of these could mislead: a stricter rule, a limit or the switch itself would silently not hold. */
export const HOLDS: readonly ManagedKey[] = [
  'enabled',
  'hosts',
  'siteProtocol',
  'contentApproval',
  'labelRegion',
  'keysSet',
];

/** How the extension came onto this machine. */
export interface Installation {
  /** by policy or as the managed package: an organisation stands behind it, so its settings are waited for */
  byOrganisation: boolean;
  /** the managed package: it may read listed sites without a click */
  readsWithoutClick: boolean;
}

/**
 * The settings from what `storage.managed` gave.
 * @param delivered a plain object; empty where there is no policy, or not yet
 */
export function siteSettingsFrom(delivered: Readonly<Record<string, unknown>>, installed: Installation): SiteSettings {
  if (Object.keys(delivered).length === 0) {
    return installed.byOrganisation ? WAITING : WITHOUT_POLICY;
  }
  const { values, refused } = sorted(delivered);
  const { protocol, faults } = protocolFrom(values);
  refused.push(...faults);
  for (const { key } of faults) if (isManagedKey(key)) delete values[key];
  return settled(values, refused, availabilityOf(values, refused, installed), protocol);
}

/** Each delivered key: understood, or refused with the reason. */
function sorted(delivered: Readonly<Record<string, unknown>>) {
  const values: ManagedValues = {};
  const refused: RefusedKey[] = [];
  for (const [key, value] of Object.entries(delivered)) {
    if (!isManagedKey(key)) {
      refused.push({ key, reason: 'this version knows no such setting' });
      continue;
    }
    const parsed = z.safeParse(MANAGED_KEYS[key] as z.ZodMiniType, value);
    if (parsed.success) Object.assign(values, { [key]: parsed.data });
    else refused.push({ key, reason: parsed.error.issues.map((issue) => issueInWords(issue, value)).join('; ') });
  }
  if (values.siteMapping !== undefined) {
    const mapping = parseSiteMapping(values.siteMapping);
    if (!mapping.ok) {
      delete values.siteMapping;
      refused.push({ key: 'siteMapping', reason: faultsInWords(mapping.faults) });
    }
  }
  for (const key of values.keysSet ?? []) {
    if (!Object.hasOwn(delivered, key)) refused.push({ key, reason: droppedReason(key) });
  }
  return { values, refused };
}

const droppedReason = (key: string) =>
  isManagedKey(key)
    ? 'the policy sets it, but the browser did not deliver it: its type is wrong'
    : 'this version knows no such setting';

function issueInWords(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom') return inPlace(issue, issue.message);
  if (issue.code === 'invalid_format' && issue.format === 'date') return inPlace(issue, 'write a date as 2026-11-20');
  if (issue.code === 'invalid_format') return inPlace(issue, 'is not written as it should be');
  return faultsInWords(faultsOfIssues([issue], value)).replace(/^\(root\): /u, '');
}

const inPlace = ({ path }: z.core.$ZodIssue, reason: string) =>
  path.length === 0 ? reason : `${path.join('.')}: ${reason}`;

const faultsInWords = (faults: readonly Fault[]) => faults.map(({ path, reason }) => `${path}: ${reason}`).join('; ');

/** The protocol with the two settings that can also be given by themselves. */
function protocolFrom(values: ManagedValues): { protocol: SiteProtocol | undefined; faults: RefusedKey[] } {
  const { siteProtocol, analgesicOrder, toleranceBandsPercent } = values;
  const own = Object.fromEntries(
    Object.entries({ analgesicOrder, toleranceBandsPercent }).filter(([, value]) => value !== undefined),
  );
  if (siteProtocol === undefined && Object.keys(own).length === 0) return { protocol: undefined, faults: [] };
  if (siteProtocol !== undefined) {
    const alone = loadProtocol(siteProtocol);
    if (!alone.ok)
      return { protocol: undefined, faults: [{ key: 'siteProtocol', reason: faultsInWords(alone.faults) }] };
    const twice = Object.keys(own).filter((key) => Object.hasOwn(alone.value.document, key));
    if (twice.length > 0) {
      const reason = 'siteProtocol says it as well; say it in one place';
      return { protocol: alone.value, faults: twice.map((key) => ({ key, reason })) };
    }
  }
  const document = { formatVersion: 1, site: 'settings of your organisation', ...(siteProtocol as object), ...own };
  const loaded = loadProtocol(document);
  if (loaded.ok) return { protocol: loaded.value, faults: [] };
  const reason = faultsInWords(loaded.faults);
  return { protocol: undefined, faults: Object.keys(own).map((key) => ({ key, reason })) };
}

function availabilityOf(
  values: ManagedValues,
  refused: readonly RefusedKey[],
  { readsWithoutClick }: Installation,
): Availability {
  if (values.enabled === false) return 'off';
  if (refused.some(({ key }) => !isManagedKey(key) || HOLDS.includes(key))) return 'settings-refused';
  const approval = approvalGiven(values);
  if (approval && !isThisContent(approval) && approval.whenNotApproved !== 'show') return 'not-approved';
  return readsWithoutClick && values.consentRecorded !== true ? 'notice-first' : 'open';
}

/** The approval by itself or, where there is none, the one inside the protocol. */
function approvalGiven(values: ManagedValues): ApprovalGiven | undefined {
  if (values.contentApproval) return values.contentApproval;
  if (values.siteProtocol === undefined) return undefined;
  const loaded = loadProtocol(values.siteProtocol);
  return loaded.ok ? loaded.value.document.approval : undefined;
}

type ApprovalGiven = Pick<ContentApproval, 'contentVersion' | 'reference' | 'date' | 'whenNotApproved'> & {
  contentHash?: string;
};

function isThisContent({ contentVersion, contentHash }: ApprovalGiven): boolean {
  return contentVersion === CONTENT_VERSION && (contentHash === undefined || contentHash === CONTENT_HASH);
}

function settled(
  values: ManagedValues,
  refused: readonly RefusedKey[],
  availability: Availability,
  protocol: SiteProtocol | undefined,
): SiteSettings {
  const given = approvalGiven(values);
  const mapping = values.siteMapping === undefined ? undefined : parseSiteMapping(values.siteMapping);
  const wasRefused = (key: ManagedKey) => refused.some((entry) => entry.key === key);
  return {
    availability,
    managed: Object.keys(values).length > 0 || refused.length > 0,
    refused,
    values,
    approval: given
      ? {
          status: isThisContent(given) ? 'approved' : 'not-approved',
          reference: given.reference,
          date: given.date,
          approvedVersion: given.contentVersion,
        }
      : { status: 'none' },
    protocol,
    siteMapping: mapping?.ok ? mapping.mapping : undefined,
    hosts: values.hosts ?? (wasRefused('hosts') ? [] : undefined),
    role: values.roleDefault ?? 'physician',
    labelRegion: values.labelRegion,
    idleMinutes: values.idleMinutes ?? IDLE_MINUTES.default,
    featuresOff: values.featuresOff ?? (wasRefused('featuresOff') ? FEATURES : []),
  };
}
