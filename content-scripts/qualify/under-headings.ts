/** What the headings over an order say about it: the cycle, its day, the regimen. The innermost that says so counts. */
import type { SectionHeading } from '../collect/collected-field.ts';
import type { OrderReading } from '../page-reading.ts';
import { parseCycleAndDay, parseRegimen } from '../parse/index.ts';
import { GENERIC, readAs } from './reading.ts';
import { sectionOf } from './sections.ts';

/** Short text that stands where a heading would is one where it begins with the cycle. */
const BEGINS_WITH_CYCLE = /^(?:c\d|cycle|ciclo|zyklus|cyclus|cyklus|cure|kur)\b/i;
const ELSEWHERE = /^(?:history|past|catalogue|notes|results|allergies|problems)$/;

/** Fills what the order itself leaves open; never changes what it says. */
export function addFromHeadings(order: OrderReading, headings: readonly SectionHeading[]): void {
  for (const { text, locator, proper, unseen } of headings) {
    if (ELSEWHERE.test(sectionOf(text) ?? '')) return;
    if (unseen || (!proper && !BEGINS_WITH_CYCLE.test(text))) continue;
    const at = { text, label: null, locator };
    const said = parseCycleAndDay(text).value;
    if (said?.cycle && order.cycle.status === 'not-found') {
      order.cycle = readAs({ value: said.cycle, ...at }, said.cycle, GENERIC);
      if (said.cycleDay && order.cycleDay.status === 'not-found')
        order.cycleDay = readAs({ value: said.cycleDay, ...at }, said.cycleDay, GENERIC);
    }
    const regimen = parseRegimen(text).value;
    if (regimen !== null && order.regimen.status === 'not-found')
      order.regimen = readAs({ value: regimen, ...at }, regimen, GENERIC);
  }
}
