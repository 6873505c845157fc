/** What a drug for neuropathic pain is made of: its place in each guideline and its dosing by label. Data, one file a drug. */
import type { Condition } from '../conditions.ts';
import type { Tier } from '../outcome.ts';
import type { SourceId, Verification } from '../sources.ts';

/** The drug's place in one guideline, in words. */
export interface Place {
  readonly tier: Tier;
  readonly source: SourceId;
  readonly verification: Verification;
  readonly text: string;
  /** highest daily dose in mg that the text names, to be held against the ceiling for this patient */
  readonly upTo?: number;
}

/** Daily dose from this creatinine clearance upward, to the next band. Bands are listed highest first. */
export interface RenalBand {
  /** mL/min, included unless `above` */
  readonly from: number;
  /** `from` itself belongs to the band below */
  readonly above?: true;
  /** dose at the start in words, where the label gives one */
  readonly start?: string;
  /** the same in mg per day, where it falls with the clearance */
  readonly startMg?: number;
  /** mg per day; undefined where the label names none */
  readonly maximum?: number;
  readonly given?: string;
  /** below `from` of the band above the maximum falls in proportion to the clearance, from this clearance on */
  readonly inProportionTo?: number;
  /** the drug is not used in this band */
  readonly avoid?: string;
}

export interface LabelDosing {
  readonly source: SourceId;
  readonly section?: string;
  readonly verification: Verification;
  readonly titration: string;
  readonly bands: readonly RenalBand[];
  readonly notes: readonly string[];
  /** maximum in mg per day above an age, in years */
  readonly olderThan?: { readonly years: number; readonly maximum?: number; readonly text: string };
}

export interface Caution {
  readonly condition: Condition;
  readonly avoid: boolean;
  readonly text: string;
}

export interface SymptomDrug {
  /** generic name, also the name in the medication list; the rule is `symptom-treatment/<name>` */
  readonly name: string;
  readonly places: readonly Place[];
  /** the reference article's daily range in mg, to be held against the renal ceiling */
  readonly articleMaximum?: number;
  readonly labels: Readonly<Record<'US' | 'EU', LabelDosing>> | undefined;
  /** for topical drugs: the use in words; they need no renal function */
  readonly use?: string;
  readonly cautions: readonly Caution[];
  readonly pregnancy: string;
  readonly notes: readonly string[];
}
