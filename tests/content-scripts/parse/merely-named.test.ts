/** Lines with a route, a frequency or a blank in which bortezomib is only named, and the orders that look like them. */
import { describe, expect, it } from 'vitest';
import { parseOrderText } from '../../../content-scripts/parse/index.ts';

const NAMED = [
  'Velcade ____ mg/m2 subcutaneous',
  '[ ] Velcade [ ] SC [ ] IV',
  'label: "Velcade weekly amount (mg/m²)"',
  '// dex oral; Velcade SC is left out here',
  '-- Velcade IV, see the note',
  '| Velcade SC weekly | 8.1 % | 0.4 % |',
  'KA_V : 31 : Velcade subcutaneous absorption (1/day)',
  '"velcade": [1.0, 2.5, "n"], # IV 1.0, SC 2.5',
  'G62.0 polyneuropathy due to Velcade',
  'Pain 2/2 Velcade SC',
  '"Velcade 1 mg", "Kyprolis"',
  'First reduction 1.1 mg/m2, second reduction 0.8 mg/m2 (Velcade)',
  'Overdosage: >= 2.4 mg/m2 Velcade',
  'VRd stands for Velcade®, Revlimid® and dexamethasone',
  'She had been receiving Velcade 1.1 mg/m2 SC weekly',
  'Weekly subcutaneous Velcade in patients with amyloidosis',
  '31% responded to Velcade 1.1 mg/m2',
  'ANC 0.5-1.0: Velcade 0.9 mg/m2',
  'Past treatment\n- VRd x4 (Velcade 1.1 mg/m2 SC)\n- ASCT',
  'study drug 1.2 mg/m2 IV, Velcade not given',
  'Age > 75: Velcade 0.9 mg/m2 weekly',
  'Frailty score 2: Velcade 0.9 mg/m2 SC',
  'Âge > 75 ans : Velcade 0,9 mg/m² SC',
  '| Velcade | L01XG01 | IV, SC |',
  'HR 0.6 favouring Velcade 1.1 mg/m2',
  'plt < 50: Velcade 0.9 mg/m2 SC',
  'On resumption, Velcade 0.9 mg/m2 SC',
  'Contraindicado Velcade por vía intratecal',
  'Stufe -1: 0,9 mg/m² (Velcade)',
  'Velcade escalated 0.9 to 1.1 mg/m2',
  '0.9 mg/m2 Velcade was as active as 1.1 mg/m2 weekly',
  'Policy 7: subcutaneous Velcade',
  'Velcade SC has long since taken the place of older ways of giving it',
];

const ORDERED: Record<string, object> = {
  'Velcade SC at 75 % of the full dose': { route: 'SC' },
  'Velcade (mg/m2): 1.1 SC': { dosePerBsa: 1.1, route: 'SC' },
  '| Velcade | 1.1 mg/m2 | SC | 80 % |': { route: 'SC' },
  'The usual dose of Velcade is 1.1 mg/m2 administered as an IV bolus': { dosePerBsa: 1.1, route: 'IV' },
  'Continue Velcade at the lower dose, 1.1 mg/m2 SC weekly': { dosePerBsa: 1.1, route: 'SC', frequency: 'weekly' },
  'Se continúa Velcade 1,1 mg/m2 SC semanal por neuropatía grado 1': { dosePerBsa: 1.1, route: 'SC' },
  'Given G2 PN we continue Velcade 0.9 mg/m2 SC weekly': { dosePerBsa: 0.9, days: null },
  'Dose: 1.1 mg/m2. Route: SC. Drug: Velcade': { dosePerBsa: 1.1, route: 'SC' },
  'Ordered 2.1 mg Velcade SC': { doseMg: 2.1, route: 'SC' },
  'Velcade 2.2 mg / 0.88 mL SC': { doseMg: 2.2, route: 'SC' },
  'Velcade 2.2 mg / 2.2 mL IV': { doseMg: 2.2, route: 'IV' },
  'Velcade 1.1 mg/m2 SC D1,8 (total per cycle: 2.2 mg/m2)': { dosePerBsa: 1.1, days: [1, 8] },
  'Velcade: was 1.3 mg/m2, now 1.1 mg/m2': { dosePerBsa: 1.1 },
  'Velcade 1.1 mg/m2, BSA 1.8 m2, administered dose 2 mg SC': { dosePerBsa: 1.1, doseMg: 2 },
  'Velcade 1.1 mg/m2 SC (IV if SC not tolerated)': { dosePerBsa: 1.1 },
  'Velcade 1,1 mg/m², soit 2 mg, voie SC': { dosePerBsa: 1.1, doseMg: 2, route: 'SC' },
  'Velcade-Dosis 1,1 mg/m², gesamt 2 mg, s.c.': { dosePerBsa: 1.1, doseMg: 2, route: 'SC' },
  'Velcade syringe 2.2 mg SC': { doseMg: 2.2 },
  '[Velcade] [1.1 mg/m²] [SC]': { dosePerBsa: 1.1, route: 'SC' },
  'Velcade 1.1 mg/m2 subcu weekly': { route: 'SC', frequency: 'weekly' },
  'D1 D8 Velcade 1.1 mg/m2 SC, D1-14 lenalidomide 10 mg': { dosePerBsa: 1.1, days: [1, 8] },
  'D1-4: Velcade 1.1 mg/m2 SC': { dosePerBsa: 1.1 },
  'C1-3: Velcade 1.1 mg/m2 SC': { dosePerBsa: 1.1 },
  'Velcade approx. 1.1 mg/m2 SC': { dosePerBsa: null, route: 'SC' },
  'Velcade 1.1 mg/m2 SC, D1 D8 D15, 4-weekly cycle': { days: [1, 8, 15], cycleLengthDays: 28 },
  'Velcade 1.1 mg/m2 SC (days 1, 8, 15 of 28)': { days: [1, 8, 15], cycleLengthDays: 28 },
  'POM/VEL/DEX: Velcade 1.1 mg/m2 SC': { regimen: null, dosePerBsa: 1.1 },
  'Velcade 1.1 mg/m2 SC D1, D8 of 21d': { days: [1, 8], cycleLengthDays: 21 },
  'Velcade 1.1 mg/m2 SC D1,8,15 q28': { cycleLengthDays: 28 },
  'Velcade 1,1 mg/m² s.c. Tag 1, 8; Wiederholung Tag 22': { days: [1, 8], cycleLengthDays: 21 },
  'Velcade 1.1 mg/m2 SC weekly - HOLD': { status: 'held' },
  'Velcade 1,1 mg/m2 s.c. tijdelijk gestaakt': { status: 'held' },
};

describe('only named', () => {
  it.each(NAMED)('%s', (text) => {
    const { kind, drug } = parseOrderText(text);
    expect(kind).not.toBe('order');
    expect(drug).toBeNull();
  });
});

describe('orders that look like it', () => {
  it.each(Object.entries(ORDERED))('%s', (text, values) => {
    expect(parseOrderText(text)).toMatchObject({ kind: 'order', ...values });
  });
});

describe('an overdose', () => {
  it.each([
    ['Velcade 2.6 mg/m2 SC', 2.6, null],
    ['bortezomib (Velcade) SC 3.5 mg/m2', 3.5, null],
    ['Velcade 7.2 mg SC', null, 7.2],
  ])('is read as it stands where nothing lies between name and dose: %s', (text, dosePerBsa, doseMg) => {
    expect(parseOrderText(text)).toMatchObject({ kind: 'order', dosePerBsa, doseMg });
  });

  it.each([
    '1.3 mg/m2; 1.1 mg/m2; Velcade 0.9 mg/m2 SC',
    'Velcade SC, later perhaps 2.6 mg/m2',
    'Velcade 13 mg/m2 SC',
    'Velcade 0.13 mg/m2 SC',
    'Velcade SC; vincristine, 2.6 mg/m2',
    'Velcade 2.6 mg/m2 SC, 4 mg/m2',
    'Velcade SC; study drug 1.2 mg/m2 IV',
  ])('is not read where it may be something else: %s', (text) => {
    expect(parseOrderText(text).dosePerBsa).toBeNull();
  });
});

/** whole orders, with and without days, that words around them make something else */
const FRAMES = [
  'Declined: {}',
  '{} - refused by the patient',
  '{} was offered but declined',
  'Near miss: {} written twice',
  '{} was prescribed in error',
  'Old order: {}',
  'Her brother receives {}',
  'Patient asks about {}',
  '{} if she progresses',
  'If PD: {}',
  '{} or carfilzomib',
  '{} was not tolerated',
  '{} stopped in March',
  'Neuropathy after {}',
  'Poor response to {}',
  'Side effects of {}',
  '72 hours after {}',
  'Switched from {} to KRd',
  '{} → PD',
  'Maximum: {}',
  'Not to be given: {}',
  '{} replaced by carfilzomib',
  '{} omitted due to low platelets',
  'Duplicate: {}',
  '{} never started',
  '{} not approved',
  '{} contraindicated',
  'Withhold {}',
  'Stopped {}',
  'Formerly {}',
  '? {}',
  'Please clarify {}',
  '{} maximum',
  'Overdose of {}',
  '{} is too high',
  'Unable to tolerate {}',
  'The role of {} was discussed',
  'Probably {}',
  '{} until 2019',
];
const FRAMES_IN: Record<string, string[]> = {
  es: [
    'Suspendido {}',
    'Enfermedad estable con {}',
    '{} no aprobado',
    '{} - rechazado',
    'Su hermano recibe {}',
    '{} no fue tolerado',
    'Neuropatía con {}',
    'Cambio de {} a KRd',
    '{} hasta 2019',
  ],
  fr: [
    'Arrêt de {}',
    'Erreur : {}',
    '{} est contre-indiqué',
    'Refusé : {}',
    'Prescrit par erreur : {}',
    "{} n'a pas été toléré",
    'Neuropathie sous {}',
    '72 heures après {}',
  ],
  de: [
    '{} absetzen',
    '{} nicht genehmigt',
    'Verträgt {} nicht',
    'Evtl. {}',
    'Abgelehnt: {}',
    'Irrtümlich verordnet: {}',
    '{} im März beendet',
    'PNP unter {}',
    'Nicht geben: {}',
    '{} erwägen',
  ],
  it: [
    'Errore: {}',
    'Prima: {}',
    'Rifiutato: {}',
    'Il fratello riceve {}',
    '{} sospeso a marzo',
    'Neuropatia da {}',
    'Effetti collaterali di {}',
  ],
  pt: [
    'Havia recebido {}',
    'Possível {}',
    '{} - recusado',
    '{} não tolerado',
    'Neuropatia após {}',
    'Troca de {} para KRd',
    'Resposta a {} ruim',
  ],
  nl: [
    '{} stoppen',
    'Vroeger {}',
    'Geweigerd: {}',
    'Zijn broer krijgt {}',
    '{} gestopt in maart',
    '72 uur na {}',
    'Niet geven: {}',
  ],
  da: [
    'Fejl: {}',
    'Muligvis {}',
    'Afslået: {}',
    '{} stoppet i marts',
    'Neuropati under {}',
    'Gives ikke: {}',
    'Dårligt respons på {}',
  ],
};

describe('a whole order in words that make it something else', () => {
  const orders = ['Velcade 1.1 mg/m2 SC', 'Velcade 1.1 mg/m2 SC d1,8,15'];
  it.each([...FRAMES, ...Object.values(FRAMES_IN).flat()])('%s', (frame) => {
    for (const order of orders) expect(parseOrderText(frame.replace('{}', order)).kind).not.toBe('order');
  });

  it.each([
    'declined transplant, Velcade 1.1 mg/m2 SC',
    'Velcade 1.1 mg/m2 SC, declined transplant',
    'TTP refractory - Velcade 1.1 mg/m2 SC d1,8',
    'Velcade 1.1 mg/m2 SC, dexamethasone 20 mg or prednisone 60 mg',
    'dexamethasone omitted, Velcade 1.1 mg/m2 SC',
    'Velcade 1.1 mg/m2 SC (no previous neuropathy)',
    'Velcade 1.1 mg/m2 SC d1,8,15 in a patient with renal impairment',
    'may proceed with Velcade 1.1 mg/m2 SC',
    'due to neuropathy: Velcade 1.1 mg/m2 SC',
    'Velcade 1.1 mg/m2 -> dose 2 mg SC',
    'Velcade 1.1 mg/m2 SC d1,8,15, D15 omitted',
    'Velcade 1.1 mg/m2 SC weekly (max 2 mg)',
    'Velcade 1.1 mg/m2 SC, ixazomib stopped',
    'Velcade 1.1 mg/m2 SC or IV',
    'Changed from Velcade IV to Velcade 1.1 mg/m2 SC',
    'Velcade 1.1 mg/m2 SC, well tolerated so far',
    'Velcade 1.1 mg/m2 -> 2.05 mg SC',
  ])('but not %s', (text) => {
    expect(parseOrderText(text)).toMatchObject({ kind: 'order', dosePerBsa: 1.1 });
  });
});
