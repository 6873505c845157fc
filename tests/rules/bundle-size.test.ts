import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

const LIMIT_BYTES = 60_000;

/** rules/index.ts as a browser would load it, in one minified module; zod stays outside, the panel has it anyway. */
async function bundleOfTheRules(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../../rules/index.ts', import.meta.url)),
        preserveEntrySignatures: 'strict',
        external: [/^zod(\/|$)/u],
      },
    },
  });
  const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  expect(output).toHaveLength(1);
  return output[0]?.type === 'chunk' ? output[0].code : '';
}

it('the rules without zod, statements included, are at most 60 kB gzip', async () => {
  const code = await bundleOfTheRules();
  expect(code, 'the statements of the article are in it').toContain('A34');
  expect(code, 'and a table').toContain('grade-1-with-pain-or-grade-2');
  expect(code, 'and a drug').toContain('pregabalin');
  const bytes = gzipSync(code, { level: 9 }).length;
  expect(bytes).toBeGreaterThan(LIMIT_BYTES / 6);
  expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
});
