/** What a mapping may hold, and what is said about one that may not be used. */
import { describe, expect, test } from 'vitest';
import { ADAPTERS } from '../../mapping/adapters/index.ts';
import { parseSiteMapping, parseSiteMappingText } from '../../mapping/schema.ts';
import type { SiteMapping } from '../../mapping/shape.ts';

const MINIMAL: SiteMapping = {
  format: 1,
  id: 'example-hospital',
  name: 'Example hospital',
  pages: [
    {
      name: 'Orders',
      addresses: [{ host: 'ehr.example.org', path: '/orders*' }],
      requires: [{ select: '#orders' }],
      orders: [
        {
          name: 'Order list',
          kind: 'rows',
          area: { select: '#orders' },
          each: 'tbody > tr',
          holds: 'orders',
          fields: { drug: { select: 'td:nth-child(1)' }, dosePerBsa: { select: 'td:nth-child(2)', unit: 'mg/m2' } },
        },
      ],
      results: [
        {
          name: 'Creatinine',
          area: { select: '#labs' },
          each: 'li',
          measure: 'creatinine',
          fields: { value: { select: 'b' } },
        },
      ],
    },
  ],
};

type Path = (string | number)[];

/** The minimal mapping with one thing changed; undefined takes it away. */
function changed(path: Path, value: unknown): unknown {
  const copy = structuredClone(MINIMAL) as unknown as Record<string | number, unknown>;
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step] as typeof at;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

const faultsOf = (data: unknown) => {
  const parsed = parseSiteMapping(data);
  return parsed.ok ? [] : parsed.faults;
};

test('a mapping of every part is taken as it is', () => {
  expect(parseSiteMapping(MINIMAL)).toEqual({ ok: true, mapping: MINIMAL });
});

test.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))(
  'the adapter %s is a mapping like any other, through JSON and back',
  (_, adapter) => {
    expect(parseSiteMappingText(JSON.stringify(adapter))).toEqual({ ok: true, mapping: adapter });
  },
);

describe('refused with its path and the reason', () => {
  const ORDERS: Path = ['pages', 0, 'orders', 0];
  test.each<[string, Path, unknown, RegExp]>([
    ['format', ['format'], 2, /2/],
    ['format', ['format'], undefined, /./],
    ['id', ['id'], 'Example', /small letters/],
    ['id', ['id'], 'generic', /taken/],
    ['code', ['code'], 'alert(1)', /unknown/],
    ['pages', ['pages'], [], /at least 1/],
    ['pages[0].requires', ['pages', 0, 'requires'], [], /at least 1/],
    ['pages[0].script', ['pages', 0, 'script'], 'x', /unknown/],
    ['pages[0].addresses[0].host', ['pages', 0, 'addresses', 0, 'host'], 'a b', /host/],
    ['pages[0].addresses[0].path', ['pages', 0, 'addresses', 0, 'path'], 'orders', /path/],
    ['pages[0].orders[0].each', [...ORDERS, 'each'], undefined, /needed/],
    ['pages[0].orders[0].each', [...ORDERS, 'kind'], 'card', /no other/],
    ['pages[0].orders[0].status', [...ORDERS, 'status'], 'ordered', /not accepted/],
    ['pages[0].orders[0].fields.drug', [...ORDERS, 'fields', 'drug'], undefined, /missing/],
    ['pages[0].orders[0].fields.doze', [...ORDERS, 'fields', 'doze'], { select: 'b' }, /unknown/],
    ['pages[0].orders[0].fields.drug.select', [...ORDERS, 'fields', 'drug', 'select'], 'td[', /not a CSS/],
    ['pages[0].orders[0].fields.drug.says', [...ORDERS, 'fields', 'drug', 'says'], 'x'.repeat(81), /80/],
    ['pages[0].results[0].fields.name', ['pages', 0, 'results', 0, 'measure'], undefined, /measure/],
  ])('%s', (path, at, value, reason) => {
    expect(faultsOf(changed(at, value))).toEqual([{ path, reason: expect.stringMatching(reason) }]);
  });

  test('what is no JSON, no object, or from a newer version', () => {
    expect(parseSiteMappingText('{"format":')).toMatchObject({ ok: false });
    for (const data of [null, [], 'mapping', 7]) expect(faultsOf(data).length, JSON.stringify(data)).toBeGreaterThan(0);
  });

  test.each([
    ':has(td)',
    'tr:has(> td)',
    'div::before',
    'div:nth-child(2):contains(x)',
    ':is(:not(:is(b)))',
    'a, b, c, d, e',
    'a '.repeat(13),
    'x'.repeat(301),
    'a >>> b >>> c >>> d >>> e',
    '',
    '< td',
  ])('the selector %s', (select) => {
    expect(faultsOf(changed([...ORDERS, 'fields', 'drug', 'select'], select))).toHaveLength(1);
  });

  test.each(['tr > td:nth-child(2n+1)', '#a:not(.b, .c) ~ [data-x^="y" i] + *', 'x-order >>> .dose', ':scope > b'])(
    'but not the selector %s',
    (select) => {
      expect(faultsOf(changed([...ORDERS, 'fields', 'drug', 'select'], select))).toEqual([]);
    },
  );
});

test('several faults are all told', () => {
  const data = changed(['pages', 0, 'orders', 0, 'fields', 'drug', 'select'], '??') as SiteMapping;
  expect(faultsOf({ ...data, id: '', more: 1 })).toHaveLength(3);
});
