import type { Ignored, OrderReading, PageReading, Reading } from '../../content-scripts/page-reading.ts';
import { t } from '../words.ts';
import { DrugLine } from './DrugLine.tsx';
import { EnterValues } from './EnterValues.tsx';
import type { EnteredValues } from './entered-values.ts';
import { NotRead } from './NotRead.tsx';
import { type PointAtPage, ReadingRow, ShowOnPage, shortened } from './ReadingRow.tsx';
import './WhatWasRead.css';
import { type FieldName, OBSERVATION_FIELDS, ORDER_FIELDS, PATIENT_FIELDS } from './reading-words.ts';

interface WhatWasReadProps {
  page: PageReading;
  order: OrderReading;
  /** values that were read but refused, e.g. out of range */
  refused: Ignored[];
  /** shows every value at once, because something is missing and the eye should look */
  openValues: boolean;
  pointAt: PointAtPage;
  entered: EnteredValues;
  onEnter(values: EnteredValues): void;
}

type Field = [field: FieldName, reading: Reading<unknown>];

/** What was read of the order and the patient, each with its source text, then what was not. */
export function WhatWasRead({ page, order, refused, openValues, pointAt, entered, onEnter }: WhatWasReadProps) {
  const orderFields = ORDER_FIELDS.map((field): Field => [field, order[field]]);
  const patientFields = [
    ...PATIENT_FIELDS.map((field): Field => [field, page.patient[field]]),
    ...OBSERVATION_FIELDS.map((field): Field => [field, page.observations[field]]),
  ];
  const orderRead = orderFields.filter(([, reading]) => reading.status === 'read');
  const patientRead = patientFields.filter(([, reading]) => reading.status === 'read');
  const old = patientRead.filter(([, reading]) => reading.status === 'read' && reading.old).length;
  return (
    <section className="panel-section" aria-label={t('reading.title')}>
      <h2>{t('reading.title')}</h2>
      <DrugLine order={order} entered={entered} />
      <PageQuote order={order} pointAt={pointAt} />
      <details open={openValues}>
        <summary>{t('reading.orderValues', { read: orderRead.length, all: orderFields.length })}</summary>
        <dl>
          {orderRead.map(([field, reading]) => (
            <ReadingRow key={field} field={field} reading={reading} page={pointAt} />
          ))}
        </dl>
      </details>
      {patientRead.length > 0 && (
        <details>
          <summary>
            {t('reading.patientValues', patientRead.length)}
            {old > 0 && <strong> {t('reading.patientValuesOld', old)}</strong>}
          </summary>
          <dl>
            {patientRead.map(([field, reading]) => (
              <ReadingRow key={field} field={field} reading={reading} page={pointAt} />
            ))}
          </dl>
        </details>
      )}
      <TextList title={t('reading.medications')} entries={page.medications} />
      <TextList title={t('reading.problems')} entries={page.problems} />
      <TextList title={t('reading.allergies')} entries={page.allergies} />
      <NotRead
        missing={[...orderFields, ...patientFields].map(([field, reading]) => ({ field, reading }))}
        ignored={[...page.ignored, ...refused]}
        unreadable={page.unreadable}
      />
      <EnterValues entered={entered} onEnter={onEnter} />
    </section>
  );
}

/** The page's own words for this order, to compare at a glance. */
function PageQuote({ order, pointAt }: { order: OrderReading; pointAt: PointAtPage }) {
  const { drug, text } = order;
  // A form or a row may begin far from the drug; what is compared is the order, from the drug's name on.
  const start = drug.status === 'read' ? Math.max(0, text.indexOf(drug.text)) : 0;
  return (
    <blockquote className="page-quote">
      <span className="muted">{t('reading.onPage')}</span>{' '}
      <span dir="auto">{t('reading.quoted', { text: shortened(text.slice(start), 160) })}</span>{' '}
      {drug.status === 'read' && <ShowOnPage name={t('reading.showTheOrder')} from={drug.from} page={pointAt} />}
    </blockquote>
  );
}

function TextList({ title, entries }: { title: string; entries: Reading<string>[] }) {
  const read = entries.flatMap((entry) => (entry.status === 'read' ? [entry] : []));
  if (read.length === 0) return null;
  return (
    <details>
      <summary>{t('reading.counted', { title, count: read.length })}</summary>
      <ul className="small">
        {read.map((entry) => (
          <li key={`${entry.from.frame} ${entry.from.locator} ${entry.value}`} dir="auto">
            {entry.value}
          </li>
        ))}
      </ul>
    </details>
  );
}
