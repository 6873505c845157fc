/** Pregabalin (A7): first line in the reference article, no recommendation in ASCO 2020. */
import type { SymptomDrug } from './symptom-drug.ts';

const BANDS = [
  { from: 60, start: '150 mg daily', maximum: 600, given: 'in 2 or 3 doses' },
  { from: 30, start: '75 mg daily', maximum: 300, given: 'in 2 or 3 doses' },
  { from: 15, start: '25 to 50 mg daily', maximum: 150, given: 'in 1 or 2 doses' },
  { from: 0, start: '25 mg daily', maximum: 75, given: 'once daily' },
] as const;

export const PREGABALIN: SymptomDrug = {
  name: 'pregabalin',
  places: [
    {
      tier: 'article',
      source: 'reference-article',
      verification: 'primary',
      text: 'first line, 150 to 600 mg daily for at least 3 months',
      upTo: 600,
    },
    {
      tier: 'guideline',
      source: 'asco-2020',
      verification: 'primary',
      text: 'no recommendation for treatment; against for prevention',
    },
    {
      tier: 'guideline',
      source: 'esmo-2020',
      verification: 'secondary',
      text: 'II, C; target 300 mg twice daily',
      upTo: 600,
    },
  ],
  articleMaximum: 600,
  labels: {
    US: {
      source: 'pregabalin-us',
      verification: 'secondary',
      titration:
        '75 mg twice daily, to 300 mg daily within 1 week, to 600 mg daily after a further 2 to 4 weeks if tolerated',
      bands: BANDS,
      notes: ['In diabetic neuropathy the US maximum is 300 mg daily: more adds side effects and little effect.'],
    },
    EU: {
      source: 'pregabalin-eu',
      section: '4.2',
      verification: 'primary',
      titration: '150 mg daily, 300 mg daily after 3 to 7 days, 600 mg daily after a further 7 days',
      bands: BANDS,
      notes: ['No separate ceiling of 300 mg daily in the EU.'],
    },
  },
  cautions: [
    { condition: 'heart-failure', avoid: false, text: 'oedema and weight gain with heart failure' },
    { condition: 'lung-disease', avoid: false, text: 'respiratory depression with lung disease' },
    { condition: 'falls', avoid: false, text: 'dizziness and falls' },
  ],
  pregnancy: 'avoided in pregnancy unless the benefit outweighs it; not in breast-feeding',
  notes: [
    'After each 4-hour haemodialysis an extra 25 to 100 mg.',
    'No hepatic adjustment. Watched: dizziness, somnolence, oedema, mood; dependence is possible.',
    'Stopping: tapered over at least 1 week.',
  ],
};
