import { useState } from 'react';
import { t } from '../words.ts';
import {
  type EnteredValues,
  enteredNumber,
  FREQUENCY_CHOICES,
  inputOf,
  NUMBER_FIELDS,
  type NumberField,
  ROUTE_CHOICES,
} from './entered-values.ts';
import { unitOf } from './reading-words.ts';
import './EnterValues.css';

interface EnterValuesProps {
  entered: EnteredValues;
  onEnter(values: EnteredValues): void;
}

/** Where a value is entered that the page does not show, or corrected if it was misread. Empty takes the entry back. */
export function EnterValues({ entered, onEnter }: EnterValuesProps) {
  const count = Object.values(entered).filter((value) => value !== undefined).length;
  return (
    <details className="enter-values">
      <summary>{count === 0 ? t('entering.title') : t('entering.count', { count })}</summary>
      {NUMBER_FIELDS.map((field) => (
        <NumberEntry key={field} field={field} onEnter={(value) => onEnter({ ...entered, [field]: value })} />
      ))}
      <Selection
        input="order.route"
        name={t('fields.route')}
        value={entered.route}
        choices={ROUTE_CHOICES}
        onChoose={(route) => onEnter({ ...entered, route })}
      />
      <Selection
        input="order.frequency"
        name={t('fields.frequency')}
        value={entered.frequency}
        choices={FREQUENCY_CHOICES}
        onChoose={(frequency) => onEnter({ ...entered, frequency })}
      />
    </details>
  );
}

function NumberEntry({ field, onEnter }: { field: NumberField; onEnter(value: number | undefined): void }) {
  const [typed, setTyped] = useState('');
  const result = enteredNumber(field, typed);
  const error = typeof result === 'object' ? result.error : null;
  return (
    <label className="enter-value" data-input={inputOf(field)}>
      <span>{t(`fields.${field}`)}</span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        aria-invalid={error !== null}
        onChange={(event) => {
          setTyped(event.target.value);
          const value = enteredNumber(field, event.target.value);
          // What is not a usable number counts as nothing entered, never as the number before it.
          onEnter(typeof value === 'object' ? undefined : value);
        }}
      />
      <span>{unitOf(field)}</span>
      {error && (
        <span className="enter-error" role="alert">
          {t(`entering.${error}`)}
        </span>
      )}
    </label>
  );
}

interface SelectionProps<Value extends string> {
  /** the input of the rules that it becomes */
  input: string;
  name: string;
  value: Value | undefined;
  choices: readonly (readonly [Value, string])[];
  onChoose(value: Value | undefined): void;
}

function Selection<Value extends string>({ input, name, value, choices, onChoose }: SelectionProps<Value>) {
  return (
    <label className="enter-value" data-input={input}>
      <span>{name}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChoose(choices.find(([choice]) => choice === event.target.value)?.[0])}
      >
        <option value="">{t('entering.asRead')}</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
