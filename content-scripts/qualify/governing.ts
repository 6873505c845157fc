/** Which of the headings over an entry decides what it is. */
import type { SectionHeading } from '../collect/collected-field.ts';
import { namesBortezomib } from '../parse/index.ts';
import { type Section, sectionOf } from './sections.ts';
import { statusOf } from './status.ts';

/** The section that decides what the group is: the innermost heading that says so. */
export function governing(headings: readonly SectionHeading[]): { section: Section; heading: SectionHeading } | null {
  let neutral: { section: Section; heading: SectionHeading } | null = null;
  for (const heading of headings) {
    if (namesBortezomib(heading.text) && heading.proper) continue;
    // a chip of the entry before stands where a heading would, and is none
    if (!heading.proper && statusOf(heading.text) !== null) continue;
    const section = sectionOf(heading.text);
    if (section === null || (!heading.proper && heading.text.split(' ').length > 4)) continue;
    if (section === 'medications' || section === 'vitals') {
      neutral ??= { section, heading };
      continue;
    }
    if (neutral && !heading.proper) continue;
    if (neutral && (section === 'notes' || section === 'history' || section === 'problems' || section === 'results'))
      continue;
    return { section, heading };
  }
  return neutral;
}
