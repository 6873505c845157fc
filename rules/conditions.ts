/** Conditions on a problem list that the rules speak of, recognised by whole words; negated entries do not count. */

export type Condition =
  | 'neuropathy'
  | 'diabetes'
  | 'liver-disease'
  | 'seizures'
  | 'glaucoma'
  | 'heart-failure'
  | 'heart-rhythm'
  | 'myocardial-infarction'
  | 'urinary-retention'
  | 'hypertension-uncontrolled'
  | 'lung-disease'
  | 'alcohol'
  | 'thyroid'
  | 'b12-deficiency'
  | 'amyloidosis'
  | 'dialysis'
  | 'renal-impairment'
  | 'bipolar'
  | 'raynaud'
  | 'zoster'
  | 'falls';

const PATTERNS: readonly (readonly [Condition, RegExp])[] = [
  ['neuropathy', /\b(poly)?neuropath(y|ies|ic)\b/u],
  ['diabetes', /\b(diabet(es|ic)|dm ?[12]|t[12]dm|type [12] dm)\b/u],
  [
    'liver-disease',
    /\b(cirrhosis|hepatitis|liver (disease|failure|impairment)|hepatic (impairment|insufficiency|failure)|steatohepatitis|nash)\b/u,
  ],
  ['seizures', /\b(seizures?|epilepsy|convulsions?)\b/u],
  ['glaucoma', /\bglaucoma\b/u],
  ['heart-failure', /\b(heart failure|cardiac failure|chf|hfref|hfpef|cardiomyopathy)\b/u],
  [
    'heart-rhythm',
    /\b(arrhythmias?|atrial fibrillation|heart block|av block|long qt|qt prolongation|bundle branch block|afib)\b/u,
  ],
  [
    'myocardial-infarction',
    /\b(myocardial infarction|heart attack|stemi|nstemi|coronary (artery )?(disease|insufficiency))\b/u,
  ],
  ['urinary-retention', /\b(urinary retention|prostatic hyper(plasia|trophy)|bph)\b/u],
  ['hypertension-uncontrolled', /\b(uncontrolled hypertension|hypertensive (crisis|urgency|emergency))\b/u],
  ['lung-disease', /\b(copd|chronic obstructive|emphysema|respiratory (failure|insufficiency)|sleep apn(o)?ea)\b/u],
  ['alcohol', /\b(alcohol (use|abuse|dependence|misuse|disorder)|alcoholism|alcoholic)\b/u],
  ['thyroid', /\b(hypothyroid(ism)?|thyroiditis|hashimoto)\b/u],
  ['b12-deficiency', /\b((vitamin )?b ?12 deficiency|cobalamin deficiency|pernicious an(a)?emia)\b/u],
  ['amyloidosis', /\b(amyloid(osis)?)\b/u],
  ['dialysis', /\b(h(a)?emodialysis|dialysis|esrd|end stage (renal|kidney))\b/u],
  [
    'renal-impairment',
    /\b(chronic kidney disease|ckd|renal (impairment|insufficiency|failure)|myeloma kidney|cast nephropathy)\b/u,
  ],
  ['bipolar', /\b(bipolar|mania)\b/u],
  ['raynaud', /\braynaud\w*\b/u],
  ['zoster', /\b(zoster|shingles)\b/u],
  ['falls', /\b(falls?|orthostatic hypotension)\b/u],
];

const NEGATED = /\b(no|not|denies|denied|without|negative for|ruled out|rule out|family history|fh of|risk of)\b/u;

/** A condition and the entry of the list that it was recognised in. */
export interface FoundCondition {
  readonly condition: Condition;
  readonly text: string;
}

/** The known conditions of a problem list, each with the first entry that names it. */
export function conditionsIn(problems: readonly string[]): FoundCondition[] {
  const found: FoundCondition[] = [];
  for (const text of problems) {
    const entry = text.toLowerCase().replace(/[^a-z0-9]+/gu, ' ');
    if (NEGATED.test(entry)) continue;
    for (const [condition, pattern] of PATTERNS) {
      if (pattern.test(entry) && !found.some((known) => known.condition === condition)) found.push({ condition, text });
    }
  }
  return found;
}
