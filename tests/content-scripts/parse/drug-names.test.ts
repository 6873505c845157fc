import { describe, expect, it } from 'vitest';
import { BORTEZOMIB_NAME, namesBortezomib } from '../../../content-scripts/parse/index.ts';

const NAMES = [
  'bortezomib',
  'BORTEZOMIB',
  'Bortezomibe',
  'bortézomib',
  'bortézomib',
  'bor\u00ADtezo\u00ADmib',
  'Velcade®',
  'VELCADE(R)',
  'velcade 3.5 mg',
  'Bortezomib-Accord',
  'bortezomib/dexamethasone',
  'bortezomibum',
  'bortezomibu',
  "bortezomib'in",
  'PS-341',
  'PS341',
  'MLN-341',
  'LDP 341',
  'Boruzu',
  'Bortecade',
  'Bortyz RTU',
  'Bortezol',
  '硼替佐米',
  '注射用硼替佐米',
  'ボルテゾミブ',
  '보르테조밉',
  'бортезомиба',
  'Бортезоміб',
  'Велкейд',
  'bortezomid',
  '(bortezomib)',
  '_bortezomib_',
];
const OTHERS = [
  'carfilzomib',
  'ixazomib',
  'venetoclax',
  'marizomib',
  'VAD',
  'KRd',
  'IRd',
  'V',
  'vincristine',
  'Velcadent',
  'Bort',
  'Bortolozzi',
  'xbortezomib',
  'PS-3410',
  'L01XX320',
  '',
];

describe('names of bortezomib', () => {
  it.each(NAMES)('%s is bortezomib', (name) => {
    expect(namesBortezomib(name)).toBe(true);
    expect(namesBortezomib(`Rx: ${name}, 1.3 mg/m2`)).toBe(true);
  });
  it.each(OTHERS)('%s is not', (name) => {
    expect(namesBortezomib(name)).toBe(false);
  });
  it('keeps no state between tests of the shared expression', () => {
    expect([1, 2, 3].map(() => BORTEZOMIB_NAME.test('velcade'))).toEqual([true, true, true]);
  });
});
