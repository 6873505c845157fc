/** Path of a Chromium on this machine; the environment variable CHROMIUM wins. */
export function findChromium(): string | undefined;
/** Path of a Firefox on this machine, ESR preferred; the environment variable FIREFOX wins. */
export function findFirefox(): string | undefined;
/** Path of Xvfb, a display without a screen. */
export function findXvfb(): string | undefined;
