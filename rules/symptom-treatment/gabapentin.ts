/** Gabapentin (A9): the article's 2,400 mg daily is above the label's ceiling as soon as renal function falls. */
import type { SymptomDrug } from './symptom-drug.ts';

export const GABAPENTIN: SymptomDrug = {
  name: 'gabapentin',
  places: [
    {
      tier: 'article',
      source: 'reference-article',
      verification: 'primary',
      text: 'if pregabalin fails, 300 to 2,400 mg daily, highest tolerated dose',
      upTo: 2400,
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
      text: 'II, D; target 2,700 mg daily',
      upTo: 2700,
    },
  ],
  articleMaximum: 2400,
  labels: {
    US: {
      source: 'gabapentin-us',
      verification: 'secondary',
      titration:
        '300 mg on day 1, twice on day 2, three times on day 3, then 300 mg more every 3 to 7 days; 1,800 mg daily is the dose in post-herpetic neuralgia',
      bands: [
        { from: 60, start: '900 mg daily', maximum: 3600, given: 'in 3 doses' },
        { from: 30, start: '400 mg daily', maximum: 1400, given: 'in 2 doses' },
        // The US table gives 15 mL/min a row of its own, the lowest.
        { from: 15, above: true, start: '200 mg daily', maximum: 700, given: 'once daily' },
        { from: 0, start: '100 mg daily', startMg: 100, maximum: 300, given: 'once daily', inProportionTo: 15 },
      ],
      notes: ['After haemodialysis 125 to 350 mg.'],
    },
    EU: {
      source: 'gabapentin-eu',
      section: '4.2',
      verification: 'primary',
      titration: '300 mg on day 1, twice on day 2, three times on day 3, then 300 mg more every 2 to 3 days',
      bands: [
        { from: 80, start: '900 mg daily', maximum: 3600, given: 'in 3 doses' },
        { from: 50, start: '600 mg daily', maximum: 1800, given: 'in 3 doses' },
        { from: 30, start: '300 mg daily', maximum: 900, given: 'in 3 doses' },
        { from: 15, start: '150 mg daily', maximum: 600, given: 'in 3 doses (150 mg as 300 mg every other day)' },
        { from: 0, start: '150 mg daily', startMg: 150, maximum: 300, given: 'in 3 doses', inProportionTo: 15 },
      ],
      notes: [
        'Haemodialysis: 200 to 300 mg after each 4-hour session; without urine output and never treated, 300 to 400 mg first and none between sessions.',
        'Not studied beyond 5 months in neuropathic pain.',
      ],
    },
  },
  cautions: [
    { condition: 'lung-disease', avoid: false, text: 'respiratory depression with lung disease' },
    { condition: 'falls', avoid: false, text: 'dizziness and falls' },
  ],
  pregnancy: 'in pregnancy only if the benefit outweighs the risk',
  notes: ['Watched: somnolence, dizziness, peripheral oedema, mood.', 'Stopping: tapered over at least 1 week.'],
};
