/**
 * Every row of every dose table applied to typical and awkward orders, as a text that a clinician can read through:
 * tests/rules/applied-rows.txt. A change of any word or number shows there as a difference to be reviewed; `vitest -u`
 * writes it anew once it has been.
 */
import { expect, it } from 'vitest';
import { caseFacts } from '../../rules/case-facts.ts';
import type { ClinicalContext } from '../../rules/clinical-context.ts';
import { type Applied, applyRow } from '../../rules/dose-modification/apply-row.ts';
import { DOSE_TABLES } from '../../rules/dose-modification/index.ts';
import { contextOf } from './case-of.ts';

type Order = Partial<ClinicalContext['order']>;
type Patient = ClinicalContext['patient'];

const ORDERS: readonly (readonly [string, Order, Patient?])[] = [
  ['1.3 twice weekly SC, 1.8 m²', { dosePerBsa: 1.3, frequency: 'twice-weekly', route: 'SC' }, { bsaM2: 1.8 }],
  ['1.3 weekly IV', { dosePerBsa: 1.3, frequency: 'weekly', route: 'IV' }],
  ['1 twice weekly, route open', { dosePerBsa: 1, frequency: 'twice-weekly', route: 'either' }],
  ['1 every 2 weeks', { dosePerBsa: 1, frequency: 'every-2-weeks' }],
  ['0.7 twice weekly SC, 1.8 m²', { dosePerBsa: 0.7, frequency: 'twice-weekly', route: 'SC' }, { bsaM2: 1.8 }],
  ['0.7 weekly', { dosePerBsa: 0.7, frequency: 'weekly' }],
  ['1.5 twice weekly', { dosePerBsa: 1.5, frequency: 'twice-weekly' }],
  ['1.15, frequency not read', { dosePerBsa: 1.15 }],
  ['0.5, frequency not read', { dosePerBsa: 0.5 }],
  ['dose not read, twice weekly', { frequency: 'twice-weekly' }],
  ['2.3 mg on 1.8 m² (1.27 calculated), twice weekly', { doseMg: 2.3, frequency: 'twice-weekly' }, { bsaM2: 1.8 }],
  ['1.8 mg on 1.8 m² (1 calculated), twice weekly', { doseMg: 1.8, frequency: 'twice-weekly' }, { bsaM2: 1.8 }],
  ['1.3 but 1.5 mg on 1.8 m²', { dosePerBsa: 1.3, doseMg: 1.5, frequency: 'twice-weekly' }, { bsaM2: 1.8 }],
  [
    '1.3 twice weekly SC, 1.8 m², cycle 1, bilirubin 2 times the limit',
    { dosePerBsa: 1.3, frequency: 'twice-weekly', route: 'SC', cycle: 1 },
    { bilirubinMgDl: 2.4, bilirubinUlnMgDl: 1.2, bsaM2: 1.8 },
  ],
  [
    '1.3 twice weekly, retreatment, 1 tolerated',
    { dosePerBsa: 1.3, frequency: 'twice-weekly', retreatment: true, lastToleratedDosePerBsa: 1 },
  ],
];

function answer({ verdict, options, notes }: Applied): string {
  const lines = [`    ${verdict}`];
  for (const { action, tier, source, verification, label, ...numbers } of options) {
    lines.push(`    - ${action} [${tier} ${source} ${verification}]: ${label}`);
    if (Object.keys(numbers).length > 0) lines.push(`      ${JSON.stringify(numbers)}`);
  }
  return [...lines, ...notes.map((note) => `    * ${note}`)].join('\n');
}

function appliedRows(): string {
  const lines: string[] = [];
  for (const table of DOSE_TABLES) {
    for (const { id, output } of table.rows) {
      lines.push(`${table.name}, ${id}: ${output.gist} [${output.verification}]`);
      const ordersByAnswer = Map.groupBy(ORDERS, ([, order, patient]) =>
        answer(applyRow(table, output, caseFacts(contextOf({ order, patient })))),
      );
      for (const [said, orders] of ordersByAnswer) {
        lines.push(`  ${orders.map(([name]) => name).join('; ')}`, said);
      }
      lines.push('');
    }
  }
  return lines.join('\n').replaceAll('\u00A0', ' ');
}

it('says of every row and order what was reviewed', async () => {
  await expect(appliedRows()).toMatchFileSnapshot('./applied-rows.txt');
});
