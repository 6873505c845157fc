/**
 * `npm run review`: writes the document for the committee that approves the clinical content, and a snapshot to compare
 * the next version with.
 *
 *   npm run review                                 everything, as new
 *   npm run review -- --since content-0.1.0.json   with the changes since that snapshot
 *   npm run review -- --since v0.1.0               with the changes since that git revision
 *
 *   --out FOLDER    .artifacts/review when not said
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CONTENT_HASH, CONTENT_VERSION } from '../rules/index.ts';
import { argumentsOf } from './command-line.ts';
import { ROOT } from './ensure-installed.mjs';
import { clinicalDocs } from './generate-clinical-docs.ts';
import type { Content } from './review/content-changes.ts';
import { reviewDocument } from './review/review-document.ts';

const { values } = argumentsOf(import.meta.url, {
  options: { since: { type: 'string' }, out: { type: 'string', default: '.artifacts/review' } },
});

const now: Content = { version: CONTENT_VERSION, hash: CONTENT_HASH, documents: clinicalDocs() };
const out = path.resolve(values.out);
const name = `content-${now.version}-${CONTENT_HASH.slice(0, 12)}`;
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, `${name}.md`), reviewDocument(now, approvedContent(values.since)));
writeFileSync(path.join(out, `${name}.json`), `${JSON.stringify(now, null, 2)}\n`);
console.log(path.join(out, `${name}.md`));
console.log(path.join(out, `${name}.json`));

/** The content that was approved, from a snapshot or from a git revision of this repository. */
function approvedContent(since: string | undefined): Content | undefined {
  if (since === undefined) return undefined;
  if (existsSync(since)) return JSON.parse(readFileSync(since, 'utf8'));
  const show = (file: string) => {
    const options = { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' } as const;
    try {
      return execFileSync('git', ['show', `${since}:${file}`], options);
    } catch {
      return undefined;
    }
  };
  const identity = show('rules/content-identity.ts');
  if (identity === undefined) {
    console.error(`${since} is neither a file nor a git revision with clinical content`);
    process.exit(2);
  }
  const [, version = since] = /CONTENT_VERSION = '([^']+)'/u.exec(identity) ?? [];
  const [, hash] = /CONTENT_DIGEST\s*=\s*'([0-9a-f]{64})'/u.exec(show('rules/content-digest.ts') ?? '') ?? [];
  const documents = Object.fromEntries(
    Object.keys(now.documents).flatMap((file) => {
      const text = show(`docs/clinical/${file}`);
      return text === undefined ? [] : [[file, text]];
    }),
  );
  return { version, hash, documents };
}
