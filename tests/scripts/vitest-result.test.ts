import { describe, expect, test } from 'vitest';
import { resultOf } from '../../scripts/vitest-result.mjs';

const report = (counts: { passed?: number; failed?: number; pending?: number; notLoaded?: number }) =>
  JSON.stringify({
    numPassedTests: counts.passed ?? 0,
    numFailedTests: counts.failed ?? 0,
    numPendingTests: counts.pending ?? 0,
    numTodoTests: 0,
    testResults: [
      ...Array.from({ length: counts.notLoaded ?? 0 }, () => ({ status: 'failed', assertionResults: [] })),
      ...(counts.failed ? [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] : []),
      ...(counts.passed ? [{ status: 'passed', assertionResults: [{ status: 'passed' }] }] : []),
    ],
  });

describe('the result of a vitest run', () => {
  test('counts what passed and failed', () => {
    expect(resultOf(report({ passed: 5 }), 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
    expect(resultOf(report({ passed: 4, failed: 2 }), 1)).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  test('a run without a report has failed', () => {
    expect(resultOf(undefined, 0).failed).toBe(1);
  });

  test('a run without any test has failed', () => {
    expect(resultOf(report({}), 0).failed).toBe(1);
    expect(resultOf(report({ pending: 3 }), 0)).toEqual({ passed: 0, failed: 1, skipped: 3 });
  });

  test('a file that did not load is a failure, beside tests that passed', () => {
    expect(resultOf(report({ passed: 3, notLoaded: 2 }), 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  test('a run that broke off after its tests passed has failed', () => {
    expect(resultOf(report({ passed: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });
});
