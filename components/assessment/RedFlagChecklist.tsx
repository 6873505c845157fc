import { RED_FLAG_GROUPS } from '../../rules/red-flags.ts';
import { t } from '../words.ts';
import './RedFlagChecklist.css';

interface RedFlagChecklistProps {
  /** ids of the flags that were answered yes; undefined means that the checklist was not answered */
  chosen: string[] | undefined;
  onChange(chosen: string[]): void;
}

/** Look-alikes and emergencies in one compact list. Unticked is not 'no' until the list is confirmed as looked at. */
export function RedFlagChecklist({ chosen, onChange }: RedFlagChecklistProps) {
  const answered = chosen !== undefined;
  const toggle = (id: string, yes: boolean) => {
    const others = (chosen ?? []).filter((flag) => flag !== id);
    onChange(yes ? [...others, id] : others);
  };
  return (
    <details className="red-flags" data-input="assessment.redFlags">
      <summary>{t('assessment.redFlags.title', { state: stateInWords(chosen) })}</summary>
      <div className="red-flag-list">
        {RED_FLAG_GROUPS.flatMap(({ flags }) => flags).map(({ id, question }) => (
          <label key={id} className="red-flag">
            <input
              type="checkbox"
              name="redFlag"
              value={id}
              checked={chosen?.includes(id) ?? false}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span>{question}</span>
          </label>
        ))}
      </div>
      <button
        type="button"
        className="button"
        aria-pressed={answered && chosen.length === 0}
        onClick={() => onChange([])}
      >
        {t('assessment.redFlags.noneOfThese')}
      </button>
    </details>
  );
}

function stateInWords(chosen: string[] | undefined): string {
  if (chosen === undefined) return t('assessment.redFlags.unasked');
  return chosen.length === 0
    ? t('assessment.redFlags.none')
    : t('assessment.redFlags.present', { count: chosen.length });
}
