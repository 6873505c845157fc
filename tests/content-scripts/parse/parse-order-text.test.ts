import { describe, expect, it } from 'vitest';
import { parseOrderText } from '../../../content-scripts/parse/index.ts';
import { composedNegatives, composedOrders, type Expected } from './compose.ts';
import { HARD_LINES } from './hard-lines.ts';
import { PROSE_NEGATIVES, PROSE_ORDERS } from './prose-lines.ts';

const FIELDS = ['dosePerBsa', 'doseMg', 'route', 'days', 'cycleLengthDays', 'frequency', 'status'] as const;
const ALL_FIELDS = [...FIELDS, 'regimen', 'cycle', 'cycleDay', 'bsaM2'] as const;

describe('composed order lines in eight languages', () => {
  for (const seed of [7, 2024]) {
    it(`reads every value of 640 lines (seed ${seed})`, () => {
      const faults: string[] = [];
      for (const { name, text, expected } of composedOrders(80, seed)) {
        const read = parseOrderText(text);
        if (read.kind !== 'order' || read.drug !== 'bortezomib') faults.push(`${name}: not an order: ${text}`);
        for (const field of FIELDS) {
          const [got, want] = [read[field], expected[field as keyof Expected]].map((value) => JSON.stringify(value));
          if (got !== want) faults.push(`${name}: ${field} ${got} instead of ${want}: ${text}`);
        }
      }
      expect(faults).toEqual([]);
    });
  }

  it('takes no negative for an order and names its kind', () => {
    const faults = composedNegatives()
      .map(({ name, text, kind }) => ({ name, text, kind, read: parseOrderText(text) }))
      .filter(({ kind, read }) => read.kind !== kind || ALL_FIELDS.some((field) => read[field] !== null))
      .map(({ name, text, read }) => `${name} read as ${read.kind}: ${text}`);
    expect(faults).toEqual([]);
  });
});

for (const [group, lines] of Object.entries(HARD_LINES)) {
  describe(group, () => {
    it.each(lines)('$text', ({ text, says }) => {
      const read = parseOrderText(text);
      if (says === null) {
        expect(read.kind).not.toBe('order');
        for (const field of ALL_FIELDS) expect(read[field]).toBeNull();
        return;
      }
      expect(read.kind).toBe('order');
      const nothing = Object.fromEntries(ALL_FIELDS.map((field) => [field, null]));
      expect(Object.fromEntries(ALL_FIELDS.map((field) => [field, read[field]]))).toEqual({ ...nothing, ...says });
    });
  });
}

describe('lines as they are worded in practice', () => {
  it.each(PROSE_NEGATIVES)('is no order: %s', (text) => {
    expect(parseOrderText(text).kind).not.toBe('order');
  });
  it.each(PROSE_ORDERS)('%s', (text, says) => {
    const read = parseOrderText(text);
    const said = Object.fromEntries(
      ALL_FIELDS.map((field) => [field, read[field]]).filter(([, value]) => value !== null),
    );
    expect(said).toEqual(says);
  });
});

describe('reasons', () => {
  it.each([
    ['bortezomib 1.3 mg/m2 SC biweekly', 'frequency'],
    ['bortezomib 13 mg/m2 SC', 'dosePerBsa'],
    ['bortezomib 1.3 mg/m2 at 75% SC', 'dosePerBsa'],
    ['bortezomib 1.3 mg/m2 SC weekly on days 1, 4, 8, 11', 'frequency'],
    ['VMP or VRd: bortezomib 1.3 mg/m2 SC', 'regimen'],
    ['bortezomib 3.5 mg vial, 1.3 mg/m2 SC', 'doseMg'],
  ] as const)('%s says why %s is missing', (text, field) => {
    const read = parseOrderText(text);
    expect(read[field]).toBeNull();
    expect(read.reasons[field]).toMatch(/\w{3}/);
  });
});
