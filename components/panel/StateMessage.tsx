import type { ReactNode } from 'react';
import { t } from '../words.ts';
import './StateMessage.css';

/** One of the panel's states in words: what is the case, what was kept, what can be done. */
export function StateMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel-section state-message" aria-label={t('state.label')}>
      <h2 className="state-title">{title}</h2>
      {children}
    </section>
  );
}
