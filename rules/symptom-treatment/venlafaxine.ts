/** Venlafaxine: no pain indication in the EU; in ESMO 2020, not in the reference article. */
import type { SymptomDrug } from './symptom-drug.ts';

export const VENLAFAXINE: SymptomDrug = {
  name: 'venlafaxine',
  places: [
    {
      tier: 'guideline',
      source: 'asco-2020',
      verification: 'primary',
      text: 'against for prevention; not listed for treatment',
    },
    {
      tier: 'guideline',
      source: 'esmo-2020',
      verification: 'secondary',
      text: 'II, C; 50 mg, then 37.5 mg twice daily',
    },
  ],
  labels: {
    US: {
      source: 'venlafaxine-us',
      verification: 'secondary',
      titration: '37.5 mg daily, then 75 to 225 mg daily; off label for pain',
      bands: [
        { from: 30, start: '37.5 mg daily', maximum: 225, given: 'with food' },
        {
          from: 0,
          start: '37.5 mg daily',
          maximum: 112.5,
          given: '(half the dose; renal line not checked in the US text)',
        },
      ],
      notes: [],
    },
    EU: {
      source: 'venlafaxine-eu',
      section: '4.2',
      verification: 'primary',
      titration: '75 mg once daily, steps of at least 2 weeks; no pain indication',
      bands: [
        { from: 30, start: '75 mg daily', maximum: 225, given: 'once daily with food; caution to 70 mL/min' },
        { from: 0, start: '37.5 mg daily', maximum: 112.5, given: '(half the dose, also on dialysis)' },
      ],
      notes: ['Liver impairment: half in mild to moderate, less in severe.'],
    },
  },
  cautions: [
    { condition: 'hypertension-uncontrolled', avoid: false, text: 'raises blood pressure' },
    { condition: 'heart-rhythm', avoid: false, text: 'QT and QRS prolongation in overdose' },
    { condition: 'seizures', avoid: false, text: 'caution with seizures' },
    { condition: 'liver-disease', avoid: false, text: 'half the dose with liver impairment (EU)' },
  ],
  pregnancy: 'not checked in the texts that were read',
  notes: ['Stopping: tapered over at least 1 to 2 weeks.'],
};
