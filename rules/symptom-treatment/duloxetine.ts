/** Duloxetine (A10): second line in the reference article, the only drug that ASCO 2020 recommends. */
import type { SymptomDrug } from './symptom-drug.ts';

export const DULOXETINE: SymptomDrug = {
  name: 'duloxetine',
  places: [
    {
      tier: 'guideline',
      source: 'asco-2020',
      verification: 'primary',
      text: 'moderate recommendation for painful neuropathy; the only drug with adequate evidence, benefit limited',
    },
    {
      tier: 'guideline',
      source: 'esmo-2020',
      verification: 'secondary',
      text: 'I, B; 30 mg daily for 1 week, then 60 mg daily',
    },
    { tier: 'article', source: 'reference-article', verification: 'primary', text: 'second line, 30 to 60 mg daily' },
  ],
  articleMaximum: 60,
  labels: {
    US: {
      source: 'duloxetine-us',
      verification: 'primary',
      titration:
        '60 mg once daily is start, target and maximum in diabetic neuropathy; 30 mg for 1 week first is the guideline start',
      bands: [
        { from: 30, start: '30 mg for 1 week, then 60 mg daily', maximum: 60, given: 'once daily' },
        { from: 0, maximum: 0, avoid: 'avoided in severe renal impairment (below 30 mL/min)' },
      ],
      olderThan: { years: 65, text: 'older patients start at 30 mg; hyponatraemia and falls' },
      notes: ['Avoided with chronic liver disease, cirrhosis or heavy alcohol use.'],
    },
    EU: {
      source: 'duloxetine-eu',
      section: '4.2, 4.3',
      verification: 'primary',
      titration:
        '60 mg daily from the start in diabetic neuropathy, up to 120 mg daily in divided doses; 30 mg is the anxiety start',
      bands: [
        { from: 30, start: '60 mg daily', maximum: 120, given: 'once daily, above 60 mg in 2 doses' },
        { from: 0, maximum: 0, avoid: 'contraindicated below 30 mL/min' },
      ],
      notes: ['Response judged at 2 months. Starting in uncontrolled hypertension is contraindicated.'],
    },
  },
  cautions: [
    { condition: 'liver-disease', avoid: true, text: 'contraindicated (EU) or avoided (US) with liver disease' },
    { condition: 'alcohol', avoid: true, text: 'avoided with heavy alcohol use (US)' },
    { condition: 'hypertension-uncontrolled', avoid: true, text: 'not started in uncontrolled hypertension (EU)' },
    { condition: 'glaucoma', avoid: false, text: 'angle-closure glaucoma' },
    { condition: 'seizures', avoid: false, text: 'caution with seizures' },
    { condition: 'bipolar', avoid: false, text: 'caution with mania or bipolar disorder' },
    { condition: 'urinary-retention', avoid: false, text: 'urinary hesitancy' },
  ],
  pregnancy: 'late pregnancy: withdrawal in the newborn (not checked)',
  notes: [
    'Swallowed whole. Watched: bleeding, sodium, blood pressure (rise or orthostatic fall), mood.',
    'Stopping: tapered over at least 1 to 2 weeks.',
    'The trial behind it was in taxane and platinum neuropathy.',
  ],
};
