/**
 * What a vitest run amounts to, from its JSON report and its exit code. A run that broke off, a file that did not load
 * and a run without a single test each count as a failure, so that nothing can pass by not running.
 * @param {string | undefined} report text of the JSON report; undefined where vitest wrote none
 * @param {number} exitCode
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function resultOf(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0, testResults } = JSON.parse(report);
  const notLoaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ { status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = numFailedTests + notLoaded;
  const silent = numPassedTests + failed === 0 || (exitCode !== 0 && failed === 0);
  return { passed: numPassedTests, failed: failed + (silent ? 1 : 0), skipped: numPendingTests + numTodoTests };
}
