/**
 * `npm run test:ehr`: the built extension beside OpenMRS O3, which is installed for it (tests/ehr/openmrs).
 * The last line is `N passed, N failed`. OpenMRS that cannot be installed is a failure, not a test left out.
 */
import { ensureBuilt, TARGETS } from './build.mjs';
import { ensureChromium, ensureFirefox, ensureOpenmrs, ensurePackages } from './ensure-installed.mjs';
import { conclude, installed, vitest } from './test-run.mjs';

await installed(async () => {
  await ensurePackages();
  await ensureChromium();
  await ensureFirefox();
  await ensureOpenmrs();
  for (const target of /** @type {(keyof typeof TARGETS)[]} */ (Object.keys(TARGETS))) await ensureBuilt(target);
});
await vitest('ehr');
conclude();
