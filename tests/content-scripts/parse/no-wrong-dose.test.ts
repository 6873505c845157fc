/**
 * Lines put together from an order and things that stand beside one: partners, former doses, vials, laboratory values,
 * changes by a share. Whatever the order and language, a dose that is returned is the one that was ordered.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOrderText } from '../../../content-scripts/parse/index.ts';
import { LANGUAGES } from './phrases.ts';

/** the ordered dose, and doses that are never it, mg/m2 */
const ORDERED = [1.3, 1, 0.7, 1.6];
const OTHER = [1.2, 0.8, 1.5, 1.1];
const UNITS = ['mg/m2', 'mg/m²', 'mg/m^2', 'mg/sqm', 'mg/m 2', 'mg/m(2)'];

/** What stands beside the dose, for a former dose and a former total as they are written. */
const BESIDE: Record<string, ((former: string, total: string) => string)[]> = {
  en: [
    (former) => `(reduced from ${former})`,
    (former) => `, previously ${former}`,
    (_, total) => `(was ${total} mg)`,
    (former) => `~~${former}~~`,
    (former) => `instead of ${former}`,
  ],
  es: [(former) => `(antes ${former})`, (former) => `(reducida desde ${former})`, (former) => `en lugar de ${former}`],
  fr: [(former) => `(auparavant ${former})`, (former) => `au lieu de ${former}`, (former) => `(réduit de ${former})`],
  de: [(former) => `(zuvor ${former})`, (former) => `statt ${former}`, (former) => `(reduziert von ${former})`],
  it: [
    (former) => `(in precedenza ${former})`,
    (former) => `invece di ${former}`,
    (former) => `(ridotto da ${former})`,
  ],
  pt: [(former) => `(anterior ${former})`, (former) => `em vez de ${former}`, (former) => `(reduzido de ${former})`],
  nl: [(former) => `(eerder ${former})`, (former) => `in plaats van ${former}`, (former) => `(verlaagd van ${former})`],
  da: [
    (former) => `(tidligere ${former})`,
    (former) => `i stedet for ${former}`,
    (former) => `(reduceret fra ${former})`,
  ],
};

const AROUND = [
  '3.5 mg vial',
  '(2.5 mg/mL)',
  'BSA 1.74 m2',
  'Cr 1.2 mg/dL',
  'CrCl 48 mL/min',
  'Hb 9.1 g/dL',
  'plt 50',
  'weight 70 kg',
  'D1, D4, D8, D11',
  'NaCl 0.9 %',
  'q21d',
  'C2D8',
  '12/03/2025',
  'x 4',
];

const written = (value: number, mark: string) => String(value).replace('.', mark);

const line = fc
  .record({
    language: fc.constantFrom(...Object.keys(LANGUAGES)),
    dose: fc.constantFrom(...ORDERED),
    other: fc.constantFrom(...OTHER),
    unit: fc.constantFrom(...UNITS),
    total: fc.boolean(),
    beside: fc.option(fc.nat(10)),
    around: fc.uniqueArray(fc.constantFrom(...AROUND), { maxLength: 3 }),
    partner: fc.option(fc.nat(10)),
    partnerFirst: fc.boolean(),
    route: fc.nat(10),
    first: fc.boolean(),
    link: fc.constantFrom('; ', ', ', ' + ', '\n', ' | ', ' / '),
    upper: fc.boolean(),
  })
  .map((parts) => {
    const { language, dose, other, unit } = parts;
    const phrases = LANGUAGES[language];
    const beside = BESIDE[language];
    if (phrases === undefined || beside === undefined) throw new Error(language);
    const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
    const mg = Math.round(dose * 1.74 * 100) / 100;
    const amount = `${written(dose, phrases.mark)} ${unit}${parts.total ? ` (${written(mg, phrases.mark)} mg)` : ''}`;
    const former =
      parts.beside === null
        ? ''
        : pick(beside, parts.beside)(`${written(other, phrases.mark)} ${unit}`, written(other * 2, phrases.mark));
    const own = [amount, former, pick(phrases.sc, parts.route)].filter(Boolean);
    const order = [pick(phrases.drug, parts.route), ...own, ...parts.around].join(' ');
    const partner = parts.partner === null ? null : pick(phrases.partners, parts.partner);
    const all = partner === null ? [order] : parts.partnerFirst ? [partner, order] : [order, partner];
    const text = all.join(parts.link);
    return { text: parts.upper ? text.toUpperCase() : text, dose, mg: parts.total ? mg : null };
  });

describe('a dose beside other figures', () => {
  it('is the ordered one or none, in all eight languages', () => {
    let read = 0;
    let lines = 0;
    fc.assert(
      fc.property(line, ({ text, dose, mg }) => {
        const { dosePerBsa, doseMg } = parseOrderText(text);
        lines++;
        if (dosePerBsa !== null) read++;
        expect([dose, null], `mg/m2 of ${text}`).toContain(dosePerBsa);
        expect([mg, null], `mg of ${text}`).toContain(doseMg);
      }),
      { numRuns: 3000, seed: 20 },
    );
    // a parser that reads nothing would be right as well
    expect(read / lines).toBeGreaterThan(0.85);
  }, 60_000);
});

/** orders, and lines that hold another dose or schedule and are no orders, as one note holds them together */
const ORDERS = [
  'Velcade 1.3 mg/m2 SC d1,8,15,22',
  'bortezomib 1.3 mg/m2 subcutaneous weekly',
  'Bortezomib (Velcade) 1,3 mg/m² s.c.',
  'Dose: 1.3 mg/m2. Route: SC. Drug: bortezomib',
  'Bortezomib\n1.3 mg/m2\nSubcutaneous',
];
const TOLD = [
  'Dose of bortezomib changed from 1.2 to 0.9 mg/m²',
  'Dosis bortezomib verlaagd van 1,2 naar 0,9 mg/m2',
  '25% dose reduction = 0.9 mg/m2; 50% = 0.6 mg/m2 (bortezomib)',
  'Grade 1 with pain → bortezomib 0.9 mg/m2; grade 3 → 0.6 mg/m2 weekly',
  'Bortezomib 1.2 → 0.9 → 0.6 mg/m2 stepwise',
  'If ANC < 0.75 withhold bortezomib, restart at 0.9 mg/m2 SC',
  '2016 VTD (bortezomib 1.2 mg/m² IV d1,4,8,11), PR',
  'Z.n. 6 Zyklen VCD (Bortezomib 1,2 mg/m²) 2018',
  'Stufe -1: 0,9 mg/m²; Stufe -2: 0,6 mg/m² (Bortezomib)',
  'She had been receiving bortezomib 0.9 mg/m2 IV twice weekly',
  'Declined: bortezomib 0.9 mg/m2 IV d1,4,8,11',
];

describe('an order in a note with other lines', () => {
  it.each(['\n', '. ', '; ', ', ', ' | ', ' - '])('gives its own values or none, joined by %j', (link) => {
    let read = 0;
    for (const order of ORDERS) {
      const alone = parseOrderText(order);
      expect(alone.dosePerBsa).toBe(1.3);
      // fields that stand before the name belong to whatever was named before them, unless something ends there
      if (order.startsWith('Dose:') && !/[\n;.]/.test(link)) continue;
      for (const told of TOLD)
        for (const text of [order + link + told, told + link + order]) {
          const both = parseOrderText(text);
          for (const field of ['dosePerBsa', 'doseMg', 'route'] as const)
            expect([alone[field], null], `${field} of ${text}`).toContain(both[field]);
          if (link === '\n' || link === '; ') expect(both.regimen, `regimen of ${text}`).toBe(alone.regimen);
          if (both.dosePerBsa !== null) read++;
        }
    }
    expect(read).toBeGreaterThan((link === '\n' || link === '; ' ? 0.65 : 0.1) * ORDERS.length * TOLD.length * 2);
  });
});
