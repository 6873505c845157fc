/** Every target with its folder in .output/. */
export const TARGETS: { readonly chrome: 'chrome-mv3'; readonly firefox: 'firefox-mv3' };
/** The command that builds one target. */
export function buildCommand(target: keyof typeof TARGETS): string[];
