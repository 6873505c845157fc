import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTENT_HASH, CONTENT_VERSION, evaluate, loadProtocol, recordOf, replay } from '../../rules/index.ts';
import { canonicalJson, sha256 } from '../../rules/sha-256.ts';
import type { SiteProtocol } from '../../rules/site-protocol.ts';
import { contextOf } from './case-of.ts';

const base = { formatVersion: 1, site: 'Example hospital' };
const row = (more: object) => ({ id: 'own', grade: [2], pain: [true], wording: 'Own row.', ...more });
const faultsOf = (json: unknown) => {
  const loaded = loadProtocol(json);
  return loaded.ok ? [] : loaded.faults.map(({ path, reason }) => `${path}: ${reason}`);
};
const load = (json: object): SiteProtocol => {
  const loaded = loadProtocol({ ...base, ...json });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.value;
};
const context = contextOf({
  order: { dosePerBsa: 1.3, frequency: 'twice-weekly', route: 'SC' },
  assessment: { sensoryGrade: 2, pain: true },
  patient: { bsaM2: 1.8, crClMlMin: 90 },
});

describe('a site protocol', { timeout: 60_000 }, () => {
  it('is accepted when it changes what may be changed', () => {
    const protocol = load({
      primarySource: 'eu-smpc',
      analgesicOrder: 'asco-esmo',
      toleranceBandsPercent: { close: 3, tolerated: 8 },
      localNotes: [{ rule: 'monitoring', text: 'Neuropathy clinic on Tuesdays.' }],
      extraRows: [row({ instruction: { do: 'discontinue' } })],
    });
    const { outcomes, contentHash } = evaluate(context, protocol);
    const rules = outcomes.map(({ rule }) => rule);
    expect(rules.indexOf('dose-modification/eu-smpc')).toBeLessThan(rules.indexOf('dose-modification/us-pi'));
    expect(rules.indexOf('symptom-treatment/duloxetine')).toBeLessThan(rules.indexOf('symptom-treatment/pregabalin'));
    expect(outcomes.find(({ rule }) => rule === 'monitoring')).toMatchObject({
      detail: expect.stringContaining('Local note (Example hospital): Neuropathy clinic on Tuesdays.'),
    });
    expect(outcomes.find(({ rule }) => rule === 'dose-modification/site-protocol')).toMatchObject({
      kind: 'card',
      options: [{ action: 'discontinue', source: 'site-protocol' }],
    });
    expect(contentHash).not.toBe(CONTENT_HASH);
  });
  it.each([
    [{ ...base, formatVersion: 2 }, /^formatVersion/u],
    [{ ...base, extra: 1 }, /^extra: unknown key/u],
    [
      { ...base, toleranceBandsPercent: { close: 5, tolerated: 20 } },
      /^toleranceBandsPercent\.tolerated: 20 is out of range/u,
    ],
    [{ ...base, toleranceBandsPercent: { close: 8, tolerated: 5 } }, /close is above tolerated/u],
    [{ ...base, primarySource: 'reference-article' }, /^primarySource/u],
    [{ ...base, localNotes: [{ rule: 'nonsense', text: 'x' }] }, /is no rule/u],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: 'go to 1.6 mg/m2' }] }, /may not name a dose/u],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: '<b>x</b>' }] }, /plain text/u],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: 'Raise to 1.6 mg per m2.' }] }, /may not name a dose/u],
    [
      { ...base, localNotes: [{ rule: 'monitoring', text: '1.6\u00A0mg\u200B/\u200Bm\u00B2' }] },
      /may not name a dose/u,
    ],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: '1,6 mg/㎡' }] }, /may not name a dose/u],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: '1,6 mg/mq' }] }, /may not name a dose/u],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: '1.6 mg per square metre' }] }, /may not name a dose/u],
    [{ ...base, localNotes: [{ rule: 'monitoring', text: '＜script＞' }] }, /plain text/u],
    [{ ...base, localNotes: [{ rule: 'dose-modification/us-pi', text: 'Give 3.5 mg.' }] }, /an amount in mg/u],
    [{ ...base, site: 'Hospital <b>' }, /^site: only plain text/u],
    [
      { ...base, extraRows: [row({ wording: 'Go on at 1.6 mg/m².', instruction: { do: 'discontinue' } })] },
      /^extraRows\[0\]\.wording: may not name a dose/u,
    ],
    [
      {
        ...base,
        extraRows: [row({ wording: 'Then 1 mg/m² weekly.', instruction: { do: 'withhold', restartDosePerBsa: 0.7 } })],
      },
      /^extraRows\[0\]\.wording: may not name another dose per m² than the 0\.7/u,
    ],
    [
      { ...base, extraRows: [row({ instruction: { do: 'no-change' } })] },
      /'no-change' is milder than the label's 'withhold'/u,
    ],
    [
      { ...base, extraRows: [row({ pain: [false], instruction: { do: 'dose', dosePerBsa: 1.1 } })] },
      /above the label's 1/u,
    ],
    [{ ...base, extraRows: [row({ pain: [false], instruction: { do: 'weekly' } })] }, /keeps a single dose/u],
    [{ ...base, extraRows: [row({ pain: [false], instruction: { do: 'level-down' } })] }, /may stay above/u],
    [
      { ...base, extraRows: [row({ instruction: { do: 'withhold', restartDosePerBsa: 1 } })] },
      /^extraRows\[0\]\.instruction/u,
    ],
    [
      { ...base, extraRows: [row({ grade: [4], instruction: { do: 'withhold', restartDosePerBsa: 0.7 } })] },
      /milder than the label's 'discontinue'/u,
    ],
    [
      {
        ...base,
        extraRows: [
          row({ instruction: { do: 'discontinue' } }),
          row({ id: 'two', instruction: { do: 'discontinue' } }),
        ],
      },
      /overlaps with row 'own'/u,
    ],
    [
      {
        ...base,
        extraRows: [
          row({ instruction: { do: 'discontinue' } }),
          row({ grade: [3], instruction: { do: 'discontinue' } }),
        ],
      },
      /used twice/u,
    ],
    [
      {
        ...base,
        primarySource: 'eu-smpc',
        extraRows: [row({ grade: [1], pain: [false], severeAutonomic: [true], instruction: { do: 'no-change' } })],
      },
      /milder than the label's 'discontinue'/u,
    ],
  ])('is refused when unsafe: %j', (json, fault) => {
    expect(faultsOf(json)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });
  it('may name the dose of its own row, and doses of other drugs', () => {
    load({
      localNotes: [
        { rule: 'symptom-treatment/pregabalin', text: 'Start with 25 mg at night; mg and mL on the label.' },
      ],
      extraRows: [
        row({ wording: 'Held, then 0.7 mg/m² weekly.', instruction: { do: 'withhold', restartDosePerBsa: 0.7 } }),
      ],
    });
  });
  it('has no row for a case whose phase or autonomic answer is open, for a child, or for an order that has ended', () => {
    const protocol = load({
      extraRows: [
        row({ id: 'held', pain: [false], phase: ['held-not-recovered'], instruction: { do: 'discontinue' } }),
      ],
    });
    const of = (parts: Parameters<typeof contextOf>[0]) =>
      evaluate(contextOf(parts), protocol).outcomes.find(({ rule }) => rule === 'dose-modification/site-protocol');
    const assessment = { sensoryGrade: 2, pain: false } as const;
    expect(of({ order: { status: 'held' }, assessment })).toMatchObject({
      kind: 'not-evaluated',
      missing: ['assessment.phase'],
    });
    expect(of({ assessment: { ...assessment, phase: 'held-not-recovered' } })).toMatchObject({ kind: 'card' });
    expect(of({ assessment: { ...assessment, phase: 'held-not-recovered' }, patient: { ageYears: 17 } })).toMatchObject(
      {
        kind: 'not-applicable',
      },
    );
    expect(of({ order: { status: 'completed' }, assessment })).toMatchObject({ kind: 'not-applicable' });
    const autonomic = load({
      extraRows: [row({ pain: [false], severeAutonomic: [true], instruction: { do: 'discontinue' } })],
    });
    const site = (answer: 'none' | 'severe' | undefined) =>
      evaluate(contextOf({ assessment: { ...assessment, autonomic: answer } }), autonomic).outcomes.find(
        ({ rule }) => rule === 'dose-modification/site-protocol',
      );
    expect(site(undefined)).toMatchObject({ kind: 'not-evaluated', missing: ['assessment.autonomic'] });
    expect(site('none')).toMatchObject({ kind: 'not-applicable' });
    expect(site('severe')).toMatchObject({ kind: 'card', row: 'own' });
  });
  it('names every fault with the place where it stands', () => {
    expect(
      faultsOf({
        ...base,
        toleranceBandsPercent: { close: 8, tolerated: 5 },
        localNotes: [
          { rule: 'monitoring', text: 'fine' },
          { rule: 'nonsense', text: 'go to 1.6 mg/m2' },
        ],
        extraRows: [
          row({ instruction: { do: 'discontinue' } }),
          row({ id: 'two', pain: undefined, grade: [1], instruction: { do: 'no-change' } }),
        ],
      }).map((fault) => fault.split(':')[0]),
    ).toEqual(['extraRows[1].instruction', 'toleranceBandsPercent', 'localNotes[1].rule', 'localNotes[1].text']);
  });
  it('takes equal bands, and a dose of its own that is the label’s or below', () => {
    expect(faultsOf({ ...base, toleranceBandsPercent: { close: 5, tolerated: 5 } })).toEqual([]);
    const dose = (dosePerBsa: number) =>
      faultsOf({ ...base, extraRows: [row({ pain: [false], instruction: { do: 'dose', dosePerBsa } })] });
    expect(dose(1)).toEqual([]);
    expect(dose(0.7)).toEqual([]);
    expect(dose(1.01)).toHaveLength(1);
    expect(faultsOf({ ...base, extraRows: [row({ pain: [false], instruction: { do: 'discontinue' } })] })).toEqual([]);
  });
  it('gives a row without a condition on pain to both answers', () => {
    const protocol = load({ extraRows: [row({ pain: undefined, grade: [3], instruction: { do: 'discontinue' } })] });
    for (const pain of [true, false]) {
      const given = contextOf({
        order: { dosePerBsa: 1.3, frequency: 'twice-weekly' },
        assessment: { sensoryGrade: 3, pain, phase: 'on-treatment', autonomic: 'none' },
        patient: { ageYears: 60 },
      });
      const site = evaluate(given, protocol).outcomes.find(({ rule }) => rule === 'dose-modification/site-protocol');
      expect(site).toMatchObject({ kind: 'card', row: 'own', options: [{ action: 'discontinue' }] });
    }
  });
  it('says whether the approval is of this content', () => {
    const approval = { contentVersion: CONTENT_VERSION, reference: 'P&T 2026/14', date: '2026-11-01' };
    expect(load({ approval }).approvesThisContent).toBe(true);
    expect(load({ approval: { ...approval, contentHash: CONTENT_HASH } }).approvesThisContent).toBe(true);
    expect(load({ approval: { ...approval, contentHash: 'other' } }).approvesThisContent).toBe(false);
    expect(load({ approval: { ...approval, contentVersion: '0.0.9' } }).approvesThisContent).toBe(false);
    expect(load({}).approvesThisContent).toBe(false);
  });

  const instruction = fc.oneof(
    fc.constantFrom({ do: 'no-change' }, { do: 'level-down' }, { do: 'weekly' }, { do: 'discontinue' }),
    fc.double({ min: 0.3, max: 1.3, noNaN: true }).map((dosePerBsa) => ({ do: 'dose', dosePerBsa })),
    fc.double({ min: 0.3, max: 0.7, noNaN: true }).map((restartDosePerBsa) => ({ do: 'withhold', restartDosePerBsa })),
  );
  it('cannot break an invariant, whatever it says', () => {
    const rows = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        grade: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
        pain: fc.subarray([true, false], { minLength: 1 }),
        wording: fc.constant('Row of the site.'),
        instruction,
      }),
      { maxLength: 3 },
    );
    const dose = fc.constantFrom(0.5, 0.7, 0.9, 1, 1.3, 1.5);
    fc.assert(
      fc.property(
        rows,
        dose,
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        (extraRows, dosePerBsa, sensoryGrade, pain) => {
          const loaded = loadProtocol({ ...base, extraRows });
          if (!loaded.ok) return;
          const given = contextOf({
            order: { dosePerBsa, frequency: 'twice-weekly' },
            assessment: { sensoryGrade, pain },
          });
          const site = evaluate(given, loaded.value).outcomes.find(
            ({ rule }) => rule === 'dose-modification/site-protocol',
          );
          if (site?.kind !== 'card') return;
          for (const option of site.options) {
            expect(option.dosePerBsa ?? 0).toBeLessThanOrEqual(dosePerBsa);
            expect(option.changePercent ?? 0).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('replay', () => {
  it('gives the same bytes again', () => {
    const evaluation = evaluate(context);
    const again = replay(JSON.parse(JSON.stringify(recordOf(context, evaluation))));
    expect(JSON.stringify(again.ok && again.evaluation)).toBe(JSON.stringify(evaluation));
  });
  it('refuses another content, and a record made with a protocol when that is not there', () => {
    const record = recordOf(context, evaluate(context));
    expect(replay({ ...record, contentHash: 'other' })).toMatchObject({ ok: false });
    const protocol = load({ analgesicOrder: 'article' });
    const withProtocol = recordOf(context, evaluate(context, protocol));
    expect(replay(withProtocol).ok).toBe(false);
    expect(replay(withProtocol, protocol).ok).toBe(true);
  });
});

describe('identity', { timeout: 60_000 }, () => {
  it('hashes as SHA-256 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
    expect(sha256('a'.repeat(1000))).toBe(createHash('sha256').update('a'.repeat(1000)).digest('hex'));
  });
  it('hashes the first and last character of every length in bytes, and a lone half of a pair, as UTF-8 has them', () => {
    for (const code of [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x1_0000, 0x10_ffff]) {
      const text = `a${String.fromCodePoint(code)}b`;
      expect(sha256(text), code.toString(16)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }
  });
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":1}]}');
    expect(load({ site: 'A', analgesicOrder: 'article' }).hash).toBe(
      load({ analgesicOrder: 'article', site: 'A' }).hash,
    );
    expect(load({ site: 'A' }).hash).not.toBe(load({ site: 'B' }).hash);
  });
});
