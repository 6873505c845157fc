import type { Approval, Availability, RefusedKey } from '../../settings/site-settings.ts';
import { StateMessage } from './StateMessage.tsx';
import '../tokens.css';
import './Panel.css';

interface OrganisationNoticeProps {
  availability: Exclude<Availability, 'open'>;
  refused: readonly RefusedKey[];
  approval: Approval;
  /** the user has read the notice */
  onGoOn(): void;
  onAbout(): void;
}

/** What stands in place of the panel while the organisation's settings do not let it read. Nothing was read then. */
export function OrganisationNotice(props: OrganisationNoticeProps) {
  return (
    <div className="panel">
      <header className="panel-head">
        <h1>Bortezomib neuropathy</h1>
      </header>
      <main className="panel-body">
        <Notice {...props} />
        <p>
          <button type="button" className="button quiet" onClick={props.onAbout}>
            Settings and About
          </button>
        </p>
      </main>
    </div>
  );
}

function Notice({ availability, refused, approval, onGoOn }: OrganisationNoticeProps) {
  switch (availability) {
    case 'waiting':
      return (
        <StateMessage title="Waiting for the settings of your organisation">
          <p>
            They have not arrived yet, so nothing is read and no advice is given. Should this stay, tell your IT
            department: its policy has to set at least <code>enabled</code> for this extension.
          </p>
        </StateMessage>
      );
    case 'off':
      return (
        <StateMessage title="Switched off by your organisation">
          <p>Nothing is read and no advice is given. Your IT department can tell you why.</p>
        </StateMessage>
      );
    case 'settings-refused':
      return (
        <StateMessage title="Advice is held: settings of your organisation cannot be used">
          <p>Nothing is read until they are put right. Please give this to your IT department:</p>
          <ul className="small">
            {refused.map(({ key, reason }) => (
              <li key={`${key} ${reason}`}>
                <code>{key}</code>: {reason}
              </li>
            ))}
          </ul>
        </StateMessage>
      );
    case 'not-approved':
      return (
        <StateMessage title="Advice is held: this content is not yet approved here">
          <p>
            {approval.status === 'none'
              ? 'Your organisation has to approve it first.'
              : `Your organisation approved version ${approval.approvedVersion} (${approval.reference}, ${approval.date}). This is other content.`}{' '}
            Nothing is read.
          </p>
        </StateMessage>
      );
    case 'notice-first':
      return (
        <StateMessage title="Before you start">
          <p>
            While this sidebar is open it reads the bortezomib order, patient data and results on the sites that your
            organisation has listed, without a click. What it reads stays in this sidebar and is gone when it closes:
            nothing is sent or stored.
          </p>
          <p>
            <button type="button" className="button" onClick={onGoOn}>
              Go on
            </button>
          </p>
        </StateMessage>
      );
  }
}
