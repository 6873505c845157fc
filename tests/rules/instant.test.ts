import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursBetween, minutesOf } from '../../rules/instant.ts';

describe('instants without a clock', () => {
  it('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (date, zone) => {
          const local = new Date(date.getTime() + zone * 60_000).toISOString().slice(0, 19);
          const pad = (n: number) => String(n).padStart(2, '0');
          const size = Math.abs(zone);
          const iso = `${local}${zone < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
          expect(minutesOf(iso)).toBeCloseTo(Math.floor(date.getTime() / 1000) / 60, 6);
        },
      ),
    );
  });
  it('need a zone', () => {
    expect(minutesOf('2026-03-01T10:00:00')).toBeUndefined();
    expect(minutesOf('2026-03-01')).toBeUndefined();
    expect(hoursBetween('2026-03-01T10:00:00Z', 'later')).toBeUndefined();
    expect(hoursBetween('2026-03-01T10:00:00Z', '2026-03-01T11:30:00Z')).toBe(1.5);
  });
});
