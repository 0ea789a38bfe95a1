import { foldingOf } from '#shared/board/folded.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, Id, Relation, RelationKindId } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { choiceLabel, SCOPES } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { Lens } from '../state/ui-store.ts';

/** What a lens shows: what is lit, and the same in words. */
export interface LensFacts {
  readonly title: string;
  /** In numbers. What is not drawn is called "not drawn", never "none". */
  readonly sentence: string;
  readonly lit: ReadonlySet<Id>;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

function byKind(board: Board, kind: RelationKindId): readonly Relation[] {
  return [...board.relations.values()].filter((line) => line.kind === kind);
}

const ends = (lines: readonly Relation[]): Set<Id> => new Set(lines.flatMap((line) => [line.id, line.from, line.to]));

const distinct = (ids: readonly Id[]): number => new Set(ids).size;

function money(board: Board): LensFacts {
  const lines = byKind(board, 'funds');
  const payers = distinct(lines.map((line) => line.from));
  const paid = distinct(lines.map((line) => line.to));
  const sentence =
    lines.length === 0
      ? 'No "funds" line is drawn yet.'
      : `${listed([
          count(lines.length, '"funds" line', '"funds" lines'),
          count(payers, 'payer', 'payers'),
          `${paid} funded`,
        ])}.`;
  return { title: 'Money', sentence, lit: ends(lines) };
}

function ownership(board: Board): LensFacts {
  const lines = byKind(board, 'owns');
  const owned = new Set(lines.map((line) => line.to));
  const platforms = [...board.elements.values()].filter((one) => one.kind === 'platform');
  const open = platforms.filter((one) => !owned.has(one.id)).length;
  const sentence = listed([
    lines.length === 0 ? 'No "owns" line is drawn yet' : count(lines.length, '"owns" line', '"owns" lines'),
    lines.length === 0 ? '' : count(distinct(lines.map((line) => line.from)), 'owner', 'owners'),
    open === 0 ? '' : `${count(open, 'platform', 'platforms')} with no owner drawn`,
  ]);
  return { title: 'Ownership', sentence: `${sentence}.`, lit: ends(lines) };
}

const having = (board: Board, test: (one: BoardElement) => boolean): readonly BoardElement[] =>
  [...board.elements.values()].filter(test);

const idsOf = (elements: readonly BoardElement[]): Set<Id> => new Set(elements.map((one) => one.id));

function scope(board: Board): LensFacts {
  const lit = having(board, (one) => one.attributes['scope'] !== undefined);
  const could = having(board, (one) => ELEMENT_KINDS[one.kind].attributes.includes('scope')).length;
  const parts = SCOPES.flatMap(({ code, label }) => {
    const n = lit.filter((one) => one.attributes['scope'] === code).length;
    return n === 0 ? [] : [`${n} ${label.toLowerCase()}`];
  });
  const rest = could - lit.length;
  const sentence = listed([
    lit.length === 0 ? 'No scope is drawn yet' : listed(parts),
    rest > 0 && lit.length > 0 ? `${rest} without a scope drawn` : '',
  ]);
  return { title: 'Scope', sentence: `${sentence}.`, lit: idsOf(lit) };
}

function vacancy(board: Board): LensFacts {
  const lit = having(board, (one) => one.attributes['vacant'] === true);
  const posts = having(
    board,
    (one) => lit.includes(one) || ELEMENT_KINDS[one.kind].attributes.includes('vacant'),
  ).length;
  const sentence =
    lit.length === 0 ? 'No vacancy is drawn.' : `${lit.length} vacant of ${count(posts, 'post', 'posts')}.`;
  return { title: 'Vacancies', sentence, lit: idsOf(lit) };
}

const capsOf = (one: BoardElement): readonly string[] => {
  const value = one.attributes['cap'];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

function capability(board: Board, cap: string | null): LensFacts {
  const lit = having(board, (one) => (cap === null ? capsOf(one).length > 0 : capsOf(one).includes(cap)));
  const kinds = new Set(lit.flatMap(capsOf)).size;
  const title = cap === null ? 'Capabilities' : `Capability: ${choiceLabel('cap', cap)}`;
  const sentence =
    lit.length === 0
      ? cap === null
        ? 'No capability is drawn yet.'
        : 'Nobody is drawn with it.'
      : cap === null
        ? `${count(kinds, 'capability', 'capabilities')} at ${count(lit.length, 'place', 'places')}.`
        : `Drawn at ${count(lit.length, 'place', 'places')}.`;
  return { title, sentence, lit: idsOf(lit) };
}

function tiger(board: Board, id: Id): LensFacts {
  const { tigers } = indexBoard(board);
  const place = tigers.findIndex((team) => team.id === id);
  const team = tigers[place];
  if (team === undefined) return { title: 'Tiger team', sentence: 'This tiger team is gone.', lit: new Set() };
  const members = Object.keys(team.members);
  const lit = new Set<Id>([id, ...members]);
  for (const one of [team.lead, team.sponsor]) if (board.elements.has(one)) lit.add(one);
  for (const friction of indexBoard(board).frictions) if (friction.on.includes(id)) lit.add(friction.id);
  const lent = Object.values(team.members).reduce((sum, share) => sum + share, 0);
  const sentence =
    members.length === 0
      ? 'No member is drawn yet.'
      : `${count(members.length, 'member', 'members')}, ${lent} % lent in all.`;
  return { title: `Tiger team ${place + 1}: ${nameOf(board, id)}`, sentence, lit };
}

function factsOf(board: Board, lens: Lens): LensFacts {
  switch (lens.lens) {
    case 'money':
      return money(board);
    case 'ownership':
      return ownership(board);
    case 'scope':
      return scope(board);
    case 'vacancy':
      return vacancy(board);
    case 'capability':
      return capability(board, lens.cap);
    case 'tiger':
      return tiger(board, lens.id);
  }
}

const known = new WeakMap<Board, Map<string, LensFacts>>();

/** What a lens lights on a board, and what it says. Worked out once for each board and lens. */
export function lensFacts(board: Board, lens: Lens): LensFacts {
  const kept = known.get(board) ?? new Map<string, LensFacts>();
  known.set(board, kept);
  const key = JSON.stringify(lens);
  let facts = kept.get(key);
  if (facts === undefined) {
    const found = factsOf(board, lens);
    const { hidden } = foldingOf(board);
    const away = [...found.lit].filter((id) => hidden.has(id)).length;
    facts = away === 0 ? found : { ...found, sentence: `${found.sentence.replace(/\.$/, '')}; ${away} folded away.` };
    kept.set(key, facts);
  }
  return facts;
}
