/** Who may see a field: anybody the file reaches, the council only, or the people who draw the board. */
export const LEVELS = ['public', 'council', 'private'] as const;
export type Level = (typeof LEVELS)[number];

/**
 * Levels of attributes that say more than the pattern of an organisation; the others are public. Business lines and regions
 * point at a company; notes, links and marks of an import at its papers.
 */
const ATTRIBUTE_LEVELS: Readonly<Record<string, Level>> = {
  lead: 'council',
  bu: 'council',
  region: 'council',
  since: 'council',
  until: 'council',
  note: 'private',
  link: 'private',
  src: 'private',
};

export const levelOfAttribute = (id: string): Level => ATTRIBUTE_LEVELS[id] ?? 'public';

/** Whether a field of this level is in a file for that one. */
export const isWithin = (field: Level, reader: Level): boolean => LEVELS.indexOf(field) <= LEVELS.indexOf(reader);
