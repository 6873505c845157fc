import type { ReactNode } from 'react';
import { CONTENT_HASH, CONTENT_VERSION, REVIEW_STATUS, STATEMENTS } from '../../rules/index.ts';
import { VERIFICATION_WORDS } from '../advice/action-words.ts';
import { RecoveryPlot } from '../advice/RecoveryPlot.tsx';
import { CHANGES, DESTINATIONS, DSI_ATTRIBUTES, INPUTS, INTENDED_USE, LOGIC, PERMISSIONS } from './about-words.ts';
import { NamedRows } from './NamedRows.tsx';
import { RuleTables } from './RuleTables.tsx';
import { SourceList } from './SourceList.tsx';
import '../tokens.css';
import '../advice/AdviceCard.css';
import '../take-away/print.css';
import './About.css';

const byFirst = (rows: readonly (readonly string[])[]) => rows.map((cells) => ({ key: cells[0] ?? '', cells }));

interface Part {
  id: string;
  title: string;
  content: ReactNode;
}

const PARTS: readonly Part[] = [
  {
    id: 'use',
    title: 'Intended use',
    content: (
      <dl>
        {INTENDED_USE.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    ),
  },
  {
    id: 'content',
    title: 'Content version',
    content: (
      <dl>
        <div>
          <dt>Version</dt>
          <dd>{CONTENT_VERSION}</dd>
        </div>
        <div>
          <dt>Hash (SHA-256 over every file of the rules)</dt>
          <dd>
            <code>{CONTENT_HASH}</code>
          </dd>
        </div>
        <div>
          <dt>Review</dt>
          <dd>
            <strong>{REVIEW_STATUS}</strong>
          </dd>
        </div>
      </dl>
    ),
  },
  {
    id: 'logic',
    title: 'How it works',
    content: (
      <>
        <ol>
          {LOGIC.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <NamedRows
          caption="What goes in"
          head={['Input', 'How it gets in', 'Accepted, or what it is for']}
          rows={byFirst(INPUTS)}
        />
      </>
    ),
  },
  {
    id: 'tables',
    title: 'Rule tables',
    content: (
      <>
        <p>
          Each source keeps its own table. A row that was not read in the document itself says so and drives no headline
          when it was not checked.
        </p>
        <RuleTables />
      </>
    ),
  },
  {
    id: 'statements',
    title: 'Statements of the reference article',
    content: (
      <NamedRows
        caption="Each statement, what the rules say beyond or against it, and how far it was checked"
        head={['Statement', 'What the rules add', 'Checked']}
        rows={STATEMENTS.map(({ id, gist, note, verification }) => ({
          key: id,
          cells: [`${id}: ${gist}`, note, VERIFICATION_WORDS[verification]],
        }))}
      />
    ),
  },
  { id: 'recovery', title: 'Recovery figures', content: <RecoveryPlot /> },
  {
    id: 'sources',
    title: 'Sources',
    content: (
      <>
        <p>Addresses are text: this extension opens no page and connects to nothing. They can be copied.</p>
        <SourceList />
      </>
    ),
  },
  {
    id: 'attributes',
    title: 'Source attributes (evidence-based decision support)',
    content: (
      <NamedRows
        caption="The 13 attributes that US certification names for evidence-based interventions, 45 CFR 170.315(b)(11)"
        head={['Attribute', 'Here']}
        rows={byFirst(DSI_ATTRIBUTES)}
      />
    ),
  },
  {
    id: 'permissions',
    title: 'Permissions',
    content: (
      <NamedRows
        caption="What the browser is asked for, and why"
        head={['Permission', 'Why']}
        rows={byFirst(PERMISSIONS)}
      />
    ),
  },
  {
    id: 'data',
    title: 'Where data goes',
    content: (
      <NamedRows
        caption="Every kind of data, where it is kept, and where it is sent"
        head={['Data', 'Kept', 'Sent']}
        rows={byFirst(DESTINATIONS)}
      />
    ),
  },
  {
    id: 'changes',
    title: 'Changes',
    content: (
      <dl>
        {CHANGES.map(([version, what]) => (
          <div key={version}>
            <dt>{version}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    ),
  },
];

/** About and evidence: everything that a reviewer or a user may want to check, from the rules themselves. */
export function About() {
  return (
    <div className="about">
      <header>
        <h1>Bortezomib Neuropathy Sidebar: about and evidence</h1>
        <p className="about-status">
          <strong>{REVIEW_STATUS}</strong> Content {CONTENT_VERSION}, {CONTENT_HASH.slice(0, 12)}.
        </p>
      </header>
      <nav aria-label="On this page" className="no-print">
        <ul>
          {PARTS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {PARTS.map(({ id, title, content }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="about-part">
            <h2 id={`${id}-title`}>{title}</h2>
            {content}
          </section>
        ))}
      </main>
      <footer>
        <p>Nothing on this page was loaded from anywhere: it is part of the extension.</p>
      </footer>
    </div>
  );
}
