/** Topical treatments (A12, A13): low evidence, low risk. Nothing here reverses a neuropathy. */
import type { SymptomDrug } from './symptom-drug.ts';

const NOT_CHECKED = 'not checked in the texts that were read';

export const MENTHOL: SymptomDrug = {
  name: 'menthol',
  places: [
    { tier: 'article', source: 'reference-article', verification: 'primary', text: 'topical menthol, on case reports' },
    { tier: 'guideline', source: 'esmo-2020', verification: 'secondary', text: 'an option (grade not checked)' },
    {
      tier: 'trial',
      source: 'menthol-2015',
      verification: 'primary',
      text: '31 of 38 evaluable patients better at 4 to 6 weeks, no control arm',
    },
  ],
  labels: undefined,
  use: 'menthol 1 % cream twice daily to the painful area (and the matching level of the spine), on intact skin',
  cautions: [],
  pregnancy: NOT_CHECKED,
  notes: [
    'Low evidence, low risk. Relief of pain was studied, not reversal of neuropathy; very few of the patients had bortezomib.',
  ],
};

export const CAPSAICIN: SymptomDrug = {
  name: 'capsaicin',
  places: [
    {
      tier: 'article',
      source: 'reference-article',
      verification: 'primary',
      text: 'capsaicin cream for localised relief',
    },
    { tier: 'guideline', source: 'esmo-2020', verification: 'unverified', text: '8 % patch as an option' },
  ],
  labels: undefined,
  use: 'cream 0.025 to 0.075 % 3 or 4 times daily (not checked); 8 % patch for 30 to 60 minutes by trained staff, at most every 3 months',
  cautions: [
    { condition: 'hypertension-uncontrolled', avoid: false, text: 'blood pressure is checked with the patch' },
  ],
  pregnancy: NOT_CHECKED,
  notes: ['Low evidence, low risk. Burns at first; intact skin only, hands washed, eyes avoided.'],
};

export const LIDOCAINE: SymptomDrug = {
  name: 'lidocaine',
  places: [{ tier: 'guideline', source: 'esmo-2020', verification: 'unverified', text: '5 % patch as a weak option' }],
  labels: undefined,
  use: '5 % patch, up to 3 at a time, 12 hours on and 12 hours off',
  cautions: [],
  pregnancy: NOT_CHECKED,
  notes: ['Intact skin only.'],
};
