/**
 * What tells one package from another. It goes to the build in one environment variable, so that nothing in the sources
 * has to be edited for a hospital; everything else of the build is the same for all.
 */
import * as z from 'zod/mini';
import { HostPattern } from '../../settings/host-pattern.ts';

const VARIABLE = 'SIDEBAR_PACKAGE';

/** Firefox knows an extension by this; a hospital that has its own copy signed gives its own. */
export const FIREFOX_ID = 'bortezomib-neuropathy-sidebar@extension.invalid';

/** A policy narrows an extension to a hundred hosts at most. */
const MOST_HOSTS = 100;

const PackageOptions = z.strictObject({
  outDir: z.optional(z.string()),
  /** instead of the one in package.json: one to four numbers */
  version: z.optional(z.string().check(z.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/u))),
  /** the managed package: the only hosts that it can ever read, without a click */
  hosts: z.optional(z.array(HostPattern).check(z.minLength(1), z.maxLength(MOST_HOSTS))),
  chromiumUpdateUrl: z.optional(z.url()),
  firefoxId: z._default(
    z.string().check(z.regex(/^(\{[0-9a-f-]{36}\}|[a-z0-9._-]{0,64}@[a-z0-9.-]{1,64})$/iu)),
    FIREFOX_ID,
  ),
  firefoxUpdateUrl: z.optional(z.url()),
});

export type PackageOptions = z.infer<typeof PackageOptions>;

/** In the build: what is to be packaged; the personal package where nothing was asked for. Throws on anything else. */
export function packageFromEnvironment(): PackageOptions {
  return PackageOptions.parse(JSON.parse(process.env[VARIABLE] ?? '{}'));
}

/** For the build's environment. */
export function packageEnvironment(options: Partial<PackageOptions>): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(PackageOptions.parse(options)) };
}
