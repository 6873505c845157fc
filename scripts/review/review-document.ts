/** The document that a pharmacy and therapeutics committee reviews and signs, in Markdown. */
import { REVIEW_STATUS } from '../../rules/index.ts';
import { type Content, changesBetween } from './content-changes.ts';

/** @param approved the version that was approved last, where there is one */
export function reviewDocument(now: Content, approved: Content | undefined): string {
  const documents = Object.entries(now.documents).filter(([name]) => name.endsWith('.md'));
  return [
    `# Clinical content ${now.version} for review`,
    `Content hash (SHA-256 over every file of the rules): \`${now.hash}\``,
    `**${REVIEW_STATUS}** What is marked secondary or unverified was not seen in the original document.`,
    decision(now),
    changes(now, approved),
    ...documents.map(([, text]) => oneLevelDown(text)),
    signingList(now.documents['sign-off.csv'] ?? ''),
    '',
  ].join('\n\n');
}

function decision({ version, hash }: Content): string {
  const setting = {
    contentVersion: version,
    contentHash: hash,
    reference: '…',
    date: 'YYYY-MM-DD',
    whenNotApproved: 'hold',
  };
  return `## Decision

| | |
| --- | --- |
| Approved for use here (yes, no, with changes) | |
| Reference of the decision, without names | |
| Date | |
| To be reviewed again by | |

After an approval this goes into the managed settings as \`contentApproval\`:

\`\`\`json
${JSON.stringify(setting, null, 2)}
\`\`\``;
}

function changes(now: Content, approved: Content | undefined): string {
  const title = '## Changes since the approved version';
  if (!approved) return `${title}\n\nNo former version was given: everything below is new.`;
  const was = `Approved was ${approved.version}${approved.hash ? `, \`${approved.hash}\`` : ''}.`;
  if (approved.hash === now.hash) return `${title}\n\n${was} This is the same content.`;
  const found = changesBetween(approved, now);
  if (found.length === 0) {
    return `${title}\n\n${was} No table, source or statement differs. The hash differs because code of the rules that applies them was changed: ask for the changes of \`rules/\`.`;
  }
  const parts = found.map(({ document, gone, added }) =>
    [`### ${document}`, '```diff', ...gone.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`), '```'].join(
      '\n',
    ),
  );
  return [title, `${was} Lines with − are gone, lines with + are new.`, ...parts].join('\n\n');
}

const oneLevelDown = (markdown: string) => markdown.trimEnd().replace(/^#/gmu, '##');

function signingList(csv: string): string {
  const [head = [], ...rows] = csv.trimEnd().split('\n').map(cellsOf);
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['## To be signed, row by row', '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The cells of one line of the list, each of which stands in double quotes. */
const cellsOf = (line: string) =>
  [...line.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, cell = '']) => cell.replaceAll('""', '"'));
