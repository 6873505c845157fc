interface PanelFootProps {
  contentVersion: string;
  contentHash: string;
  onAbout(): void;
}

/** What this is for, what it is not, and which content it shows. */
export function PanelFoot({ contentVersion, contentHash, onAbout }: PanelFootProps) {
  return (
    <footer className="panel-foot">
      <p>
        For health professionals treating adults with bortezomib. Options to weigh, not orders; not for time-critical
        decisions. Not CE marked.
      </p>
      <p>Nothing on this page was sent or stored.</p>
      <p>
        Content {contentVersion} · {contentHash.slice(0, 12)}
      </p>
      <p>
        <button type="button" className="button quiet" onClick={onAbout}>
          About and evidence
        </button>
      </p>
    </footer>
  );
}
