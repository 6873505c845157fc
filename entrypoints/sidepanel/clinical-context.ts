/** From what was read and what was said to the rules' input. Only values that were read or answered go in. */
import type { OrderReading, PageReading, Reading } from '../../content-scripts/page-reading.ts';
import { namesBortezomib } from '../../content-scripts/parse/drug-names.ts';
import type { ClinicalContext, Setting } from '../../rules/clinical-context.ts';
import { parseContext } from '../../rules/index.ts';
import type { Answers } from './answers.ts';

/** A value that was read but lies outside what the rules accept. */
export interface Refused {
  /** name of the input, e.g. `patient.weightKg` */
  input: string;
  reason: string;
}

export interface ContextFromReading {
  context: ClinicalContext;
  refused: Refused[];
}

/**
 * The clinical context of one order on the page. Values that the schema refuses (out of range, impossible) are left out
 * and named, so that one misread weight does not silence the advice on the dose.
 */
export function clinicalContextFrom(
  page: PageReading,
  order: OrderReading,
  answers: Answers,
  setting: Setting,
): ContextFromReading {
  const draft: Draft = {
    order: readValues({
      drug: order.drug,
      dosePerBsa: order.dosePerBsa,
      doseMg: order.doseMg,
      route: order.route,
      days: order.days,
      cycleLengthDays: order.cycleLengthDays,
      frequency: order.frequency,
      regimen: order.regimen,
      status: order.status,
      cycle: order.cycle,
      cycleDay: order.cycleDay,
    }),
    assessment: given({
      scale: answers.scale,
      sensoryGrade: answers.grade,
      motorGrade: answers.motorGrade,
      pain: answers.pain,
      autonomic: answers.autonomic,
      phase: answers.phase,
      redFlags: answers.redFlags,
    }),
    setting: given({ ...setting }),
    patient: {
      ...readValues({ ...page.patient, ...page.observations }),
      ...lists({ medications: page.medications, problems: page.problems, allergies: page.allergies }),
    },
  };
  draft.order.drug = 'bortezomib';
  const { route, frequency, dosePerBsa, doseMg, ...ofPatient } = answers.entered ?? {};
  // Days that were read no longer describe a frequency that was entered.
  if (frequency !== undefined) delete draft.order.days;
  Object.assign(draft.order, given({ route, frequency, dosePerBsa, doseMg }));
  Object.assign(draft.patient, given(ofPatient));
  return withoutRefused(draft);
}

type Draft = Record<'order' | 'assessment' | 'patient' | 'setting', Record<string, unknown>>;

/** Which days and how often: where two of them contradict each other, nothing tells which one is wrong. */
const SCHEDULE = ['days', 'frequency', 'cycleLengthDays', 'cycleDay'];

/** Leaves out what the schema refuses, then what contradicts itself, until the rest is accepted. */
function withoutRefused(draft: Draft): ContextFromReading {
  const refused: Refused[] = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const parsed = parseContext(draft);
    if (parsed.ok) return { context: parsed.value, refused };
    for (const { path, reason } of parsed.faults) {
      const [group = '', name = ''] = path.split(/[.[]/);
      if (!(group in draft)) continue;
      for (const field of group === 'order' && SCHEDULE.includes(name) ? SCHEDULE : [name]) {
        delete draft[group as keyof Draft][field];
      }
      refused.push({ input: `${group}.${name}`, reason });
    }
  }
  // Should it still not fit, nothing but the drug is certain.
  return { context: { order: { drug: 'bortezomib' } }, refused };
}

function readValues(readings: Record<string, Reading<unknown>>): Record<string, unknown> {
  const read = Object.entries(readings).filter(([, reading]) => reading.status === 'read');
  return Object.fromEntries(read.map(([name, reading]) => [name, (reading as { value: unknown }).value]));
}

/**
 * A list is an input only where the page showed one: an empty list would claim that the patient takes nothing, and a
 * screen that shows the bortezomib order alone is no medication list.
 */
function lists(readings: Record<string, Reading<string>[]>): Record<string, unknown> {
  const shown = Object.entries(readings).map(([name, list]) => {
    const values = list.flatMap((entry) => (entry.status === 'read' ? [entry.value.slice(0, 300)] : []));
    const isList = values.some((value) => !namesBortezomib(value));
    return [name, isList || name !== 'medications' ? nonEmpty(values) : undefined] as const;
  });
  return given(Object.fromEntries(shown));
}

function nonEmpty(values: string[]): string[] | undefined {
  return values.length > 0 ? values.slice(0, 300) : undefined;
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
