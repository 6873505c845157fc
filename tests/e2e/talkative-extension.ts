/**
 * The positive control of the network recorders: an extension that asks for something from every place that an
 * extension has, as soon as its toolbar button is clicked. A recorder that does not hear it hears nothing.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Paths that are asked for, by the place that asks. */
export const TALK = { background: '/from-background', panel: '/from-panel', page: '/from-page', tab: '/from-tab' };

/**
 * Writes the extension into a temporary folder.
 * @param listener origin that every request goes to, e.g. http://127.0.0.1:4000
 * @param stunPort loopback port that WebRTC is pointed at
 */
export async function writeTalkativeExtension(
  browser: 'chromium' | 'firefox',
  listener: string,
  stunPort: number,
): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'talkative-'));
  const manifest = {
    manifest_version: 3,
    name: 'Talkative',
    version: '1',
    permissions: ['activeTab', 'scripting', ...(browser === 'chromium' ? ['sidePanel'] : [])],
    // Firefox rewrites http to https in extension pages unless a policy is given
    content_security_policy: { extension_pages: "script-src 'self'; connect-src *" },
    action: {},
    ...(browser === 'chromium'
      ? { side_panel: { default_path: 'sidepanel.html' }, background: { service_worker: 'background.js' } }
      : {
          sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id: 'talkative@extension.invalid' } },
        }),
  };
  const open =
    browser === 'chromium' ? 'chrome.sidePanel.open({ windowId: tab.windowId })' : 'browser.sidebarAction.open()';
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': `
      chrome.action.onClicked.addListener((tab) => {
        ${open};
        fetch('${listener}${TALK.background}', { mode: 'no-cors' }).catch(() => {});
        chrome.tabs.create({ url: '${listener}${TALK.tab}', active: false });
        chrome.scripting.executeScript({
          target: { tabId: tab.id },
          func: (url) => { new Image().src = url; },
          args: ['${listener}${TALK.page}'],
        });
      });`,
    'sidepanel.html':
      '<!doctype html><title>Talkative</title><body data-state="ready"><script src="sidepanel.js"></script>',
    'sidepanel.js': `
      fetch('${listener}${TALK.panel}', { mode: 'no-cors' }).catch(() => {});
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${stunPort}' }] });
      peer.createDataChannel('talk');
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(directory, name), text);
  return directory;
}
