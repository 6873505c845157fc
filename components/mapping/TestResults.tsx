import type { PageReading, Reading } from '../../content-scripts/page-reading.ts';
import { ReaderHealthLine } from '../reading/ReaderHealthLine.tsx';
import { OBSERVATION_FIELDS, ORDER_FIELDS, PATIENT_FIELDS } from '../reading/reading-words.ts';
import { asKey, t } from '../words.ts';

/** What the mapping reads on the page as it stands, and which reader each value is from. Shown here, kept nowhere. */
export function TestResults({ reading }: { reading: PageReading }) {
  const { orders, patient, observations, medications, problems, allergies, health } = reading;
  const around: [string, Reading<unknown>][] = [
    ...PATIENT_FIELDS.map((field): [string, Reading<unknown>] => [t(`fields.${field}`), patient[field]]),
    ...OBSERVATION_FIELDS.map((field): [string, Reading<unknown>] => [t(`fields.${field}`), observations[field]]),
  ];
  const lists = [...medications, ...problems, ...allergies];
  return (
    <section className="mapping-step" aria-labelledby="mapping-test">
      <h2 id="mapping-test">{t('mapping.test.title')}</h2>
      {health.length === 0 && <p role="alert">{t('mapping.test.elsewhere')}</p>}
      <ReaderHealthLine health={health} />
      <p>{t('mapping.test.patient', { patient: reading.patientLabel ?? t('mapping.test.nobody') })}</p>
      {orders.length === 0 && <p>{t('mapping.test.noOrder')}</p>}
      {orders.map((order, index) => (
        <Values
          key={order.id}
          caption={t('mapping.test.order', { number: index + 1 })}
          rows={ORDER_FIELDS.map((field) => [t(`fields.${field}`), order[field]])}
        />
      ))}
      <Values caption={t('mapping.test.around')} rows={around.filter(([, value]) => value.status !== 'not-found')} />
      <Values caption={t('mapping.test.lists')} rows={lists.map((entry, index) => [String(index + 1), entry])} />
    </section>
  );
}

function Values({ caption, rows }: { caption: string; rows: readonly (readonly [string, Reading<unknown>])[] }) {
  if (rows.length === 0) return null;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('mapping.test.field')}</th>
          <th scope="col">{t('mapping.test.value')}</th>
          <th scope="col">{t('mapping.test.shown')}</th>
          <th scope="col">{t('mapping.test.by')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, reading]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{reading.status === 'read' ? String(reading.value) : t(`reading.missing.${asKey(reading.status)}`)}</td>
            <td dir="auto">{reading.text ?? ''}</td>
            <td>{reading.from?.adapter ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
