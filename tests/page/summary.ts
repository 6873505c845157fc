/** A reading in short, for expectations: the values; '!status' where something stood and was not read; nothing else. */
import type { PageReading, Reading } from '../../content-scripts/page-reading.ts';

type Short = Record<string, unknown>;

function shorten(readings: object): Short {
  const short: Short = {};
  for (const [key, reading] of Object.entries(readings) as [string, Reading<unknown>][]) {
    if (typeof reading !== 'object' || !('status' in reading)) continue;
    if (reading.status === 'read') short[key] = reading.value;
    else if (reading.status !== 'not-found') short[key] = `!${reading.status}`;
  }
  return short;
}

const values = (readings: readonly Reading<string>[]): string[] =>
  readings.flatMap((reading) => (reading.status === 'read' ? [reading.value] : []));

export function summarise(reading: PageReading) {
  return {
    orders: reading.orders.map((order) => {
      const { drug, ...rest } = shorten(order);
      return drug === 'bortezomib' ? rest : { drug, ...rest };
    }),
    patient: shorten(reading.patient),
    observations: shorten(reading.observations),
    old: Object.entries(reading.observations).flatMap(([name, one]) =>
      one.status === 'read' && one.old ? [`${name}: ${one.old.date}, ${one.old.days}`] : [],
    ),
    medications: values(reading.medications),
    problems: values(reading.problems),
    allergies: values(reading.allergies),
    ignored: reading.ignored.map(({ reason }) => reason),
    unreadable: reading.unreadable.map(({ kind, label }) => `${kind}: ${label}`),
    label: reading.patientLabel,
  };
}
