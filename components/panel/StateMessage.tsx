import type { ReactNode } from 'react';
import './StateMessage.css';

/** One of the panel's states in words: what is the case, what was kept, what can be done. */
export function StateMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel-section state-message" aria-label="State">
      <h2 className="state-title">{title}</h2>
      {children}
    </section>
  );
}
