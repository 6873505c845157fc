export function resultOf(
  report: string | undefined,
  exitCode: number,
): { passed: number; failed: number; skipped: number };
