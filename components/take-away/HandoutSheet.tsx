import type { Ref } from 'react';
import type { Handout } from '../../rules/patient-handout.ts';
import './PatientHandout.css';

/** The sheet itself, as it is shown and as it is printed. */
export function HandoutSheet({ handout, ref }: { handout: Handout; ref: Ref<HTMLElement> }) {
  return (
    <article className="handout-sheet" lang={handout.language} ref={ref} aria-label={handout.title}>
      <h3>{handout.title}</h3>
      {handout.sections.map(({ id, title, items }) => (
        <div key={id} className={`handout-part ${id}`}>
          <h4>{title}</h4>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          {id === 'call-at-once' && (
            <p className="handout-blanks">
              {handout.blanks.map((blank) => (
                <span key={blank}>{blank}:</span>
              ))}
            </p>
          )}
        </div>
      ))}
      <p className="handout-foot">{handout.foot}</p>
    </article>
  );
}
