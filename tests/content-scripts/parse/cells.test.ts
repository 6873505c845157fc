import { describe, expect, it } from 'vitest';
import {
  parseCycleAndDay,
  parseCycleLength,
  parseDays,
  parseDoseMg,
  parseDosePerBsa,
  parseFrequency,
  parseQuantity,
  parseRegimen,
  parseRoute,
  parseStatus,
} from '../../../content-scripts/parse/index.ts';

type Cell = { value: unknown; reason?: string };
const outcome = (cell: Cell) => (cell.value === null ? cell.reason : cell.value);

const cases: [string, (text: string) => Cell, [string, unknown][]][] = [
  [
    'dose per area',
    parseDosePerBsa,
    [
      ['1.3 mg/m2', 1.3],
      ['1,3 mg/m²', 1.3],
      ['1.3', 'unit-missing'],
      ['13 mg/m2', 'ambiguous'],
      ['1,300 mg/m2', 'ambiguous'],
      ['1.3 mg/m2 → 1', 'unit-missing'],
      ['1.3 Milligram per square meter −25%', 'ambiguous'],
      ['2.36 mg', 'absent'],
      ['', 'absent'],
      ['see protocol', 'unparsed'],
    ],
  ],
  [
    'dose per area with the unit in the label',
    (text) => parseDosePerBsa(text, true),
    [
      ['1.3', 1.3],
      ['1,3', 1.3],
      ['0.7', 0.7],
      ['13', 'ambiguous'],
      ['1 3', 'ambiguous'],
      ['1.0-1.3', 'ambiguous'],
      ['2.36 mg', 'absent'],
    ],
  ],
  [
    'dose in mg',
    parseDoseMg,
    [
      ['2.36 mg', 2.36],
      ['2,36 mg', 2.36],
      ['1.3 mg/m2', 'absent'],
      ['3.5 mg', 'ambiguous'],
      ['3.5 mg powder', 'ambiguous'],
      ['2.5 mg/mL', 'ambiguous'],
      ['2.36', 'unit-missing'],
    ],
  ],
  [
    'route',
    parseRoute,
    [
      ['SQ', 'SC'],
      ['Intravenous push', 'IV'],
      ['SC or IV', 'either'],
      ['Intrathecal', 'intrathecal'],
      ['Oral', 'other'],
      ['subcutánea', 'SC'],
      ['', 'absent'],
      ['arm', 'unparsed'],
    ],
  ],
  [
    'days',
    parseDays,
    [
      ['1, 4, 8, 11', [1, 4, 8, 11]],
      ['1,8,15', [1, 8, 15]],
      ['D1 D4 D8 D11', [1, 4, 8, 11]],
      ['Days 1 and 8', [1, 8]],
      ['1', [1]],
      ['1-4', 'ambiguous'],
      ['8, 1', 'ambiguous'],
      ['Monday', 'unparsed'],
    ],
  ],
  [
    'cycle length',
    parseCycleLength,
    [
      ['21 days', 21],
      ['every 3 weeks', 21],
      ['q28d', 28],
      ['21', 'unit-missing'],
      ['3 weeks', 21],
      ['90 days', 'ambiguous'],
    ],
  ],
  [
    'cycle length with days in the label',
    (text) => parseCycleLength(text, true),
    [
      ['21', 21],
      ['3', 'ambiguous'],
    ],
  ],
  [
    'frequency',
    parseFrequency,
    [
      ['Twice weekly', 'twice-weekly'],
      ['Weekly', 'weekly'],
      ['q2w', 'every-2-weeks'],
      ['biweekly', 'ambiguous'],
      ['daily', 'unparsed'],
    ],
  ],
  [
    'regimen',
    parseRegimen,
    [
      ['VCD', 'CyBorD'],
      ['RVd', 'VRd'],
      ['Dara-VRd', 'D-VRd'],
      ['DVD', 'DVd'],
      ['VD', 'Vd'],
      ['KRd', 'unparsed'],
      ['VRd / VMP', 'ambiguous'],
    ],
  ],
  [
    'status',
    parseStatus,
    [
      ['Active', 'active'],
      ['On hold', 'held'],
      ['on-hold', 'held'],
      ['Hold', 'held'],
      ['STOPPED', 'discontinued'],
      ['Completed', 'completed'],
      ['Scheduled', 'planned'],
      ['abgesetzt', 'discontinued'],
      ['?', 'unparsed'],
    ],
  ],
  [
    'cycle and day',
    parseCycleAndDay,
    [
      ['C3D8', { cycle: 3, cycleDay: 8 }],
      ['Cycle 3 of 8', { cycle: 3, cycleDay: null }],
      ['Zyklus 2, Tag 4', { cycle: 2, cycleDay: 4 }],
      ['Ciclo 1 - día 11', { cycle: 1, cycleDay: 11 }],
      ['cycles 1-4', 'unparsed'],
      ['21-day cycle', 'unparsed'],
    ],
  ],
  [
    'quantity',
    parseQuantity,
    [
      ['1.4 ↑', 1.4],
      ['8.2 Low', 8.2],
      ['1,4 mg/dL', 1.4],
      ['1·4', 1.4],
      ['１.４', 1.4],
      ['150,000', 150000],
      ['H 1.4', 1.4],
      ['1.4*', 1.4],
      ['7.4%', 7.4],
      ['-1.5', -1.5],
      ['<0.2', 'ambiguous'],
      ['1.4 - 2.0', 'ambiguous'],
      ['1,234', 'ambiguous'],
      ['negative', 'unparsed'],
      ['', 'absent'],
      ['72.5 kg', 72.5],
      ['1.82 m2', 1.82],
      ['165 cm', 165],
    ],
  ],
];

for (const [field, parse, list] of cases) {
  describe(field, () => {
    it.each(list)('%j is %j', (text, want) => {
      expect(outcome(parse(text))).toEqual(want);
    });
  });
}
