/**
 * The tests that mutants have to fail. Without those that take too long to be run for every mutant (every combination,
 * random cases), or that look at the source text or start a process: a mutant that only they would find counts as alive.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/rules/**/*.test.ts'],
    exclude: ['tests/rules/{advise,bundle-size,exhaustive,properties}.test.ts'],
    environment: 'node',
    // Modules are loaded once for all files: a quarter of the time. No test changes a module's state.
    isolate: false,
  },
});
