/** What differs between two versions of the clinical content, as a reviewer has to see it. */

/** One version of the content: its identity and its generated documents by file name. */
export interface Content {
  version: string;
  /** SHA-256 over the rules, in hex; unknown for a version that is known from its documents alone */
  hash: string | undefined;
  documents: Readonly<Record<string, string>>;
}

export interface DocumentChange {
  document: string;
  /** lines of the former version that are no longer there */
  gone: string[];
  /** lines that were not there */
  added: string[];
}

/** Every generated document says its version in one line, which is no change of what it says. */
const IDENTITY = /^Generated from the rules, content version /u;

/** The changes of each document that has any, in the order of the documents. */
export function changesBetween(before: Content, now: Content): DocumentChange[] {
  const names = [...new Set([...Object.keys(now.documents), ...Object.keys(before.documents)])].sort();
  return names.flatMap((document) => {
    const [former, present] = [before, now].map(({ documents }) => linesOf(documents[document] ?? ''));
    const gone = without(former ?? [], present ?? []);
    const added = without(present ?? [], former ?? []);
    return gone.length + added.length === 0 ? [] : [{ document, gone, added }];
  });
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '' && !IDENTITY.test(line));

/** Lines of one list without those of another; a line that stands twice has to be taken away twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
