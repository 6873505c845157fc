import type { PanelProps, PanelState } from './panel-props.ts';
import { StateMessage } from './StateMessage.tsx';

/** What the reader is doing, always in sight: a silent reader and a page without an order look different. */
export function ReaderStatus({ state, readAt }: { state: PanelState; readAt: number | null }) {
  const words: Record<PanelState, string> = {
    'no-access': 'Not reading this tab',
    paused: 'Paused, everything cleared',
    reading: 'Reading…',
    'patient-conflict': 'Stopped: the page shows more than one patient',
    'no-order': 'Read: no bortezomib order in force',
    'choose-order': 'Read: several orders',
    'partly-read': 'Read in part',
    ready: 'Read',
  };
  const time = readAt === null ? '' : ` at ${new Date(readAt).toLocaleTimeString()}`;
  return (
    <p className={`reader-status${readAt === null ? '' : ' live'}`} role="status">
      {words[state]}
      {time}
    </p>
  );
}

/** The panel's states in words; nothing where an order is shown. */
export function StateOf({ state, refusedByBrowser, page }: Pick<PanelProps, 'state' | 'refusedByBrowser' | 'page'>) {
  if (state === 'no-access' && refusedByBrowser) {
    return (
      <StateMessage title="This page cannot be read">
        <p>The browser or your organisation does not let extensions read it. Nothing was read.</p>
      </StateMessage>
    );
  }
  if (state === 'no-access') {
    return (
      <StateMessage title="Click the toolbar button to read this tab">
        <p>
          The sidebar reads a tab only after a click on its button in the browser’s toolbar, or{' '}
          <strong>Alt+Shift+B</strong>. Nothing is shown from any other tab.
        </p>
      </StateMessage>
    );
  }
  if (state === 'paused') {
    return (
      <StateMessage title="Cleared, because nobody was here">
        <p>
          After 10 minutes without use, or when the screen was locked, everything that was read and answered is cleared.
          Choose <strong>Read again</strong> to go on.
        </p>
      </StateMessage>
    );
  }
  if (state === 'reading') {
    return (
      <StateMessage title="Reading the page">
        <p>Everything from before was cleared. This takes a moment after the page has come to rest.</p>
      </StateMessage>
    );
  }
  if (state === 'patient-conflict') {
    return (
      <StateMessage title="Two patients on one page">
        <p>
          Parts of this page name different patients, so nothing is shown. Close what belongs to the former patient,
          then choose <strong>Read again</strong>.
        </p>
      </StateMessage>
    );
  }
  if (state === 'no-order') {
    return (
      <StateMessage title="No bortezomib order in force was found">
        <p>
          This says only what was found on this screen, not that there is nothing to do.{' '}
          {page && page.ignored.length > 0
            ? 'Bortezomib is mentioned here, but was not used:'
            : 'Open the order, or the screen that shows its dose, route and days.'}
        </p>
        {page && page.ignored.length > 0 && (
          <ul className="small">
            {page.ignored.map((entry) => (
              <li key={`${entry.text} ${entry.reason}`}>
                “{entry.text}” <span className="muted">({entry.reason})</span>
              </li>
            ))}
          </ul>
        )}
        {page && page.unreadable.length > 0 && (
          <p>
            <strong>Not read:</strong> {page.unreadable.map(({ label }) => label).join(', ')}
          </p>
        )}
      </StateMessage>
    );
  }
  return null;
}
