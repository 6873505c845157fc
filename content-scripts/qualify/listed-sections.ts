/** Sections of a page whose entries are listed, and the list that each belongs to. */
export const LISTS: Readonly<Record<string, 'medications' | 'problems' | 'allergies' | undefined>> = {
  medications: 'medications',
  active: 'medications',
  held: 'medications',
  planned: 'medications',
  problems: 'problems',
  allergies: 'allergies',
};
