import { describe, expect, it } from 'vitest';
import { frequencyOfDays, REGIMENS, regimenNamed, regimenOfComponents } from '../../rules/regimens.ts';
import { SOURCES } from '../../rules/sources.ts';

const key = (written: string) => written.toLowerCase().replace(/[\s\-._/+]/gu, '');

describe('the regimen table', () => {
  it('gives every written form to one regimen only', () => {
    const owner = new Map<string, string>();
    for (const regimen of REGIMENS) {
      for (const written of [...regimen.synonyms, ...regimen.ambiguousSynonyms]) {
        const known = owner.get(key(written));
        expect(known === undefined || known === regimen.name, `${written}: ${known} and ${regimen.name}`).toBe(true);
        owner.set(key(written), regimen.name);
      }
    }
  });

  it('has possible days, 72 hours apart, a known source and bortezomib in every record', () => {
    const ids = new Set(SOURCES.map((source) => source.id));
    for (const regimen of REGIMENS) {
      expect(regimen.components).toContain('bortezomib');
      for (const schedule of regimen.schedules) {
        expect(ids).toContain(schedule.source);
        expect(Math.max(...schedule.days)).toBeLessThanOrEqual(schedule.cycleLengthDays);
        schedule.days.forEach((day, index) => {
          if (index > 0) expect(day - (schedule.days[index - 1] ?? 0)).toBeGreaterThanOrEqual(3);
        });
        const wrap = schedule.cycleLengthDays + (schedule.days[0] ?? 0) - (schedule.days.at(-1) ?? 0);
        expect(wrap).toBeGreaterThanOrEqual(3);
        expect(frequencyOfDays(schedule.days)).toBeDefined();
      }
    }
  });

  it.each([
    ['VRD', 'VRd'],
    ['RVd', 'VRd'],
    ['VCD', 'CyBorD'],
    ['CyBorD', 'CyBorD'],
    ['DVD', 'DVd'],
    ['Dara-VRd', 'D-VRd'],
    ['dara vtd', 'D-VTd'],
    ['BMP', 'VMP'],
    ['rvd lite', 'VRd-lite'],
    ['Daratumumab-VTD', 'D-VTd'],
    ['daratumumab + VRd', 'D-VRd'],
    ['Isatuximab-VRd', 'Isa-VRd'],
    ['Bortezomib, lenalidomide and dexamethasone', 'VRd'],
    ['Velcade/thalidomide/dex', 'VTd'],
    ['dexamethasone plus bortezomib with daratumumab', 'DVd'],
  ])('%s is %s', (written, name) => {
    expect(regimenNamed(written)?.name).toBe(name);
  });

  it.each([
    'KRd',
    'IRd',
    'VAD',
    'CHOP',
    '',
    'bortezomib',
    'VRd then something',
    'carfilzomib and dexamethasone',
    'bortezomib, dex and more',
  ])('does not know %j', (written) => {
    expect(regimenNamed(written)).toBeUndefined();
  });

  it('recognises a regimen by its drugs, never a variant', () => {
    expect(regimenOfComponents(['daratumumab', 'Bortezomib', 'dexamethasone'])?.name).toBe('DVd');
    expect(regimenOfComponents(['lenalidomide', 'dexamethasone', 'bortezomib'])?.name).toBe('VRd');
    expect(regimenOfComponents(['bortezomib', 'cyclophosphamide', 'dexamethasone'])?.name).toBe('CyBorD');
    expect(regimenOfComponents(['bortezomib'])).toBeUndefined();
    expect(regimenOfComponents(['carfilzomib', 'dexamethasone'])).toBeUndefined();
  });
});

describe('frequencyOfDays', () => {
  it.each([
    [[1, 4, 8, 11], 'twice-weekly'],
    [[1, 8, 15, 22], 'weekly'],
    [[1, 15], 'every-2-weeks'],
    [[8, 1], 'weekly'],
    [[1], undefined],
    [[1, 2], undefined],
    [[1, 11], undefined],
  ])('%j is %s', (days, frequency) => {
    expect(frequencyOfDays(days)).toBe(frequency);
  });
});
