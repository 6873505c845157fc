/** What the browsers ask for to learn whether there is a newer version, when the hospital serves it itself. */

interface ChromiumUpdate {
  extensionId: string;
  version: string;
  /** where the CRX file is served */
  codebase: string;
  /** SHA-256 of the CRX file, in hex */
  sha256: string;
}

/** For Chrome and Edge: an update manifest in the format of Google's update server. */
export function chromiumUpdateManifest({ extensionId, version, codebase, sha256 }: ChromiumUpdate): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${extensionId}">
    <updatecheck codebase="${inXml(codebase)}" hash_sha256="${sha256}" version="${version}" prodversionmin="121"/>
  </app>
</gupdate>
`;
}

interface FirefoxUpdate {
  addonId: string;
  version: string;
  /** where the signed XPI is served */
  link: string;
  /** SHA-256 of the signed XPI, in hex; unknown before it was signed */
  sha256: string | undefined;
  oldestFirefox: string;
}

/** For Firefox: an update manifest, to be served at the `update_url` that stands in the package. */
export function firefoxUpdateManifest({ addonId, version, link, sha256, oldestFirefox }: FirefoxUpdate): string {
  const update = {
    version,
    update_link: link,
    ...(sha256 === undefined ? {} : { update_hash: `sha256:${sha256}` }),
    applications: { gecko: { strict_min_version: oldestFirefox } },
  };
  return `${JSON.stringify({ addons: { [addonId]: { updates: [update] } } }, null, 2)}\n`;
}

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
