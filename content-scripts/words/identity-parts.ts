/** `DOB: 14/03/1958 (68 y) · MRN 123 · F`: a line of a banner and its parts, by the labels in it. */

/** Says what a label in a banner stands for; 'unknown' for any other text. */
export type RoleOf<Role extends string> = (label: string) => Role | 'unknown';

export interface Part<Role extends string> {
  role: Role | null;
  label: string | null;
  text: string;
}

const ROLES_IN_TEXT = /(?:^|[\s(,;|·•–—/])([\p{L}][\p{L}.°º#-]*(?: [\p{L}#°º.]+){0,3})\s*[:#]\s*/gu;

/** The parts of a text with their roles. */
export function partsOf<Role extends string>(text: string, roleOf: RoleOf<Role>): Part<Role>[] {
  const parts: Part<Role>[] = [];
  for (const segment of text
    .split(/\s+[·|•–—]\s+|[;|•·]|,\s+(?=[\p{L}.]{2,14}\s*[:#])/u)
    .flatMap((one) => atLabels(one, roleOf))) {
    const cuts: { start: number; end: number; label: string; role: Role }[] = [];
    for (const match of segment.matchAll(ROLES_IN_TEXT)) {
      const words = (match[1] ?? '').split(' ');
      for (let index = 0; index < words.length; index += 1) {
        const label = words.slice(index).join(' ');
        const role = roleOf(label);
        if (role === 'unknown') continue;
        const end = match.index + match[0].length;
        cuts.push({ start: end - match[0].length + match[0].indexOf(label), end, label, role });
        break;
      }
    }
    const lead = segment.slice(0, cuts[0]?.start).trim();
    if (lead) parts.push(leadPart(lead, roleOf));
    cuts.forEach((cut, index) => {
      const value = segment
        .slice(cut.end, cuts[index + 1]?.start ?? segment.length)
        .replace(/[\s,/(]+$/, '')
        .trim();
      parts.push({ role: cut.role, label: cut.label, text: value });
    });
  }
  return parts;
}

/** `Test, Alpha (F, 68 y), DOB 14/03/1958`: cut before a label that has no colon and is followed by a figure. */
function atLabels<Role extends string>(text: string, roleOf: RoleOf<Role>): string[] {
  const parts: string[] = [];
  for (const part of text.split(/,\s+(?=\p{L})/u)) {
    const label = /^([\p{L}.]{2,14}(?: [\p{L}.]{2,8})?)\s+#?\d/u.exec(part)?.[1];
    const role = label === undefined ? 'unknown' : roleOf(label);
    if (parts.length === 0 || (role !== 'unknown' && role !== 'name')) parts.push(part);
    else parts[parts.length - 1] = `${parts.at(-1)}, ${part}`;
  }
  return parts;
}

/** `DOB 14/03/1958`, `MRN 123`: a label without a colon counts where a figure or letter code follows. */
export function leadPart<Role extends string>(text: string, roleOf: RoleOf<Role>): Part<Role> {
  const words = text.split(' ');
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const label = words.slice(0, count).join(' ');
    const rest = words.slice(count).join(' ');
    const role = roleOf(label);
    if (role !== 'unknown' && role !== 'name' && /\d/.test(rest)) return { role, label, text: rest };
  }
  return { role: null, label: null, text };
}

/** Whether a text holds a labelled identifier, birth date, age or sex, wherever in the text the label stands. */
export const saysIdentity = (text: string, roleOf: RoleOf<string>): boolean =>
  text.includes(':') && partsOf(text, roleOf).some(({ role }) => /^(?:identifier|birthDate|age|sex)$/.test(`${role}`));
