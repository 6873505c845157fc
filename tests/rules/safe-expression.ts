/**
 * What no text for a clinician may contain: the safe-expression rules I1 to I11 and the ban on commands (F11), each as a
 * pattern with an example that it has to find. I8 (nothing is cut off or parted) and I12 to I15 are tested where they show.
 */
export interface SafeExpressionRule {
  name: string;
  forbidden: RegExp;
  /** a text that breaks the rule */
  planted: string;
  /** a text that looks alike and keeps it */
  fine: string;
}

const GENERIC_NAMES =
  'Bortezomib|Pregabalin|Gabapentin|Duloxetine|Tramadol|Venlafaxine|Amitriptyline|Nortriptyline|Thalidomide|Lenalidomide|Dexamethasone';

/** Rules about figures and units: they hold in every language, and for the patient's sheet too. */
export const FIGURES: readonly SafeExpressionRule[] = [
  {
    name: 'I1 no trailing zero',
    forbidden: /\d\.\d*0 ?(?:mg|mL|m²|%)/u,
    planted: 'reduction to 1.0 mg/m²',
    fine: 'reduction to 1 mg/m², not 1.05 mg/m²',
  },
  {
    name: 'I2 leading zero',
    forbidden: /(?:^|[^\d\w])\.\d/u,
    planted: 'restart at .7 mg/m²',
    fine: 'restart at 0.7 mg/m²',
  },
  {
    name: 'I3 space before the unit',
    forbidden: /\d(?:mg|mL|kg|cm|m²|%)/u,
    planted: 'a dose of 2.3mg',
    fine: 'a dose of 2.3 mg',
  },
  {
    name: 'I4 no full stop after a unit within a sentence',
    forbidden: /\b(?:mg|mL|kg|cm)\. [a-z]/u,
    planted: 'the dose is 2.3 mg. once weekly',
    fine: 'the dose is 2.3 mg. The next is lower',
  },
  { name: 'I4 mg in lower case', forbidden: /\b(?:MG|Mg|ML|KG)\b/u, planted: '2.3 MG', fine: '2.3 mg' },
  { name: 'I1 to I4 mg/m² on screen', forbidden: /mg\/m2\b/u, planted: '1.3 mg/m2', fine: '1.3 mg/m²' },
  { name: 'I7 no trade marks', forbidden: /[®™]/u, planted: 'Velcade®', fine: 'Velcade' },
  {
    name: 'the minus sign, not a hyphen, before a number',
    forbidden: /(?:^|[\s(])-\d/u,
    planted: 'change -23 %',
    fine: 'change −23 %, days 1-4',
  },
  {
    name: 'nothing unset',
    forbidden: /undefined|NaN|\bnull\b|\[object|Infinity/u,
    planted: 'dose undefined mg',
    fine: 'dose not read',
  },
  { name: 'no doubled signs', forbidden: /\.\.| {2}|;;|,,|\(\)/u, planted: 'not read..', fine: 'not read.' },
];

/** Rules about English wording for clinicians. */
const WORDING: readonly SafeExpressionRule[] = [
  {
    name: 'I5 subcutaneous and intravenous in full',
    forbidden: /\b(?:SC|SQ|SubQ|subcut|s\.c\.|IV|i\.v\.)(?![\w-])/u,
    planted: 'given SC',
    fine: 'given subcutaneous, IVIG apart',
  },
  {
    name: 'I6 generic names in lower case within a sentence',
    forbidden: new RegExp(`[a-z,;] (?:${GENERIC_NAMES})\\b`, 'u'),
    planted: 'the dose of Bortezomib',
    fine: 'the dose of bortezomib',
  },
  {
    name: 'I7 and I13 names as they are registered: no capitals, no tall-man letters',
    forbidden:
      /VELCADE|velcade|\b(?!bortezomib|BORTEZOMIB|Bortezomib)[Bb][Oo][Rr][Tt][Ee][Zz][Oo][Mm][Ii][Bb]\b|BORTEZOMIB/u,
    planted: 'borteZOMIB',
    fine: 'bortezomib (Velcade)',
  },
  {
    name: 'I8 no shortened drug names',
    forbidden: /\b(?:BTZ|bort|BOR|Btz|THAL|LEN|DEX|dexa)\b/u,
    planted: 'BTZ is held',
    fine: 'bortezomib is held',
  },
  {
    name: 'I10 words for greater and less',
    forbidden: /[<>≤≥]/u,
    planted: 'platelets < 30',
    fine: 'platelets below 30',
  },
  {
    name: 'I10 no slash for per in prose',
    forbidden: /\/(?:day|week|month|dose)\b/u,
    planted: '300 mg/day',
    fine: '300 mg a day',
  },
  {
    name: 'I11 no abbreviations on the error-prone list',
    forbidden: /\b(?:QD|QOD|BID|TID|qd|bid|tid|IU|MS|HS|PRN|prn|mcg|µg|cc|D\/C|d\/c)\b/u,
    planted: 'twice a day, BID',
    fine: 'twice daily',
  },
  {
    name: 'F11 no command aimed at the reader',
    forbidden:
      /(?:^|[.:;] )(?:Give|Stop|Must|Administer|Avoid|Do not|Start|Hold|Ensure|Switch|Take|Tell|Order(?! (?:as read|check)\b)|give|stop)\b(?!:)/u,
    planted: 'Grade 4: stop bortezomib',
    fine: 'Discontinue',
  },
  {
    name: 'F11 no must',
    forbidden: /\b(?:must|should|have to|needs to)\b/iu,
    planted: 'the dose should be reduced',
    fine: 'the source offers a reduction',
  },
];

export const SAFE_EXPRESSION = [...FIGURES, ...WORDING];

/** The lines of the texts that break a rule; a no-break space counts as a space. */
export function breaking({ forbidden }: SafeExpressionRule, texts: Iterable<string>): string[] {
  return [...texts]
    .flatMap((text) => text.replaceAll('\u00A0', ' ').split('\n'))
    .filter((line) => forbidden.test(line));
}
