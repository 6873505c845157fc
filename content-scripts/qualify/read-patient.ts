/** Whose chart it is that a frame shows: the patient's key and words, age and sex. */
import type { CollectedField } from '../collect/collected-field.ts';
import type { CollectedPage } from '../collect/collected-page.ts';
import type { FrameReading, Reading } from '../page-reading.ts';
import { type DateOrder, dateOrderOf, resolveDate, yearsBetween } from './dates.ts';
import { type Identity, identityOf, labelOf, namedIdentity, patientKeyOf } from './identity.ts';
import { joinNamed } from './join-named.ts';
import { agree, GENERIC } from './reading.ts';
import { samePatient } from './same-patient.ts';

export interface PatientOptions {
  salt: string;
  /** salt of the key that is compared for as long as the reader is in the page */
  ownSalt: string;
  today: number;
}

/** Whose chart a frame says that it is. */
export interface NamedPatient {
  ownKey: string | null;
  /** who that is; null where nobody is named */
  identity: Identity | null;
  conflict: boolean;
  /** the texts that say so */
  locators: string[];
}

/** Reads whose chart it is, with age and sex. */
export function readPatient(reading: FrameReading, page: CollectedPage, options: PatientOptions): NamedPatient {
  const byMapping = page.named.patients.map(({ fields, mapping }) => ({
    identity: namedIdentity(fields, options.today),
    row: false,
    adapter: mapping,
  }));
  const found = page.identities.map(({ levels, row }) => {
    const containers = levels.map((level) => page.containers[level] ?? []);
    return { identity: widestOf(containers, options.today), row, adapter: GENERIC };
  });
  return fillIdentity(reading, [...byMapping, ...found], options, dateOrderOf(page.dates, page.language));
}

/** A banner is a little larger than the line on which the birth date stands. */
function widestOf(containers: readonly (readonly CollectedField[])[], today: number): Identity {
  let best = identityOf(containers[0] ?? [], today);
  for (const fields of containers.slice(1)) {
    if (count(best) >= 3) break;
    const wider = identityOf(fields, today);
    if (count(wider) > count(best)) best = wider;
  }
  return best;
}

interface FoundIdentity {
  identity: Identity;
  row: boolean;
  /** whose reading it is */
  adapter: string;
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
    reading.patientLabel = labelOf(first.identity);
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
  const named = people.filter(({ adapter }) => adapter !== GENERIC);
  const generic = people.filter(({ adapter }) => adapter === GENERIC);
  reading.patient.ageYears = joinNamed(ageOf(named, options.today, order), ageOf(generic, options.today, order));
  reading.patient.sex = joinNamed(sexFrom(named), sexFrom(generic));
  const locators = whose.flatMap(({ identity: { name, identifier, birthDate } }) =>
    [name, identifier, birthDate].flatMap((part) => (part ? [part.locator] : [])),
  );
  return {
    ownKey: first ? patientKeyOf(first.identity, options.ownSalt) : null,
    identity: first?.identity ?? null,
    conflict: reading.patientConflict,
    locators,
  };
}

/** The age that people of one reader agree on: as it is said, else from the birth date. */
function ageOf(people: readonly FoundIdentity[], today: number, order: DateOrder | null): Reading<number> {
  const adapter = people[0]?.adapter;
  const ages = people.flatMap(({ identity }) => (identity.age ? [{ ...identity.age, value: identity.age.years }] : []));
  if (ages.length > 0) return agree(ages, adapter);
  const births = people.flatMap(({ identity }) => (identity.birthDate ? [identity.birthDate] : []));
  const years = births.flatMap((birth) =>
    [...new Set(resolveDate(birth.date, order).days.map((day) => yearsBetween(day, today)))].map((value) => ({
      ...birth,
      value,
    })),
  );
  return agree(
    years.filter((one) => one.value >= 0 && one.value <= 120),
    adapter,
  );
}

const sexFrom = (people: readonly FoundIdentity[]): Reading<'female' | 'male'> =>
  agree(
    people.flatMap(({ identity }) => (identity.sex ? [{ ...identity.sex, value: identity.sex.value }] : [])),
    people[0]?.adapter,
  );
