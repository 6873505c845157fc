/** From what was read and what was said to the rules' input. Only values that were read or answered go in. */
import type { OrderReading, PageReading, Reading } from '../../content-scripts/page-reading.ts';
import { ClinicalContext, type Setting } from '../../rules/clinical-context.ts';
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
  role: Setting['role'],
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
    setting: { role },
    patient: {
      ...readValues({ ...page.patient, ...page.observations }),
      ...lists({ medications: page.medications, problems: page.problems, allergies: page.allergies }),
    },
  };
  draft.order.drug = 'bortezomib';
  const { route, frequency, dosePerBsa, doseMg, ...ofPatient } = answers.entered ?? {};
  Object.assign(draft.order, given({ route, frequency, dosePerBsa, doseMg }));
  Object.assign(draft.patient, given(ofPatient));
  return withoutRefused(draft);
}

type Draft = Record<'order' | 'assessment' | 'patient' | 'setting', Record<string, unknown>>;

function withoutRefused(draft: Draft): ContextFromReading {
  const parsed = ClinicalContext.safeParse(draft);
  if (parsed.success) return { context: parsed.data, refused: [] };
  const refused: Refused[] = [];
  for (const issue of parsed.error.issues) {
    const [group, name] = issue.path.map(String);
    if (group === undefined || name === undefined || !(group in draft)) continue;
    delete draft[group as keyof Draft][name];
    refused.push({ input: `${group}.${name}`, reason: issue.message });
  }
  const context = ClinicalContext.safeParse(draft);
  // What is left was accepted field by field; should it still not fit, nothing but the drug is certain.
  return { context: context.success ? context.data : { order: { drug: 'bortezomib' } }, refused };
}

function readValues(readings: Record<string, Reading<unknown>>): Record<string, unknown> {
  const read = Object.entries(readings).filter(([, reading]) => reading.status === 'read');
  return Object.fromEntries(read.map(([name, reading]) => [name, (reading as { value: unknown }).value]));
}

/** A list is an input only where the page showed one: an empty list would claim that the patient takes nothing. */
function lists(readings: Record<string, Reading<string>[]>): Record<string, unknown> {
  const shown = Object.entries(readings).map(([name, list]) => {
    const values = list.flatMap((entry) => (entry.status === 'read' ? [entry.value.slice(0, 300)] : []));
    return [name, values.length > 0 ? values.slice(0, 300) : undefined] as const;
  });
  return given(Object.fromEntries(shown));
}

function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
