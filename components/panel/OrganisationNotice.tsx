import type { Approval, Availability, RefusedKey } from '../../settings/settings-in-use.ts';
import { t } from '../words.ts';
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
        <h1>{t('panel.title')}</h1>
      </header>
      <main className="panel-body">
        <Notice {...props} />
        <p>
          <button type="button" className="button quiet" onClick={props.onAbout}>
            {t('organisation.about')}
          </button>
        </p>
      </main>
    </div>
  );
}

function Notice({ availability, refused, approval, onGoOn }: OrganisationNoticeProps) {
  switch (availability) {
    case 'waiting':
    case 'off':
      return (
        <StateMessage title={t(`organisation.${availability}.title`)}>
          <p>{t(`organisation.${availability}.text`)}</p>
        </StateMessage>
      );
    case 'settings-refused':
      return (
        <StateMessage title={t('organisation.settings_refused.title')}>
          <p>{t('organisation.settings_refused.text')}</p>
          <ul className="small">
            {refused.map(({ key, reason }) => (
              <li key={`${key} ${reason}`}>{t('organisation.settings_refused.key', { key, reason })}</li>
            ))}
          </ul>
        </StateMessage>
      );
    case 'not-approved':
      return (
        <StateMessage title={t('organisation.not_approved.title')}>
          <p>{approvalInWords(approval)}</p>
        </StateMessage>
      );
    case 'notice-first':
      return (
        <StateMessage title={t('organisation.notice_first.title')}>
          <p>{t('organisation.notice_first.text')}</p>
          <p>
            <button type="button" className="button" onClick={onGoOn}>
              {t('organisation.goOn')}
            </button>
          </p>
        </StateMessage>
      );
  }
}

function approvalInWords(approval: Approval): string {
  if (approval.status === 'none') return t('organisation.not_approved.none');
  const { approvedVersion, reference, date } = approval;
  return t('organisation.not_approved.other', { version: approvedVersion, reference, date });
}
