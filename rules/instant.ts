/** Instants without a clock: ISO 8601 date-times with a zone, as minutes, so that two of them can be compared. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/u;

/** Days since 1970-01-01 in the Gregorian calendar (Hinnant's days_from_civil). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Minutes since 1970-01-01T00:00Z, or undefined when the text is no date-time with a zone. */
export function minutesOf(iso: string): number | undefined {
  const match = ISO.exec(iso);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, zone = 'Z'] = match;
  const zoneMinutes =
    zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const days = daysSinceEpoch(Number(year), Number(month), Number(day));
  return days * 1440 + Number(hour) * 60 + Number(minute) + Number(second ?? 0) / 60 - zoneMinutes;
}

/** Hours from one instant to the next, or undefined when either is not readable. */
export function hoursBetween(from: string, to: string): number | undefined {
  const start = minutesOf(from);
  const end = minutesOf(to);
  return start === undefined || end === undefined ? undefined : (end - start) / 60;
}
