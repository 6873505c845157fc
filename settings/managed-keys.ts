/**
 * Every setting that an organisation can give through its browser policy: one schema, from which the schema in the
 * manifest is generated (chrome-schema.ts) and against which every value is checked when it arrives.
 * No setting names a person; an approval is a reference, e.g. the number of the committee's minutes.
 */
import * as z from 'zod/mini';
import { Setting } from '../rules/clinical-context.ts';
import { SiteProtocolDocument } from '../rules/site-protocol.ts';
import { HostPattern } from './host-pattern.ts';
import { FEATURES, IDLE_MINUTES } from './settings-in-use.ts';

/** A document inside a setting: as JSON text, which every management tool can carry, or as it is. */
const document = z.union([
  z.pipe(
    z.string().check(z.maxLength(200_000)),
    z.transform((text: string, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.issues.push({ code: 'custom', input: text, message: 'not JSON' });
        return z.NEVER;
      }
    }),
  ),
  z.record(z.string(), z.unknown()),
]);

const ContentApproval = z.strictObject({
  contentVersion: z.string().check(z.minLength(1), z.maxLength(40)),
  contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/u)),
  reference: z.string().check(z.minLength(1), z.maxLength(80)),
  date: z.iso.date(),
  whenNotApproved: z.optional(z.enum(['show', 'hold'])),
});
export type ContentApproval = z.infer<typeof ContentApproval>;

export const MANAGED_KEYS = {
  keysSet: z.array(z.string()).check(z.maxLength(100)),
  enabled: z.boolean(),
  consentRecorded: z.boolean(),
  hosts: z.array(HostPattern).check(z.minLength(1), z.maxLength(200)),
  siteMapping: document,
  siteProtocol: document,
  contentApproval: ContentApproval,
  roleDefault: z.nonoptional(Setting.shape.role),
  labelRegion: z.nonoptional(Setting.shape.labelRegion),
  analgesicOrder: z.nonoptional(SiteProtocolDocument.shape.analgesicOrder),
  toleranceBandsPercent: z.nonoptional(SiteProtocolDocument.shape.toleranceBandsPercent),
  idleMinutes: z.int().check(z.gte(IDLE_MINUTES.least), z.lte(IDLE_MINUTES.most)),
  featuresOff: z.array(z.enum(FEATURES)),
} as const;

export type ManagedKey = keyof typeof MANAGED_KEYS;
export type ManagedValues = { [Key in ManagedKey]?: z.infer<(typeof MANAGED_KEYS)[Key]> };

/** What each key is for, in the words of the manifest's schema, the policy templates and the options page. */
export const KEY_WORDS: Readonly<Record<ManagedKey, string>> = {
  keysSet:
    'Names of all keys that the policy sets. A browser drops a value of the wrong type without a word; with this list that is noticed.',
  enabled: 'false switches the sidebar off: it reads nothing and shows nothing.',
  consentRecorded:
    'true: the organisation has informed its users and holds their consent, so no notice is shown first.',
  hosts: 'The only sites that may be read, e.g. https://ehr.example.org/*.',
  siteMapping: 'Where the organisation’s own screens show which value (JSON text).',
  siteProtocol: 'The organisation’s protocol (JSON text): primary source, local notes, stricter rows.',
  contentApproval:
    'Which content was approved (version and hash), the reference and date of the decision, and whether other content is shown or held (hold when not said).',
  roleDefault: 'The view that the panel opens with: physician, pharmacist or nurse.',
  labelRegion: 'Whose label the drugs for symptoms follow: US or EU.',
  analgesicOrder: 'In which order drugs for symptoms are shown: both, article or asco-esmo.',
  toleranceBandsPercent: 'Up to which difference in percent a dose is called close (close) and tolerated (tolerated).',
  idleMinutes: 'Minutes without use after which everything is cleared, 1 to 60; 10 when not said.',
  featuresOff: 'Parts that are left out: ask, patient-handout, copy-note, copy-cds-hooks.',
};

export const isManagedKey = (key: string): key is ManagedKey => Object.hasOwn(MANAGED_KEYS, key);
