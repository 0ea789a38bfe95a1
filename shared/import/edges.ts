import type { ImportedLine } from './import-types.ts';
import { counted, type Repairs } from './repairs.ts';
import { called, type SketchItem } from './settle.ts';
import { relationNamed } from './values.ts';

/** An arrow of a drawing, before it is known what it means. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly dashed: boolean;
  /** Arrowheads at both ends. */
  readonly both: boolean;
  readonly label: string;
}

/** Edges that share an end, beyond the first one of each. */
function shared(edges: readonly DrawnEdge[], end: 'from' | 'to'): number {
  return edges.length - new Set(edges.map((edge) => edge[end])).size;
}

/**
 * Whether arrows run from bosses to those below: then few have two arrows coming in. Where both readings fit, who stands
 * higher decides, and then the habit of drawing charts from the top.
 */
function runsDown(edges: readonly DrawnEdge[], items: ReadonlyMap<string, SketchItem>, usual: boolean): boolean {
  const [downConflicts, upConflicts] = [shared(edges, 'to'), shared(edges, 'from')];
  if (downConflicts !== upConflicts) return downConflicts < upConflicts;
  let higher = 0;
  for (const { from, to } of edges) {
    const [a, b] = [items.get(from)?.box, items.get(to)?.box];
    if (a !== undefined && b !== undefined) higher += Math.sign(b.y - a.y);
  }
  return higher === 0 ? usual : higher > 0;
}

/**
 * Gives drawn arrows a meaning: a label that is one of our lines decides ("owns", "serves"); dashed ones are dotted lines;
 * the others are reporting lines, and a second boss is a dotted line. Sets bosses, answers the other lines.
 */
export function readEdges(
  edges: readonly DrawnEdge[],
  items: ReadonlyMap<string, SketchItem>,
  options: { readonly down: boolean },
  repairs: Repairs,
): readonly ImportedLine[] {
  const lines: ImportedLine[] = [];
  const tree: DrawnEdge[] = [];
  const dashed: DrawnEdge[] = [];
  let labels = 0;
  for (const edge of edges) {
    if (!items.has(edge.from) || !items.has(edge.to)) continue;
    const kind = relationNamed(edge.label);
    if (kind === null && edge.label !== '') labels += 1;
    const from = items.get(edge.from);
    if (kind === 'reports' && from !== undefined && from.boss === null) from.boss = edge.to;
    else if (kind !== null && kind !== 'reports') lines.push({ kind, from: edge.from, to: edge.to });
    else if (edge.both) lines.push({ kind: 'partners', from: edge.from, to: edge.to });
    else if (edge.dashed) dashed.push(edge);
    else tree.push(edge);
  }
  const down = runsDown(tree, items, options.down);
  for (const edge of tree) {
    const [boss, below] = down ? [edge.from, edge.to] : [edge.to, edge.from];
    const item = items.get(below);
    if (item === undefined || boss === below) continue;
    if (item.boss === null) item.boss = boss;
    else if (item.boss !== boss) {
      lines.push({ kind: 'dotted', from: below, to: boss });
      repairs.info(edge.line, 'second-boss', `${called(item)} has two lines up: the second became a dotted line.`);
    }
  }
  for (const edge of dashed) {
    const [to, from] = down ? [edge.from, edge.to] : [edge.to, edge.from];
    lines.push({ kind: 'dotted', from, to });
  }
  if (labels > 0)
    repairs.info(null, 'labels', `${counted(labels, 'label')} on lines mean nothing here and were left out.`);
  return lines;
}
