/** Amitriptyline for the tricyclics: anticholinergic and orthostatic, which adds to autonomic neuropathy. */
import type { SymptomDrug } from './symptom-drug.ts';

export const AMITRIPTYLINE: SymptomDrug = {
  name: 'amitriptyline',
  places: [
    {
      tier: 'guideline',
      source: 'asco-2020',
      verification: 'primary',
      text: 'tricyclics: inconclusive for treatment; amitriptyline against for prevention',
    },
    {
      tier: 'guideline',
      source: 'esmo-2020',
      verification: 'secondary',
      text: 'amitriptyline II, C (10 to 25, then 50 mg); nortriptyline II, D (100 mg)',
    },
  ],
  labels: {
    US: {
      source: 'amitriptyline-us',
      verification: 'secondary',
      titration: '10 to 25 mg at night, slow increase; off label for pain',
      bands: [{ from: 0, start: '10 to 25 mg daily', maximum: 100, given: 'at night' }],
      olderThan: { years: 65, text: 'better avoided from 65 years (Beers criteria, not checked)' },
      notes: [],
    },
    EU: {
      source: 'amitriptyline-eu',
      section: '4.2, 4.3',
      verification: 'primary',
      titration:
        '10 to 25 mg in the evening, 10 to 25 mg more every 3 to 7 days; usual 25 to 75 mg daily, above 100 mg with caution',
      bands: [
        { from: 0, start: '10 to 25 mg daily', maximum: 100, given: 'in the evening, single dose at most 75 mg' },
      ],
      olderThan: {
        years: 65,
        text: 'above 65 years or with heart disease the lowest doses; above 75 mg daily with caution',
      },
      notes: ['CYP2D6 or CYP2C19 poor metabolisers start at half.'],
    },
  },
  cautions: [
    { condition: 'heart-rhythm', avoid: true, text: 'contraindicated with heart block or rhythm disorder' },
    {
      condition: 'myocardial-infarction',
      avoid: true,
      text: 'contraindicated after recent infarction or with coronary insufficiency',
    },
    { condition: 'heart-failure', avoid: true, text: 'contraindicated with heart failure in one of two EU texts' },
    { condition: 'glaucoma', avoid: true, text: 'contraindicated with glaucoma in one of two EU texts' },
    {
      condition: 'urinary-retention',
      avoid: true,
      text: 'contraindicated with prostatic obstruction in one of two EU texts',
    },
    { condition: 'liver-disease', avoid: true, text: 'contraindicated with (severe) liver disease' },
    { condition: 'amyloidosis', avoid: false, text: 'extra caution with amyloidosis: ileus, orthostatic hypotension' },
    { condition: 'seizures', avoid: false, text: 'lowers the seizure threshold' },
    { condition: 'falls', avoid: false, text: 'orthostatic hypotension and falls' },
  ],
  pregnancy: 'not checked in the texts that were read',
  notes: [
    'Effect in 2 to 4 weeks. Watched: blood pressure on standing, bowel, bladder, rhythm. Tapered over several weeks.',
  ],
};
