/** A row of a worklist names its own patient: such an order belongs to that patient and to nobody else. */
import type { CollectedField } from '../collect/collected-field.ts';
import { fold } from '../parse/tokens.ts';
import { type Identity, identityOf } from './identity.ts';
import { patientRoleOf } from './labels.ts';

/** Labels that speak of a patient and not of the entry itself: an order has a name and an id as well. */
const OF_PATIENT =
  /pa[ct]i?ent|pazient|patsient|\bmrn\b|\burn\b|\bnhs\b|\bnhc\b|\bcpr\b|\bbsn\b|birth|\bdob\b|\bborn\b|geb|nasc|nac|nai?ss|fodsel|fodt/;

/** Who a row names by labels that can only be a patient's; null where it names nobody. */
export function patientOfRow(fields: readonly CollectedField[], today: number): Identity | null {
  const said = fields.flatMap((field) => {
    const labels = field.labels.filter(({ text }) => OF_PATIENT.test(fold(text)) && patientRoleOf(text) !== 'unknown');
    return labels.length > 0 && !field.button ? [{ ...field, labels, isLabel: false }] : [];
  });
  const found = said.length > 0 ? identityOf(said, today) : null;
  return found && (found.name || found.identifier || found.birthDate) ? found : null;
}

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** `Zztest, Alpha` and `Alpha B. Zztest`: all words of the shorter one stand in the other. */
function sameName(a: string, b: string): boolean {
  const [short = [], long = []] = [words(a), words(b)].sort((one, other) => one.length - other.length);
  return short.every((word) => long.includes(word));
}

/** Whether two can be the same patient: nothing that both show differs. */
export function canBeSame(a: Identity, b: Identity): boolean {
  if (a.name && b.name && !sameName(a.name.text, b.name.text)) return false;
  if (a.identifier && b.identifier && words(a.identifier.text).join('') !== words(b.identifier.text).join(''))
    return false;
  const days = b.birthDate?.date.days;
  return !a.birthDate || !days || a.birthDate.date.days.some((day) => days.includes(day));
}
