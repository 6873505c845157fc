/**
 * The one way in which a host is written: in the managed settings, in the manifest of the managed package and in the
 * browsers' policies. Scheme and host only, because the policies that narrow an extension know no paths.
 */
import * as z from 'zod/mini';

/**
 * `https://ehr.example.org/*`, `https://*.example.org/*`, `http://127.0.0.1:4000/*`. A pattern that holds for every
 * site, or for a whole top-level domain, is refused: an organisation's own hosts are listed one by one.
 */
const PATTERN =
  /^(https?):\/\/(\*\.)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(:\d{1,5})?\/\*$/u;

export const HostPattern = z.string().check(
  z.maxLength(260),
  z.refine((text) => {
    const [, , wildcard, host = ''] = PATTERN.exec(text) ?? [];
    return host !== '' && (wildcard === undefined || host.includes('.'));
  }, 'write a host as https://ehr.example.org/* or https://*.example.org/*'),
);

/** An origin as browsers write it: a standard port is left out. */
const ORIGIN = /^(https?):\/\/([^/:]+)(?::(\d+))?$/u;
const STANDARD_PORT: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * Whether an origin such as `https://ehr.example.org` is one of these hosts. A pattern without a port holds for every
 * port, as in the browsers' own match patterns. An opaque origin ('null') is none.
 */
export function isListed(origin: string, patterns: readonly string[]): boolean {
  const [, scheme = '', name = '', port = STANDARD_PORT[scheme]] = ORIGIN.exec(origin) ?? [];
  return patterns.some((pattern) => {
    const [, listedScheme, wildcard, host, listedPort] = PATTERN.exec(pattern) ?? [];
    if (scheme !== listedScheme || host === undefined) return false;
    if (listedPort !== undefined && listedPort !== `:${port}`) return false;
    return name === host || (wildcard !== undefined && name.endsWith(`.${host}`));
  });
}
