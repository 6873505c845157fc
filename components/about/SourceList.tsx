import { SOURCES, type Source } from '../../rules/sources.ts';
import { verificationInWords } from '../advice/action-words.ts';

/** Every document that a rule cites. Addresses are text to be copied: this page opens nothing (docs/adr/0003). */
export function SourceList() {
  return (
    <ol className="source-list">
      {SOURCES.map((source) => (
        <li key={source.id} id={`source-${source.id}`}>
          <SourceEntry source={source} />
        </li>
      ))}
    </ol>
  );
}

function SourceEntry({
  source: { id, title, publisher, version, date, link, limits, verification },
}: {
  source: Source;
}) {
  return (
    <>
      <strong>{title}</strong> <span className="verification">{verificationInWords(verification)}</span>
      <br />
      {[publisher, version, date].filter((part) => part !== undefined).join(' · ')} · <code>{id}</code>
      {limits !== undefined && (
        <>
          <br />
          <span className="muted">{limits}</span>
        </>
      )}
      {link !== undefined && (
        <>
          <br />
          <span className="address">{link}</span>
        </>
      )}
    </>
  );
}
