import { t } from '../words.ts';

/** A tab that the extension may read. */
export interface ReadableTab {
  id: number;
  title: string;
}

interface TabChoiceProps {
  tabs: readonly ReadableTab[];
  chosen: number | null;
  state: 'none' | 'connecting' | 'connected' | 'lost';
  onLook(): void;
  onChoose(tabId: number): void;
}

/** Which open tab shows the EHR's screen. Only tabs that the extension may read can be named. */
export function TabChoice({ tabs, chosen, state, onLook, onChoose }: TabChoiceProps) {
  return (
    <section className="mapping-step" aria-labelledby="mapping-tab">
      <h2 id="mapping-tab">{t('mapping.tab.title')}</h2>
      <p>{t('mapping.tab.how')}</p>
      <p>
        <button type="button" className="button" onClick={onLook}>
          {t('mapping.tab.look')}
        </button>
      </p>
      {tabs.length === 0 ? (
        <p className="muted">{t('mapping.tab.none')}</p>
      ) : (
        <fieldset>
          <legend>{t('mapping.tab.choose')}</legend>
          {tabs.map(({ id, title }) => (
            <label key={id}>
              <input type="radio" name="tab" checked={chosen === id} onChange={() => onChoose(id)} /> {title}
            </label>
          ))}
        </fieldset>
      )}
      <p role="status">{state === 'none' ? '' : t(`mapping.tab.${state}`)}</p>
    </section>
  );
}
