/** Tramadol (A11): second line in the reference article; serotonergic, seizures, opioid. */
import type { SymptomDrug } from './symptom-drug.ts';

export const TRAMADOL: SymptomDrug = {
  name: 'tramadol',
  places: [
    { tier: 'article', source: 'reference-article', verification: 'primary', text: 'second line for chronic pain' },
    {
      tier: 'guideline',
      source: 'esmo-2020',
      verification: 'secondary',
      text: '200 to 400 mg daily (grade not seen)',
      upTo: 400,
    },
  ],
  articleMaximum: 400,
  labels: {
    US: {
      source: 'tramadol-us',
      verification: 'secondary',
      titration:
        'immediate release 25 mg daily, 25 mg more every 3 days to 100 mg, then 50 mg more every 3 days to 200 mg daily; extended release at most 300 mg daily',
      bands: [
        { from: 30, start: '25 mg daily', maximum: 400, given: 'in 4 to 6 doses' },
        { from: 0, start: '25 mg daily', maximum: 200, given: 'every 12 hours; extended release not used' },
      ],
      olderThan: { years: 75, maximum: 300, text: 'above 75 years at most 300 mg daily' },
      notes: ['Cirrhosis: 50 mg every 12 hours.'],
    },
    EU: {
      source: 'tramadol-eu',
      section: '4.2, 4.3',
      verification: 'primary',
      titration:
        '50 to 100 mg every 4 to 6 hours; prolonged release 50 to 100 mg twice daily, up to 200 mg twice daily',
      bands: [
        { from: 30, start: '50 to 100 mg a dose', maximum: 400, given: 'every 4 to 6 hours' },
        {
          from: 10,
          start: '50 mg a dose',
          given: 'at longer intervals; prolonged release not recommended; one product avoids below 30 mL/min',
        },
        { from: 0, maximum: 0, avoid: 'contraindicated or not recommended below 10 mL/min' },
      ],
      olderThan: { years: 75, text: 'above 75 years a longer interval; no daily ceiling is named' },
      notes: ['Severe liver impairment: not recommended or contraindicated.'],
    },
  },
  cautions: [
    { condition: 'seizures', avoid: true, text: 'contraindicated in epilepsy that is not controlled (EU)' },
    { condition: 'lung-disease', avoid: false, text: 'respiratory depression with lung disease' },
    { condition: 'liver-disease', avoid: false, text: 'longer interval with liver disease' },
  ],
  pregnancy: 'not checked in the texts that were read',
  notes: [
    'Laxative with it: bortezomib constipates by itself. Watched: sedation, hypoglycaemia, sodium.',
    'A page that names 500 mg daily is wrong.',
  ],
};
