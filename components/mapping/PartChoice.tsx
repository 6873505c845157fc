import { useState } from 'react';
import type { PartToMap } from '../../mapping/draft.ts';
import {
  HELD_IN_AREA,
  LIST_KINDS,
  type ListKind,
  ORDER_FIELDS,
  type OrderArea,
  type OrderField,
  PATIENT_PARTS,
  RESULT_FIELDS,
} from '../../mapping/shape.ts';
import { t } from '../words.ts';
import { fieldInWords } from './words.ts';

const KINDS = ['required', 'patient', 'rows', 'card', 'form', 'results', ...LIST_KINDS] as const;
type Kind = (typeof KINDS)[number];

const USUAL: readonly OrderField[] = ['drug', 'dosePerBsa', 'doseMg', 'route', 'days', 'status'];

const isOrder = (kind: Kind): kind is OrderArea['kind'] => /^(?:rows|card|form)$/.test(kind);
const isList = (kind: Kind): kind is ListKind => (LIST_KINDS as readonly string[]).includes(kind);

/** What is to be clicked next: one part of the page with its fields. */
export function PartChoice({ disabled, onStart }: { disabled: boolean; onStart(part: PartToMap): void }) {
  const [kind, setKind] = useState<Kind>('required');
  const [name, setName] = useState('');
  const [holds, setHolds] = useState<OrderArea['holds']>('orders');
  const [fields, setFields] = useState<readonly OrderField[]>(USUAL);
  const named = isOrder(kind) || isList(kind) || kind === 'results';
  const start = () => {
    const title = name.trim() || t(`mapping.part.${kind}`);
    if (isOrder(kind))
      onStart({ what: 'orders', name: title, kind, holds, fields: ORDER_FIELDS.filter((one) => fields.includes(one)) });
    else if (isList(kind)) onStart({ what: 'list', name: title, kind });
    else if (kind === 'results') onStart({ what: 'results', name: title, fields: [...RESULT_FIELDS] });
    else if (kind === 'patient') onStart({ what: 'patient', fields: [...PATIENT_PARTS] });
    else onStart({ what: 'required' });
  };
  return (
    <section className="mapping-step" aria-labelledby="mapping-part">
      <h2 id="mapping-part">{t('mapping.part.title')}</h2>
      <p>{t('mapping.part.how')}</p>
      <p>
        <label>
          {t('mapping.part.kind')}{' '}
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`mapping.part.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {named && (
        <p>
          <label>
            {t('mapping.part.name')}{' '}
            <input type="text" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </label>
        </p>
      )}
      {isOrder(kind) && (
        <>
          <p>
            <label>
              {t('mapping.part.holds')}{' '}
              <select value={holds} onChange={(event) => setHolds(event.target.value as OrderArea['holds'])}>
                {HELD_IN_AREA.map((one) => (
                  <option key={one} value={one}>
                    {t(`mapping.holds.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </p>
          <fieldset className="mapping-fields">
            <legend>{t('mapping.part.fields')}</legend>
            {ORDER_FIELDS.map((field) => (
              <label key={field}>
                <input
                  type="checkbox"
                  checked={fields.includes(field)}
                  disabled={field === 'drug'}
                  onChange={({ target }) =>
                    setFields(target.checked ? [...fields, field] : fields.filter((one) => one !== field))
                  }
                />{' '}
                {fieldInWords(field)}
              </label>
            ))}
          </fieldset>
        </>
      )}
      <p>
        <button type="button" className="button" disabled={disabled} onClick={start}>
          {t('mapping.part.start')}
        </button>
      </p>
    </section>
  );
}
