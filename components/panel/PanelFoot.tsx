import { t } from '../words.ts';

interface PanelFootProps {
  contentVersion: string;
  contentHash: string;
  onAbout(): void;
}

/** What this is for, what it is not, and which content it shows. */
export function PanelFoot({ contentVersion, contentHash, onAbout }: PanelFootProps) {
  return (
    <footer className="panel-foot">
      <p>{t('panel.foot.use')}</p>
      <p>{t('panel.foot.kept')}</p>
      <p>{t('panel.foot.content', { version: contentVersion, hash: contentHash.slice(0, 12) })}</p>
      <p>
        <button type="button" className="button quiet" onClick={onAbout}>
          {t('panel.foot.about')}
        </button>
      </p>
    </footer>
  );
}
