/**
 * For Intune's settings catalog: the part of the policies that it knows, installation by force. What it does not know
 * (narrowing to hosts, the settings of an extension) goes through the PowerShell script.
 */
import type { Browser, Deployment } from './description.ts';

const FORCE_LIST: Record<Browser, string> = {
  chrome: 'device_vendor_msft_policy_config_chromeintunev1~policy~googlechrome~extensions_extensioninstallforcelist',
  edge: 'device_vendor_msft_policy_config_microsoft_edge~policy~microsoft_edge~extensions_extensioninstallforcelist',
};
const GRAPH = '#microsoft.graph.deviceManagementConfiguration';

/** A policy for import: Devices, Configuration, Create, Import policy. */
export function intuneCatalogPolicy({ extensionId, chromiumUpdateUrl }: Deployment): string {
  const settings = (['chrome', 'edge'] as const).map((browser, index) => {
    const id = FORCE_LIST[browser];
    return {
      id: String(index),
      settingInstance: {
        '@odata.type': `${GRAPH}ChoiceSettingInstance`,
        settingDefinitionId: id,
        settingInstanceTemplateReference: null,
        choiceSettingValue: {
          settingValueTemplateReference: null,
          value: `${id}_1`,
          children: [
            {
              '@odata.type': `${GRAPH}SimpleSettingCollectionInstance`,
              settingDefinitionId: `${id}_extensioninstallforcelistdesc`,
              settingInstanceTemplateReference: null,
              simpleSettingCollectionValue: [
                {
                  '@odata.type': `${GRAPH}StringSettingValue`,
                  settingValueTemplateReference: null,
                  value: `${extensionId};${chromiumUpdateUrl}`,
                },
              ],
            },
          ],
        },
      },
    };
  });
  const policy = {
    name: 'Bortezomib Neuropathy Sidebar: installation in Chrome and Edge',
    description: 'Installs the extension. Its hosts and settings come with the PowerShell script of the same package.',
    platforms: 'windows10',
    technologies: 'mdm',
    roleScopeTagIds: ['0'],
    settingCount: settings.length,
    templateReference: { templateId: '', templateFamily: 'none' },
    settings,
  };
  return `${JSON.stringify(policy, null, 2)}\n`;
}
