/** Whose chart it is that a frame shows: the patient's key and words, age and sex. */
import type { Surroundings } from './collect/context.ts';
import { kindOf } from './collect/context.ts';
import { localNameOf, shownIn } from './collect/dom.ts';
import type { FrameReading } from './page-reading.ts';
import { type DateOrder, dateOrderOf, resolveDate, yearsBetween } from './qualify/dates.ts';
import { type Identity, identityOf, patientKeyOf, samePatient } from './qualify/identity.ts';
import { agree } from './qualify/reading.ts';

export interface PatientOptions {
  salt: string;
  today: number;
  /** language that the document says it is in */
  language: string;
}

/** Whose chart a frame says that it is. */
export interface NamedPatient {
  /** salted for this frame alone, so that it can be compared for as long as the reader is in the page */
  ownKey: string | null;
  conflict: boolean;
  /** the texts that say so */
  locators: string[];
}

/** Salt of the keys that never leave this frame. */
const OWN_SALT = String(Math.random());

/** Day first or month first, as far as the texts and the language say. */
export const datesOf = (labels: readonly Text[], language: string): DateOrder | null =>
  dateOrderOf(
    labels.map((node) => node.data.slice(0, 200)),
    language,
  );

/** Reads whose chart it is, with age and sex. */
export function readPatient(
  reading: FrameReading,
  labels: readonly Text[],
  surroundings: Surroundings,
  options: PatientOptions,
): NamedPatient {
  const identities: FoundIdentity[] = [];
  for (const node of labels)
    if (kindOf(node.data) === 'identity' && identities.length < 40)
      identify(node, surroundings, options.today, identities);
  return fillIdentity(reading, identities, options, datesOf(labels, options.language));
}

interface FoundIdentity {
  identity: Identity;
  container: Element;
  row: boolean;
}

function identify(node: Text, surroundings: Surroundings, today: number, found: FoundIdentity[]): void {
  const around = surroundings.around(node);
  if (!around) return;
  let best = identityOf(around.fields, today);
  let { container } = around;
  // a banner is a little larger than the line on which the birth date stands
  for (let level = 0; level < 5 && count(best) < 3 && !around.row; level += 1) {
    const parent = shownIn(container);
    if (!parent || /^(?:body|html|main)$/.test(localNameOf(parent)) || surroundings.runs(parent).length > 40) break;
    const wider = identityOf(surroundings.fields(parent), today);
    container = parent;
    if (count(wider) > count(best)) best = wider;
  }
  found.push({ identity: best, container, row: around.row });
}

const count = (identity: Identity): number =>
  [identity.name, identity.identifier, identity.birthDate].filter((part) => part !== null).length;

function fillIdentity(
  reading: FrameReading,
  found: readonly FoundIdentity[],
  options: PatientOptions,
  order: DateOrder | null,
): NamedPatient {
  const banners = found.filter(({ row }) => !row);
  const whose = banners.filter(({ identity }) => count(identity) >= 2);
  const first = whose[0];
  if (first) {
    reading.patientKey = patientKeyOf(first.identity, options.salt);
    const { name, identifier, birthDate } = first.identity;
    reading.patientLabel = [name, birthDate, identifier]
      .flatMap((part) => (part ? [part.text] : []))
      .join(' · ')
      .slice(0, 200);
    for (const other of whose.slice(1)) {
      const key = patientKeyOf(other.identity, options.salt);
      if (!key || !reading.patientKey || samePatient(reading.patientKey, key)) continue;
      reading.ignored.push({ text: reading.patientLabel, reason: 'another patient is named on the same page' });
      reading.patientKey = null;
      reading.patientLabel = null;
      reading.patientConflict = true;
      break;
    }
  }
  const people = first ? [first, ...banners.filter((other) => other !== first)] : banners;
  const ages = people.flatMap(({ identity }) => (identity.age ? [{ ...identity.age, value: identity.age.years }] : []));
  if (ages.length > 0) reading.patient.ageYears = agree(ages);
  else {
    const births = people.flatMap(({ identity }) => (identity.birthDate ? [identity.birthDate] : []));
    const years = births.flatMap((birth) =>
      [...new Set(resolveDate(birth.date, order).days.map((day) => yearsBetween(day, options.today)))].map((value) => ({
        ...birth,
        value,
      })),
    );
    if (years.length > 0) reading.patient.ageYears = agree(years.filter((one) => one.value >= 0 && one.value <= 120));
  }
  const sexes = people.flatMap(({ identity }) =>
    identity.sex ? [{ ...identity.sex, value: identity.sex.value }] : [],
  );
  if (sexes.length > 0) reading.patient.sex = agree(sexes);
  const locators = whose.flatMap(({ identity: { name, identifier, birthDate } }) =>
    [name, identifier, birthDate].flatMap((part) => (part ? [part.locator] : [])),
  );
  return { ownKey: first ? patientKeyOf(first.identity, OWN_SALT) : null, conflict: reading.patientConflict, locators };
}
