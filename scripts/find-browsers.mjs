/**
 * Finds the browsers on this machine. Plain Node, used before anything is installed.
 * The environment variables CHROMIUM and FIREFOX name a binary and win over everything else.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** In order of preference; a Google-branded Chrome comes last: it is only partly controllable from outside. */
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** The extension is installed unsigned for the tests, which only an ESR or a developer edition keeps possible. */
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = ['/usr/bin/firefox-esr', '/usr/lib/firefox-esr/firefox-esr', '/opt/firefox-esr/firefox'];

/** @returns {string | undefined} path of a Chromium, or undefined where there is none */
export function findChromium() {
  return find(process.env.CHROMIUM, CHROMIUM_NAMES, CHROMIUM_PLACES);
}

/** @returns {string | undefined} path of a Firefox (ESR preferred), or undefined where there is none */
export function findFirefox() {
  return find(process.env.FIREFOX, FIREFOX_NAMES, FIREFOX_PLACES);
}

/** @returns {string | undefined} path of Xvfb, a display without a screen, or undefined where there is none */
export function findXvfb() {
  return find(undefined, ['Xvfb'], ['/usr/bin/Xvfb']);
}

/**
 * @param {string | undefined} named
 * @param {string[]} names
 * @param {string[]} places
 */
function find(named, names, places) {
  if (named) return existsSync(named) ? named : onPath(named);
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return places.find(isExecutable);
}

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((directory) => path.join(directory, name))
    .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
