import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Id, Relation } from '../board/model.ts';
import { compareOrder } from '../board/order.ts';
import { RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { penOf } from './pen.ts';

/** Signs that mean something inside a Mermaid text. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')}"`;

/** A line between two nodes; every relation but a reporting line says what it is. */
function linkOf(line: Relation): string {
  const kind = RELATIONS[line.kind];
  if (line.kind === 'reports') return '---';
  const { to, double } = kind.caps(line.attributes);
  const dashed = penOf(kind).dash !== undefined;
  const arrow = to === 'arrow' || to === 'triangle';
  const shaft = dashed
    ? arrow
      ? '-.->'
      : '-.-'
    : double || kind.width > 2
      ? arrow
        ? '==>'
        : '==='
      : arrow
        ? '-->'
        : '---';
  const label = kind.labelText(line.attributes);
  return `${shaft}|${quoted(label === '' ? kind.verb : `${kind.verb}, ${label}`)}|`;
}

/**
 * A board as a Mermaid flowchart: containers as subgraphs, reporting lines downwards, the other lines with their word. What
 * the language has no sign for (zones, tiger teams, friction) is said in comments.
 */
export function mermaidOf(board: Board): string {
  const index = indexBoard(board);
  const names = new Map<Id, string>([...board.elements.keys()].map((id, i) => [id, `n${i + 1}`]));
  const nameOf = (id: Id): string => names.get(id) ?? 'n0';
  const out: string[] = ['flowchart TD'];
  const node = (element: BoardElement, depth: number): void => {
    const pad = '  '.repeat(depth);
    const contents = index.contentsOf(element.id);
    const [open, close] = ELEMENT_KINDS[element.kind].abroad.mermaid;
    if (contents.length === 0) {
      out.push(`${pad}${nameOf(element.id)}${open}${quoted(element.name)}${close}`);
      return;
    }
    out.push(`${pad}subgraph ${nameOf(element.id)}[${quoted(element.name)}]`);
    for (const inner of contents) node(inner, depth + 1);
    out.push(`${pad}end`);
  };
  const top = [...board.elements.values()].filter((element) => element.sitsIn === null).sort(compareOrder);
  for (const element of top) node(element, 1);
  for (const line of board.relations.values()) {
    // Reporting lines run from the boss down, so that the chart stands as it is drawn.
    const [from, to] = line.kind === 'reports' ? [line.to, line.from] : [line.from, line.to];
    if (index.ancestorsInside(from).includes(to) || index.ancestorsInside(to).includes(from)) continue;
    out.push(`  ${nameOf(from)} ${linkOf(line)} ${nameOf(to)}`);
  }
  const unsaid = [...board.overlays.values()].map((overlay) =>
    overlay.kind === 'zone'
      ? `zone ${overlay.title}`
      : overlay.kind === 'tiger'
        ? `tiger team ${overlay.name}`
        : `friction ${overlay.friction}`,
  );
  for (const words of unsaid) out.push(`  %% not drawn here: ${words.replaceAll(/\s+/g, ' ')}`);
  return `${out.join('\n')}\n`;
}
