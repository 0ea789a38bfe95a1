import type { ElementKindId } from '../board/model.ts';
import { guessedKind } from './outline.ts';
import type { SketchItem } from './settle.ts';
import { namesNobody } from './values.ts';
import { looksLikePerson, readsAsRole } from './words.ts';

const LONGEST_NAME = 200;

/**
 * What the lines of a box's label say: a name over a title is a person in a role, a title over a name too; anything else is
 * one name. `kind` is what its shape says, or `null`.
 */
export function itemOfLabel(
  lines: readonly string[],
  kind: ElementKindId | null,
  place: Pick<SketchItem, 'key' | 'line'>,
): SketchItem {
  const blank = { ...place, email: '', boss: null, sitsIn: null, attributes: {} };
  const [first = '', second = ''] = lines;
  if (kind === null || kind === 'role') {
    const turned = readsAsRole(first) && looksLikePerson(second);
    const [person, title] = turned ? [second, first] : [first, second];
    if (lines.length === 2 && looksLikePerson(person) && !looksLikePerson(title)) {
      return { ...blank, kind: 'role', name: person, person, title };
    }
    if (lines.length === 2 && (namesNobody(person) || namesNobody(title))) {
      const post = namesNobody(person) ? title : person;
      return { ...blank, kind: 'role', name: post, person: '', title: post, attributes: { vacant: true } };
    }
  }
  const name = (kind === 'card' ? lines.join('\n') : lines.join(' ')).slice(0, LONGEST_NAME).toWellFormed();
  const found = kind ?? guessedKind(name);
  return { ...blank, kind: found, name, person: found === 'role' && looksLikePerson(name) ? name : '', title: '' };
}
