/** The statements of the reference article, each with the rules that carry it: the list that a reviewer goes through. */
import type { Verification } from './sources.ts';

export interface Statement {
  readonly id: string;
  readonly gist: string;
  /** ids of the rules that carry it; empty when it is carried by the panel, with `carriedBy` */
  readonly rules: readonly string[];
  readonly carriedBy?: string;
  /** how far the statement's own source was checked */
  readonly verification: Verification;
  /** what the rules say beyond or against the article */
  readonly note: string;
}

const DOSE = ['us-pi', 'eu-smpc', 'imwg-2012', 'ash-education', 'reference-article'].map(
  (id) => `dose-modification/${id}`,
);

const of = (
  id: string,
  gist: string,
  rules: readonly string[],
  verification: Verification,
  note: string,
): Statement => ({
  id,
  gist,
  rules,
  verification,
  note,
});

export const STATEMENTS: readonly Statement[] = [
  of(
    'A1',
    'Grade 1 with pain or grade 2: 1 mg/m².',
    DOSE,
    'secondary',
    'Applied to the order; already met at 1 mg/m² or below; the EU adds 1.3 mg/m² once weekly, IMWG the schedule.',
  ),
  of(
    'A2',
    'Grade 2 with pain or grade 3: held to baseline, then 0.7 mg/m² once weekly.',
    DOSE,
    'secondary',
    'The restart criterion differs by source and is shown with each.',
  ),
  of(
    'A3',
    'Grade 4: discontinued permanently.',
    DOSE,
    'secondary',
    'Two definitions of grade 4; the card says what the other scale would change.',
  ),
  of(
    'A4',
    'Subcutaneous instead of intravenous: grade 3 to 4 in 6 % v 16 %.',
    ['route/subcutaneous', 'dose-check/product'],
    'secondary',
    'Prevention, not reversal; silent when already subcutaneous; products for intravenous use only.',
  ),
  of(
    'A5',
    'Once weekly instead of twice weekly: 18 % v 9 %.',
    ['schedule/weekly'],
    'unverified',
    'No source was found for 18 and 9 %.',
  ),
  of(
    'A6',
    'A guideline prefers the subcutaneous route.',
    ['route/subcutaneous'],
    'secondary',
    'As quoted by a manufacturer.',
  ),
  of(
    'A7',
    'Pregabalin 150 to 600 mg daily for at least 3 months, first line.',
    ['symptom-treatment/pregabalin', 'symptom-treatment/order'],
    'primary',
    'Renal ceiling, interactions, and no recommendation in ASCO 2020.',
  ),
  of(
    'A8',
    '45 % of those who discontinue do so in the first three cycles.',
    ['check/early-cycle'],
    'unverified',
    'No source was found for the figure.',
  ),
  of(
    'A9',
    'Gabapentin 300 to 2,400 mg daily if pregabalin fails.',
    ['symptom-treatment/gabapentin'],
    'primary',
    '2,400 mg is above the ceiling below 60 (US) or 80 (EU) mL/min.',
  ),
  of(
    'A10',
    'Duloxetine 30 to 60 mg daily, second line.',
    [
      'symptom-treatment/duloxetine',
      'symptom-treatment/order',
      'interaction/duloxetine-tramadol',
      'interaction/duloxetine-cyp1a2-inhibitor',
      'interaction/snri-bleeding',
    ],
    'primary',
    'First in ASCO and ESMO 2020.',
  ),
  of(
    'A11',
    'Tramadol, second line.',
    ['symptom-treatment/tramadol', 'interaction/gabapentinoid-opioid', 'interaction/tramadol-seizure'],
    'primary',
    'Serotonergic, seizures, opioid with gabapentinoid, age above 75, renal function.',
  ),
  of(
    'A12',
    'Topical menthol: rapid reversal in case reports.',
    ['symptom-treatment/menthol'],
    'primary',
    'Low evidence, low risk; no reversal is claimed.',
  ),
  of(
    'A13',
    'Capsaicin cream for localised relief.',
    ['symptom-treatment/capsaicin'],
    'secondary',
    'Low evidence, low risk.',
  ),
  of('A14', 'Loose shoes, cotton socks, padded slippers.', ['self-care'], 'primary', 'In the handout.'),
  of('A15', 'Feet and hands uncovered in bed.', ['self-care'], 'primary', 'In the handout.'),
  of('A16', 'Icy water and massage.', ['self-care'], 'primary', 'Only on intact skin with feeling.'),
  of('A17', 'Moderate walking.', ['self-care'], 'primary', 'In the handout.'),
  of('A18', 'Reversible in most: 64 to 71 %.', ['recovery'], 'primary', 'Two trials, kept apart.'),
  of(
    'A19',
    'Median 47 to 110 days, range 1 to 529.',
    ['recovery'],
    'unverified',
    'APEX 110 days was read; 47 days and the range were not.',
  ),
  of('A20', 'Grade 3 to 4 recovers more slowly.', ['recovery'], 'unverified', 'No source was found.'),
  of(
    'A21',
    'No high-dose vitamin C.',
    ['avoid/vitamin-c', 'avoid/green-tea-and-catechols'],
    'primary',
    'The mechanism is boronate binding, not metabolism; green-tea extract added.',
  ),
  of('A22', 'No high-dose pyridoxine.', ['avoid/pyridoxine'], 'secondary', 'Thresholds shown; B-complex counted.'),
  of(
    'A23',
    'Dose modification is not delayed.',
    ['check/early-cycle'],
    'primary',
    'APEX: 68 % improved with modification, 47 % without.',
  ),
  of(
    'A24',
    'Clinical monitoring, not routine nerve conduction studies.',
    ['monitoring'],
    'primary',
    'What to ask at each visit.',
  ),
  of(
    'A25',
    'mTOR inhibitors are investigational.',
    ['investigational/mtor-inhibitors'],
    'unverified',
    'Never an option to order.',
  ),
  of(
    'A26',
    'Severe immune-mediated motor neuropathy: plasma exchange, corticosteroids, immunoglobulin.',
    ['red-flags/immune-mediated-motor-neuropathy'],
    'primary',
    'Corticosteroids do not help a Guillain-Barré-like onset.',
  ),
  of(
    'A27',
    'Pre-existing neuropathy: grade 3 or worse 14 % v 4 %.',
    ['risk/pre-existing-neuropathy'],
    'unverified',
    'Subcutaneous or once-weekly start.',
  ),
  of('A28', 'Older age is a risk factor.', ['risk/older-age'], 'primary', 'APEX found no effect of age.'),
  of(
    'A29',
    'Prior neurotoxic therapy, thalidomide above all.',
    ['risk/prior-neurotoxic-therapy', 'check/neurotoxic-drugs'],
    'primary',
    'From lists and regimen partners.',
  ),
  of(
    'A30',
    'Vitamin B12 checked and corrected; 13.6 % deficient.',
    ['check/vitamin-b12'],
    'unverified',
    'Published figures run from 3.5 to 28 %.',
  ),
  of(
    'A31',
    'Diabetes: monitored closely.',
    ['check/diabetes', 'interaction/bortezomib-antidiabetic'],
    'primary',
    'In APEX not a predictor.',
  ),
  {
    ...of(
      'A32',
      'Language for the reader.',
      ['self-care'],
      'primary',
      'Physician, pharmacist and nurse views and a plain handout.',
    ),
    carriedBy: 'panel views; plain texts in self-care',
  },
  {
    ...of(
      'A33',
      'Review status, date, references, disclaimer.',
      [],
      'primary',
      'Content version, hash and review status travel with every evaluation.',
    ),
    carriedBy: 'content identity, sources',
  },
  {
    ...of('A34', 'Follow-up questions.', [], 'primary', 'Offline search over statements and sources.'),
    carriedBy: 'search over the answers (rules/answers.ts)',
  },
];
