/** Conditions on a problem list that the rules speak of, recognised by whole words; what is negated does not count. */

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
  | 'falls'
  | 'injection-site-reaction'
  | 'abdominal-wall-oedema'
  | 'infiltrative-lung-disease'
  | 'pericardial-disease';

const PATTERNS: readonly (readonly [Condition, RegExp])[] = [
  ['neuropathy', /\b(poly)?neuropath(y|ies|ic)\b/u],
  ['diabetes', /\b(diabet(es|ic)|dm ?[12]|t[12]dm|type [12] dm)\b/u],
  [
    'liver-disease',
    /\b(cirrhosis|hepatitis|liver (disease|failure|impairment)|hepatic (impairment|insufficiency|failure)|steatohepatitis|nash|nafld|masld|fatty liver|cirrhotic)\b/u,
  ],
  ['seizures', /\b(seizures?|epilepsy|convulsions?)\b/u],
  ['glaucoma', /\bglaucoma\b/u],
  ['heart-failure', /\b(heart failure|cardiac failure|chf|hfref|hfpef|cardiomyopathy)\b/u],
  [
    'heart-rhythm',
    /\b(arrhythmias?|atrial fibrillation|heart block|av block|long qt|prolonged qtc?|qtc? prolongation|ventricular tachycardia|bundle branch block|afib)\b/u,
  ],
  [
    'myocardial-infarction',
    /\b(myocardial infarction|heart attack|stemi|nstemi|coronary (artery )?(disease|insufficiency))\b/u,
  ],
  ['urinary-retention', /\b(urinary retention|prostatic hyper(plasia|trophy)|bph|enlarged prostate)\b/u],
  ['hypertension-uncontrolled', /\b(uncontrolled hypertension|hypertensive (crisis|urgency|emergency))\b/u],
  ['lung-disease', /\b(copd|chronic obstructive|emphysema|respiratory (failure|insufficiency)|sleep apn(o)?ea)\b/u],
  ['alcohol', /\b(alcohol (use|abuse|dependence|misuse|disorder)|alcoholism|alcoholic)\b/u],
  ['thyroid', /\b(hypothyroid(ism)?|thyroiditis|hashimoto)\b/u],
  [
    'b12-deficiency',
    /\b((vitamin )?b ?12 deficiency|low (vitamin )?b ?12|cobalamin deficiency|pernicious an(a)?emia)\b/u,
  ],
  ['amyloidosis', /\b(amyloid(osis)?)\b/u],
  ['dialysis', /\b(h(a)?emodialysis|dialysis|esrd|eskd|end stage (renal|kidney))\b/u],
  [
    'renal-impairment',
    /\b(kidney (disease|failure|injury)|ckd|renal (impairment|insufficiency|failure)|myeloma kidney|cast nephropathy)\b/u,
  ],
  ['bipolar', /\b(bipolar|mania)\b/u],
  ['raynaud', /\braynaud\w*\b/u],
  ['zoster', /\b(zoster|shingles)\b/u],
  [
    'injection-site-reaction',
    /\b(injection|administration|infusion) site (reactions?|erythema|induration|pain|redness|inflammation)\b/u,
  ],
  ['abdominal-wall-oedema', /\b(abdominal wall o?edema|o?edema of (the )?abdominal wall|anasarca)\b/u],
  ['infiltrative-lung-disease', /\b(pneumonitis|(infiltrative|interstitial) (lung|pulmonary) disease)\b/u],
  ['pericardial-disease', /\b(pericarditis|pericardial (effusion|disease|tamponade)|cardiac tamponade)\b/u],
  ['falls', /\b(risk of falls?|falls?|orthostatic hypotension)\b/u],
];

/** The same in Spanish, Portuguese, French, Italian and German, without accents; what a rule speaks of, as far as it was known. */
const IN_OTHER_LANGUAGES: readonly (readonly [Condition, RegExp])[] = [
  ['neuropathy', /\b(poli|poly)?neuropat(ia|ias|hie|hien)\b/u],
  ['diabetes', /\b(diabete|diabetiques?|diabetico|diabetica|diabetiker(in)?)\b/u],
  [
    'liver-disease',
    /\b(cirros(i|is|e)|cirrhose|(leber)?zirrhose|hepatopat(ia|hie)|(insuficiencia|insufficienza|insuffisance) (hepatica|epatica|hepatique)|leberinsuffizienz|hepatite|epatite)\b/u,
  ],
  ['seizures', /\b(epilep(sia|sie)|epilessia|convulsion(es)?|convulsioni|convulsoes|krampfanfall\w*)\b/u],
  ['glaucoma', /\b(glaukom|glaucome)\b/u],
  [
    'heart-failure',
    /\b((insuficiencia|insufficienza|insuffisance) (cardiaca|cardiaque)|scompenso cardiaco|herzinsuffizienz)\b/u,
  ],
  [
    'heart-rhythm',
    /\b(fibrilacion auricular|fibrilacao atrial|fibrillation (auriculaire|atriale)|fibrillazione atriale|vorhofflimmern|arritmias?|aritmia|arythmie|qt (largo|lungo|longo|long))\b/u,
  ],
  [
    'myocardial-infarction',
    /\b(infarto( agudo)? (de|del|do) miocardi[oc]\w*|infarto miocardico|infarctus|herzinfarkt|myokardinfarkt|cardiopatia is?chemica|cardiopatia isquemica)\b/u,
  ],
  [
    'urinary-retention',
    /\b(retencion urinaria|retencao urinaria|retention urinaire|ritenzione urinaria|harnverhalt)\b/u,
  ],
  ['lung-disease', /\b(epoc|dpoc|bpco|chronisch obstruktiv\w*)\b/u],
  ['alcohol', /\b(alcoholismo|alcoolismo|alcoolisme|alcolismo|alkoholabhangigkeit|alkoholismus)\b/u],
  ['thyroid', /\b(hipotiroidismo|hipotireoidismo|ipotiroidismo|hypothyreose|hypothyroidie)\b/u],
  [
    'b12-deficiency',
    /\b((deficit|deficiencia|carence|carenza|mangel) (de |di |en |an )?(la )?(vitamin[ae]? )?b ?12|vitamin b ?12 mangel)\b/u,
  ],
  ['amyloidosis', /\b(amiloidos(i|is|e)|amyloidose)\b/u],
  ['dialysis', /\b((hemo|emo)?dialis[ie]s?|(hemo|hamo)?dialyse)\b/u],
  [
    'renal-impairment',
    /\b(enfermedad renal cronica|doenca renal cronica|(insuficiencia|insufficienza|insuffisance) (renal|renale)|niereninsuffizienz|malattia renale cronica)\b/u,
  ],
  ['bipolar', /\bbipola(r|re|ire)\b/u],
  ['zoster', /\b(gurtelrose|zona)\b/u],
];

/**
 * A negation counts for what follows it within the same clause, up to six words on: 'denies seizures'. What stands after
 * the finding does not undo it: 'type 2 diabetes mellitus without complications' is diabetes.
 */
const NEGATED_BEFORE =
  /\b(no|not|denies|denied|without|w o|negative for|ruled out|rule out|r o|excluded|family history|fh of|risk of|sin|niega|nega|ningun|sem|sans|pas de|pas d|senza|nessun\w*|kein\w*|ohne)\b(?: [a-z0-9]+){0,6} $/u;
/** 'seizures: no', 'diabetes ruled out', at the end of the clause. */
const NEGATED_AFTER = /^ (?:was |were |is |are |has been )?(?:no|none|denied|absent|negative|ruled out|excluded)$/u;

function isNegated(clause: string, { index, 0: match }: RegExpExecArray): boolean {
  return NEGATED_BEFORE.test(clause.slice(0, index)) || NEGATED_AFTER.test(clause.slice(index + match.length));
}

/** Words of an entry by clause: a comma, semicolon, bracket, dash or full stop ends what a negation reaches. */
function clausesOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/: *(?=(no|none|denied|absent|negative|ruled out|excluded) *$)/gu, ' ')
    .split(/[,;:()[\]]|\.(?!\d)| [-–—] |\bbut\b/u)
    .map((clause) => clause.replace(/[^a-z0-9]+/gu, ' ').trim())
    .filter((clause) => clause !== '');
}

const ALL_PATTERNS = [...PATTERNS, ...IN_OTHER_LANGUAGES];

/** A condition and the entry of the list that it was recognised in. */
export interface FoundCondition {
  readonly condition: Condition;
  readonly text: string;
}

/** Whether an entry affirms something: a match of the pattern, lower case words and single spaces, that no negation reaches. */
export function affirms(text: string, pattern: RegExp): boolean {
  return clausesOf(text).some((clause) => {
    const match = pattern.exec(clause);
    return match !== null && !isNegated(clause, match);
  });
}

/** The known conditions of a problem list, each with the first entry that names it. */
export function conditionsIn(problems: readonly string[]): FoundCondition[] {
  const found: FoundCondition[] = [];
  for (const text of problems) {
    for (const clause of clausesOf(text)) {
      for (const [condition, pattern] of ALL_PATTERNS) {
        const match = pattern.exec(clause);
        if (match === null || isNegated(clause, match)) continue;
        if (!found.some((known) => known.condition === condition)) found.push({ condition, text });
      }
    }
  }
  return found;
}
