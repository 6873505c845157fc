/** Writes docs/deployment/settings.md from the schema of the managed settings; a test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromeManagedSchema } from '../settings/chrome-schema.ts';
import { KEY_WORDS, type ManagedKey } from '../settings/managed-keys.ts';
import { HOLDS } from '../settings/site-settings.ts';

const FILE = path.join(path.dirname(import.meta.dirname), 'docs/deployment/settings.md');

function whenRefused(key: ManagedKey): string {
  if (HOLDS.includes(key)) return 'nothing is read, no advice';
  return key === 'featuresOff' ? 'all of these parts are left out' : 'its default is used';
}

export function settingsDoc(): string {
  const types = chromeManagedSchema().properties ?? {};
  const rows = (Object.keys(KEY_WORDS) as ManagedKey[]).map((key) => {
    return `| \`${key}\` | ${types[key]?.type ?? ''} | ${KEY_WORDS[key]} | ${whenRefused(key)} |`;
  });
  return `# Managed settings

Generated from \`settings/managed-keys.ts\` by \`node scripts/generate-settings-doc.ts\`. They come by browser policy (\`3rdparty\`, \`storage.managed\`) and from nowhere else; the policy files that
\`npm run package -- --settings FILE\` writes contain them. One key, \`enabled\`, is enough; without any, a copy that an organisation installed waits and reads nothing.

| Key | Type | What it does | When it is refused |
| --- | --- | --- | --- |
${rows.join('\n')}

A refused key is named with the reason on the options page and, where it holds the advice, in the panel. A key that this version does not know holds the advice as well: it may be a
mistyped switch. A key that the browser itself dropped, because its type is wrong, is noticed through \`keysSet\`. After any change the panel is emptied and starts anew.

\`siteProtocol\` and \`siteMapping\` are JSON documents, written as text: [../site-mapping.md](../site-mapping.md), \`rules/site-protocol.ts\`.
`;
}

if (import.meta.main) writeFileSync(FILE, settingsDoc());
