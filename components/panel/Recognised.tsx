import type { PageReading, Reading } from '../../content-scripts/page-reading.ts';
import { t } from '../words.ts';

/** The name that readings of the general reader carry instead of a known screen's. */
const GENERAL = 'generic';

/**
 * What the reader recognised on this screen and what it did not, always in sight: after a change of the page it is the first
 * to show that less was recognised than usual (H24).
 */
export function Recognised({ page }: { page: PageReading }) {
  const read = readingsOf(page).filter(({ status }) => status === 'read');
  const known = read.filter(({ from }) => from?.confidence === 'confirmed').length;
  const blank = page.orders.length === 0 && read.length === 0 && page.patientKey === null;
  const areas = page.unreadable.filter(({ kind }) => kind !== 'too-large').length;
  const parts = [
    page.adapter === GENERAL ? t('reader.recognised.general') : t('reader.recognised.known', { name: page.adapter }),
    t('reader.recognised.orders', page.orders.length),
    t('reader.recognised.values', read.length),
    known > 0 ? t('reader.recognised.fromKnownFields', { count: known }) : null,
    page.ignored.length > 0 ? t('reader.recognised.leftOut', { count: page.ignored.length }) : null,
  ].filter((part) => part !== null);
  return (
    <p className={`recognised small${blank || page.unreadable.length > 0 ? ' gaps' : ' muted'}`}>
      {blank ? t('reader.recognised.nothing') : parts.join(' · ')}
      {areas > 0 && <strong> {t('reader.recognised.unreadable', areas)}</strong>}
      {areas < page.unreadable.length && <strong> {t('reader.recognised.tooLarge')}</strong>}
    </p>
  );
}

function readingsOf({ orders, patient, observations, medications, problems, allergies }: PageReading) {
  const fields = [...orders, patient, observations].flatMap((group) => Object.values(group));
  const readings = fields.filter((field): field is Reading<unknown> => typeof field === 'object');
  return [...readings, ...medications, ...problems, ...allergies];
}
