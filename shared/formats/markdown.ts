import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Id } from '../board/model.ts';
import { compareOrder } from '../board/order.ts';
import { frictionSentence } from '../overlays/friction.ts';
import { tigerSentence } from '../overlays/tiger-team.ts';
import { zoneSentence } from '../overlays/zone.ts';
import { RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';

/** Text that Markdown takes as text. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/([\\`*_{}[\]<>#|])/g, '\\$1');

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

/** A board in words, as Markdown: who sits and reports where, the other lines, overlays, open questions. */
export function markdownOf(board: Board): string {
  const index = indexBoard(board);
  const said = new Set<Id>();
  const tree: string[] = [];
  const say = (one: BoardElement, depth: number): void => {
    if (said.has(one.id)) return;
    said.add(one.id);
    tree.push(`${'  '.repeat(depth)}- ${plain(ELEMENT_KINDS[one.kind].sentence(one))}`);
    for (const below of [...index.contentsOf(one.id), ...index.reportsOf(one.id)]) say(below, depth + 1);
  };
  for (const root of index.roots) say(root, 0);
  for (const one of board.elements.values()) say(one, 0);
  const nameOf = (id: Id): string => board.elements.get(id)?.name ?? '';
  const lines = [...board.relations.values()]
    .filter((line) => line.kind !== 'reports')
    .map((line) => `- ${plain(RELATIONS[line.kind].sentence(nameOf(line.from), nameOf(line.to), line.attributes))}`);
  const zones = index.zones.map((zone) => `- ${plain(zoneSentence(zone))}`);
  const tigers = index.tigers.map((tiger, i) => `- ${plain(tigerSentence(board, tiger, i + 1))}`);
  const frictions = index.frictions.map(
    (one) =>
      `- ${plain(
        frictionSentence(
          one,
          one.on.map(nameOf).filter((n) => n !== ''),
        ),
      )}`,
  );
  const prompts = [...board.prompts.values()]
    .filter((prompt) => !prompt.dismissed)
    .sort(compareOrder)
    .map(({ text, answer }) => `- ${plain(text)}${answer === '' ? '' : ` ${plain(answer)}`}`);
  const { title, subtitle } = board.meta;
  return `${[
    `# ${plain(title === '' ? 'Untitled board' : title)}`,
    ...(subtitle === '' ? [] : ['', plain(subtitle)]),
    ...section('Who is where', tree),
    ...section('Lines', lines),
    ...section('Zones', zones),
    ...section('Tiger teams', tigers),
    ...section('Friction', frictions),
    ...section('Questions', prompts),
  ].join('\n')}\n`;
}
