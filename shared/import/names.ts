import type { ImportDraft, ImportedItem, NameChoice } from './import-types.ts';
import { looksLikePerson } from './words.ts';

const LONGEST_LEAD = 120;

/** Whether the box of an item would show the name of a person. */
const showsPerson = ({ kind, name, person }: ImportedItem): boolean =>
  kind === 'role' && name !== '' && name === person;

/** Keys of the items whose box would show the name of a person. */
export const findNames = ({ items }: ImportDraft): readonly string[] =>
  items.filter(showsPerson).map((item) => item.key);

const withoutLead = ({ attributes }: ImportedItem): ImportedItem['attributes'] => {
  const { lead, ...others } = attributes;
  return typeof lead === 'string' && looksLikePerson(lead) ? others : attributes;
};

/**
 * The same draft with its names treated: `titles` puts the title of the role in place of each name, or "Role 1" where there is
 * none, and keeps no person; `keep` shows the names, with the title as the box's lead.
 */
export function applyNames(draft: ImportDraft, choice: NameChoice): ImportDraft {
  if (choice === 'keep') {
    return {
      ...draft,
      items: draft.items.map((item) => {
        const lead = showsPerson(item) && item.title !== '' && item.attributes['lead'] === undefined;
        if (!lead) return item;
        return { ...item, attributes: { ...item.attributes, lead: item.title.slice(0, LONGEST_LEAD).toWellFormed() } };
      }),
    };
  }
  const taken = new Set(draft.items.map((item) => item.name));
  let n = 0;
  const next = (): string => {
    do n += 1;
    while (taken.has(`Role ${n}`));
    return `Role ${n}`;
  };
  const items = draft.items.map((item) => {
    const attributes = withoutLead(item);
    if (showsPerson(item)) return { ...item, person: '', name: item.title === '' ? next() : item.title, attributes };
    return item.person === '' && attributes === item.attributes ? item : { ...item, person: '', attributes };
  });
  return { ...draft, items };
}
