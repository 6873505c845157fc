/** Composes order lines with known answers out of the phrase parts; the same lines at every run. */
import { randomNumbers } from '../../random-numbers.ts';
import { LANGUAGES, type Phrases } from './phrases.ts';

export interface Expected {
  dosePerBsa: number | null;
  doseMg: number | null;
  route: 'SC' | 'IV' | 'either' | null;
  days: number[] | null;
  cycleLengthDays: number | null;
  frequency: 'twice-weekly' | 'weekly' | 'every-2-weeks' | null;
  status: string | null;
}
export interface Line {
  name: string;
  text: string;
  kind: 'order' | 'history' | 'allergy' | 'other';
  expected: Expected;
}

export const NOTHING: Expected = {
  dosePerBsa: null,
  doseMg: null,
  route: null,
  days: null,
  cycleLengthDays: null,
  frequency: null,
  status: null,
};

const DOSES = [1.3, 1, 0.7, 1.5, 1.1, 0.9];
const DAY_LISTS: [number[], Expected['frequency']][] = [
  [[1, 4, 8, 11], 'twice-weekly'],
  [[1, 8, 15, 22], 'weekly'],
  [[1, 8, 15], 'weekly'],
  [[1, 4, 8, 11, 22, 25, 29, 32], 'twice-weekly'],
  [[1, 8, 22, 29], 'weekly'],
  [[1, 15], 'every-2-weeks'],
  [[2, 5, 9, 12], 'twice-weekly'],
];
const CYCLES = [21, 28, 35, 42];

const PERTURBATIONS: [string, (text: string) => string][] = [
  ['as written', (text) => text],
  ['upper case', (text) => text.toUpperCase()],
  ['lower case', (text) => text.toLowerCase()],
  ['non-breaking spaces', (text) => text.replaceAll(' ', '\u00A0')],
  ['thin spaces before units', (text) => text.replace(/(\d) ?(mg|MG)/g, '$1\u2009$2')],
  ['no space before units', (text) => text.replace(/(\d) (mg)/g, '$1$2')],
  ['markdown bullet and bold', (text) => `- **${text.split(' ')[0]}** ${text.split(' ').slice(1).join(' ')}`],
  ['double spaces', (text) => text.replaceAll(' ', '  ')],
  ['soft hyphen in the name', (text) => text.replace(/(?<=bort)(?=[eé]zomib)/gi, '\u00AD')],
  [
    'full-width digits in the dose',
    (text) => text.replace(/\d(?=[.,]?\d* ?mg)/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  ],
  ['line breaks after commas', (text) => text.replace(/; /g, '\n')],
  ['middle dot', (text) => text.replace(/(\d)[.,](\d)(?=\d? ?mg)/g, '$1·$2')],
];

function pick<T>(next: () => number, list: readonly T[]): T {
  return list[Math.floor(next() * list.length)] as T;
}

function composeOrder(next: () => number, language: string, phrases: Phrases): Line {
  const dose = pick(next, DOSES);
  const written = String(dose).replace('.', next() < 0.75 ? phrases.mark : '.');
  const expected: Expected = { ...NOTHING, dosePerBsa: dose };
  const area = pick(next, phrases.perArea);
  let doseText = `${written} ${area}`;
  const changeTo = next();
  if (changeTo < 0.15 && dose < 1.3) {
    doseText = pick(next, phrases.changed)(doseText, `1${phrases.mark}3 ${area}`);
  } else if (changeTo > 0.8) {
    const total = Math.round(dose * 1.8 * 100) / 100;
    expected.doseMg = total;
    doseText += ` (${String(total).replace('.', phrases.mark)} mg)`;
  }
  const parts = [pick(next, phrases.drug), doseText];
  const route = pick(next, ['SC', 'SC', 'IV', 'either', null] as const);
  if (route !== null) {
    expected.route = route;
    parts.push(pick(next, route === 'SC' ? phrases.sc : route === 'IV' ? phrases.iv : phrases.either));
  }
  if (next() < 0.65) {
    const [days, frequency] = pick(next, DAY_LISTS);
    expected.days = days;
    expected.frequency = frequency;
    if (next() < 0.2 && frequency !== 'every-2-weeks') {
      parts.push(pick(next, frequency === 'weekly' ? phrases.weekly : phrases.twiceWeekly));
    }
    parts.push(pick(next, phrases.days)(days));
    if (next() < 0.6) {
      expected.cycleLengthDays = pick(next, CYCLES);
      parts.push(pick(next, phrases.cycle)(expected.cycleLengthDays));
    }
  } else {
    const frequency = pick(next, ['twice-weekly', 'weekly', 'every-2-weeks'] as const);
    expected.frequency = frequency;
    parts.push(
      pick(
        next,
        { 'twice-weekly': phrases.twiceWeekly, weekly: phrases.weekly, 'every-2-weeks': phrases.everyTwoWeeks }[
          frequency
        ],
      ),
    );
  }
  const status = next();
  if (status < 0.2) {
    const entries = Object.entries(phrases.status);
    const [name, words] = pick(next, entries);
    expected.status = name;
    parts.push(`- ${pick(next, words ?? [''])}`);
  }
  let text = parts.join(' ');
  const surroundings = next();
  if (surroundings < 0.25) text = `${text}; ${pick(next, phrases.partners)}`;
  else if (surroundings < 0.4) text = `${pick(next, phrases.partners)}; ${text}`;
  else if (surroundings < 0.5) text = `${text} + ${pick(next, phrases.partners)}`;
  return { name: language, text, kind: 'order', expected };
}

function perturbed(line: Line, [name, change]: (typeof PERTURBATIONS)[number]): Line {
  return { ...line, name: `${line.name}, ${name}`, text: change(line.text) };
}

/** `perLanguage` order lines for each language, each under one perturbation in turn. */
export function composedOrders(perLanguage: number, seed = 7): Line[] {
  const next = randomNumbers(seed);
  return Object.entries(LANGUAGES).flatMap(([language, phrases]) =>
    Array.from({ length: perLanguage }, (_, i) => {
      const change = PERTURBATIONS[i % PERTURBATIONS.length];
      const line = composeOrder(next, language, phrases);
      return change === undefined ? line : perturbed(line, change);
    }),
  );
}

/** Every negative of every language, as written and perturbed in ways that keep its meaning. */
export function composedNegatives(): Line[] {
  const lines: Line[] = [];
  for (const [language, phrases] of Object.entries(LANGUAGES)) {
    for (const kind of ['history', 'allergy', 'other'] as const) {
      for (const text of phrases[kind]) {
        for (const i of [0, 1, 2, 3, 7]) {
          const change = PERTURBATIONS[i];
          if (change !== undefined)
            lines.push(perturbed({ name: `${language} ${kind}`, text, kind, expected: NOTHING }, change));
        }
        for (const around of ['- ', '1. ', '> ', '* ', '"']) {
          lines.push({ name: `${language} ${kind}, after ${around}`, text: around + text, kind, expected: NOTHING });
        }
      }
    }
  }
  return lines;
}
