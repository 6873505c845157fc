import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedOrder, parseDosePerBsa, parseOrderText } from '../../../content-scripts/parse/index.ts';
import { composedOrders } from './compose.ts';
import { HARD_LINES } from './hard-lines.ts';

const LINES = [
  ...composedOrders(12, 99).map(({ text }) => text),
  ...Object.values(HARD_LINES).flatMap((group) => group.map(({ text }) => text)),
];
const WORDS = LINES.flatMap((text) => text.split(/(?<= )/));

/** Order lines cut up and put together again, with noise between. */
const scrambled = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => `bortezomib ${parts.join('')}`);

const digitsOf = (text: string) =>
  text.normalize('NFKC').replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x660));

function checkDose(text: string, read: ParsedOrder) {
  for (const field of ['dosePerBsa', 'doseMg'] as const) {
    const value = read[field];
    if (value === null) continue;
    const span = read.spans[field];
    expect(span, field).toBeDefined();
    const source = digitsOf(text.slice(span?.start, span?.end)).replace(/[\u00AD\u200B-\u200D\u2060]/g, '');
    const number = source.match(/\d*[.,·٫'’]?\d+/)?.[0] ?? '';
    expect(Number(number.replace(/[,·٫'’]/, '.')), `${field} out of ${source}`).toBe(value);
  }
}

describe('properties', () => {
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseOrderText(text);
        parseOrderText(`velcade ${text}`);
      }),
      { numRuns: 500 },
    );
  });

  it('takes every dose from digits that stand in the text, within the plausible range, and is deterministic', () => {
    fc.assert(
      fc.property(scrambled, (text) => {
        const read = parseOrderText(text);
        checkDose(text, read);
        if (read.dosePerBsa !== null) expect(read.dosePerBsa >= 0.3 && read.dosePerBsa <= 5).toBe(true);
        if (read.doseMg !== null) expect(read.doseMg).not.toBe(3.5);
        if (read.kind !== 'order') expect(Object.keys(read.spans)).toEqual([]);
        expect(parseOrderText(text)).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('reads the same dose again from the span it came from', () => {
    for (const text of LINES) {
      const { dosePerBsa, spans } = parseOrderText(text);
      if (
        dosePerBsa === null ||
        spans.dosePerBsa === undefined ||
        text.includes('"unit"') ||
        text.includes('(mg/m2): ')
      )
        continue;
      expect(parseDosePerBsa(text.slice(spans.dosePerBsa.start, spans.dosePerBsa.end)).value, text).toBe(dosePerBsa);
    }
  });

  it('never takes a figure in mg for one in mg/m2, nor the reverse', () => {
    const units = ['mg/m2', 'mg/m²', 'mg/m^2', 'mg per m2', 'mg/sqm', 'mg/m 2'];
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 35 }), fc.constantFrom(...units, 'mg', ''), (tenths, unit) => {
        const value = tenths / 10;
        const read = parseOrderText(`bortezomib ${value.toFixed(1)} ${unit} subcutaneous`);
        const perArea = units.includes(unit);
        expect(read.dosePerBsa).toBe(perArea ? value : null);
        expect(read.doseMg).toBe(unit === 'mg' && value !== 3.5 ? value : null);
      }),
    );
  });

  it('takes 100 kB of text in linear-ish time', () => {
    const unit =
      'Bortezomib 1.3 mg/m2 SC days 1, 4, 8, 11; (dexamethasone 40 mg [days 1-4] 1,2,3,4 of a 21-day cycle. ';
    // processor time, not time of day: other work on the machine must not count
    const spent = (run: () => void) => {
      const used = () => {
        const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
        return (user + system) / 1000;
      };
      const start = used();
      run();
      return used() - start;
    };
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const runs = [1, 2, 3].map(() => spent(() => parseOrderText(text)));
      return Math.min(...runs);
    };
    time(20_000);
    expect(time(100_000) / time(25_000)).toBeLessThan(9);
    for (const hostile of [
      '1,',
      '(',
      'd ',
      '1 ',
      '- ',
      'bortezomib ',
      '1.',
      'cycle ',
      '|',
      'a',
      'prior bortezomib ',
      'mg ',
      '1 mg bortezomib ',
    ]) {
      const text = `bortezomib ${hostile.repeat(100_000 / hostile.length)}`;
      expect(
        spent(() => parseOrderText(text)),
        hostile,
      ).toBeLessThan(3000);
    }
  }, 60_000);
});
