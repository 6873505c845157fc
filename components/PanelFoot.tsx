/** What this is for, what it is not, and which content it shows. */
export function PanelFoot({ contentVersion, contentHash }: { contentVersion: string; contentHash: string }) {
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
    </footer>
  );
}
