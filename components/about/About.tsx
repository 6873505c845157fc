import type { ReactNode } from 'react';
import { CONTENT_HASH, CONTENT_VERSION, REVIEW_STATUS, STATEMENTS } from '../../rules/index.ts';
import { verificationInWords } from '../advice/action-words.ts';
import { RecoveryPlot } from '../advice/RecoveryPlot.tsx';
import { t } from '../words.ts';
import { changes, destinations, dsiAttributes, inputs, intendedUse, logic, permissions } from './about-words.ts';
import { NamedRows } from './NamedRows.tsx';
import { RuleTables } from './RuleTables.tsx';
import { SourceList } from './SourceList.tsx';
import '../tokens.css';
import '../advice/AdviceCard.css';
import '../take-away/print.css';
import './About.css';

const CONTENTS = {
  use: () => <Facts facts={intendedUse()} />,
  content: ContentIdentity,
  logic: Logic,
  tables: () => (
    <>
      <p>{t('about.tables.intro')}</p>
      <RuleTables />
    </>
  ),
  statements: StatementTable,
  recovery: RecoveryPlot,
  sources: () => (
    <>
      <p>{t('about.sources.intro')}</p>
      <SourceList />
    </>
  ),
  attributes: () => (
    <NamedRows
      caption={t('about.attributes.caption')}
      head={[t('about.attributes.attribute'), t('about.attributes.here')]}
      rows={byFirst(dsiAttributes())}
    />
  ),
  permissions: () => (
    <NamedRows
      caption={t('about.permissions.caption')}
      head={[t('about.permissions.permission'), t('about.permissions.why')]}
      rows={byFirst(permissions())}
    />
  ),
  data: () => (
    <NamedRows
      caption={t('about.data.caption')}
      head={[t('about.data.data'), t('about.data.kept'), t('about.data.sent')]}
      rows={byFirst(destinations())}
    />
  ),
  changes: () => <Facts facts={changes()} />,
} satisfies Record<string, () => ReactNode>;

type PartId = keyof typeof CONTENTS;
const PARTS = Object.keys(CONTENTS) as PartId[];

/** What only the running extension can tell, below all that its rules tell. */
const OF_THIS_COPY = ['organisation', 'observed'] as const;

/** About and evidence: everything that a reviewer or a user may want to check, from the rules themselves. */
export function About(ofThisCopy: Partial<Record<(typeof OF_THIS_COPY)[number], ReactNode>>) {
  const told = OF_THIS_COPY.filter((id) => ofThisCopy[id]);
  return (
    <div className="about">
      <header>
        <h1>{t('about.title')}</h1>
        <p className="about-status">
          <strong>{REVIEW_STATUS}</strong>{' '}
          {t('about.content', { version: CONTENT_VERSION, hash: CONTENT_HASH.slice(0, 12) })}
        </p>
      </header>
      <nav aria-label={t('about.onThisPage')} className="no-print">
        <ul>
          {[...PARTS, ...told].map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`about.part.${id}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {PARTS.map((id) => {
          const Content = CONTENTS[id];
          return (
            <section key={id} id={id} aria-labelledby={`${id}-title`} className="about-part">
              <h2 id={`${id}-title`}>{t(`about.part.${id}`)}</h2>
              <Content />
            </section>
          );
        })}
        {told.map((id) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="about-part">
            <h2 id={`${id}-title`}>{t(`about.part.${id}`)}</h2>
            {ofThisCopy[id]}
          </section>
        ))}
      </main>
      <footer>
        <p>{t('about.foot')}</p>
      </footer>
    </div>
  );
}

/** Names with what is to be said of each. */
function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function ContentIdentity() {
  return (
    <Facts
      facts={[
        [t('about.version'), CONTENT_VERSION],
        [t('about.hash'), <code key="hash">{CONTENT_HASH}</code>],
        [t('about.review'), <strong key="review">{REVIEW_STATUS}</strong>],
      ]}
    />
  );
}

function Logic() {
  return (
    <>
      <ol>
        {logic().map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <NamedRows
        caption={t('about.inputs.caption')}
        head={[t('about.inputs.input'), t('about.inputs.how'), t('about.inputs.accepted')]}
        rows={byFirst(inputs())}
      />
    </>
  );
}

function StatementTable() {
  return (
    <NamedRows
      caption={t('about.statements.caption')}
      head={[t('about.statements.statement'), t('about.statements.adds'), t('about.tables.checked')]}
      rows={STATEMENTS.map(({ id, gist, note, verification }) => ({
        key: id,
        cells: [t('about.statements.named', { id, gist }), note, verificationInWords(verification)],
      }))}
    />
  );
}

function byFirst(rows: readonly (readonly string[])[]) {
  return rows.map((cells) => ({ key: cells[0] ?? '', cells }));
}
