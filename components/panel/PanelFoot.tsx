import type { Approval } from '../../settings/settings-in-use.ts';
import { t } from '../words.ts';
import { ApprovalMark } from './ApprovalMark.tsx';
import { KeyList } from './KeyList.tsx';

interface PanelFootProps {
  contentVersion: string;
  contentHash: string;
  approval: Approval;
  onAbout(): void;
}

/** What this is for, what it is not, and which content it shows. */
export function PanelFoot({ contentVersion, contentHash, approval, onAbout }: PanelFootProps) {
  return (
    <footer className="panel-foot">
      <details>
        <summary>{t('keys.title')}</summary>
        <KeyList />
      </details>
      <p>{t('panel.foot.use')}</p>
      <p>{t('panel.foot.kept')}</p>
      <p>{t('panel.foot.content', { version: contentVersion, hash: contentHash.slice(0, 12) })}</p>
      <ApprovalMark approval={approval} />
      <p>
        <button type="button" className="button quiet" onClick={onAbout}>
          {t('panel.foot.about')}
        </button>
      </p>
    </footer>
  );
}
