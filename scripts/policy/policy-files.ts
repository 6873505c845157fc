/** Every policy file of a deployment, by its path in the package. */
import { chromiumProfile, firefoxProfile } from './apple.ts';
import { type Browser, chromiumPolicies, type Deployment, firefoxPolicies } from './description.ts';
import { intuneCatalogPolicy } from './intune.ts';
import { chromiumRegistry, firefoxRegistry, powershellScript, regFile } from './windows.ts';

const NAME = 'bortezomib-neuropathy-sidebar';
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

export function policyFiles(deployment: Deployment): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const browser of ['chrome', 'edge'] satisfies Browser[]) {
    const registry = chromiumRegistry(deployment, browser);
    files.set(`${browser}/linux/${NAME}.json`, json(chromiumPolicies(deployment, browser)));
    files.set(`${browser}/windows/${NAME}.reg`, regFile(registry));
    files.set(`${browser}/windows/${NAME}.ps1`, powershellScript(registry, `${NAME}: policies for ${browser}`));
    files.set(`${browser}/macos/${NAME}.mobileconfig`, chromiumProfile(deployment, browser));
  }
  const registry = firefoxRegistry(deployment);
  files.set('firefox/policies.json', json({ policies: firefoxPolicies(deployment) }));
  files.set(`firefox/windows/${NAME}.reg`, regFile(registry));
  files.set(`firefox/windows/${NAME}.ps1`, powershellScript(registry, `${NAME}: policies for Firefox`));
  files.set(`firefox/macos/${NAME}.mobileconfig`, firefoxProfile(deployment));
  files.set(`intune/${NAME}-catalog.json`, intuneCatalogPolicy(deployment));
  return files;
}
