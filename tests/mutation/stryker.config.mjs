/** StrykerJS over rules/ with the tests of tests/rules. @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  mutate: ['rules/**/*.ts', '!rules/content-digest.ts'],
  // Data that is read once at load (the texts of cards, tables, lists) has tests of its own: docs/clinical is generated
  // from it and compared. A mutant of it would need a process of its own.
  ignoreStatic: true,
  // Nothing but what these tests need is copied.
  ignorePatterns: [
    '/*',
    '!/rules',
    '!/content-scripts',
    '!/components',
    '!/mapping',
    '!/settings',
    '!/tests',
    '/tests/*',
    '!/tests/rules',
    '!/tests/mutation',
    '!/scripts',
    '!/docs',
    '!/package.json',
    '!/tsconfig*.json',
  ],
  // StrykerJS would rewrite tsconfig.json with TypeScript's JavaScript API, which TypeScript 7 no longer has.
  tsconfigFile: 'none',
  tempDirName: '.artifacts/mutation-sandbox',
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.artifacts/mutation/incremental.json',
  concurrency: 1,
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  jsonReporter: { fileName: '.artifacts/mutation/report.json' },
  htmlReporter: { fileName: '.artifacts/mutation/report.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
