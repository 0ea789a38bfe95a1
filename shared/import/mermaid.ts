import { type DrawnEdge, readEdges } from './edges.ts';
import { htmlLines } from './html-text.ts';
import type { ImportDraft } from './import-types.ts';
import { itemOfLabel } from './label.ts';
import { type MermaidChain, MermaidLine, type MermaidLink, type MermaidNode } from './mermaid-text.ts';
import { quoted, Repairs } from './repairs.ts';
import { type SketchItem, settle } from './settle.ts';
import { finish, ImportProblem, type Steps } from './steps.ts';

interface Statement {
  readonly text: string;
  readonly line: number;
}

/** Looks and behaviour, which a board has of its own. */
const LOOKS = /^(style|classDef|class|click|linkStyle|direction|accTitle|accDescr)\b/;

/** Statements with their lines: comments, front matter and fences are gone, semicolons outside quotation marks part. */
function statementsIn(source: string): readonly Statement[] {
  const found: Statement[] = [];
  let front = false;
  source.split(/\r\n?|\n/).forEach((raw, i) => {
    const text = raw.trim();
    if (text === '---' && (found.length === 0 || front)) {
      front = !front;
      return;
    }
    if (front || text === '' || text.startsWith('%%') || text.startsWith('```')) return;
    const parts = text.match(/(?:"[^"]*"|#\w+;|[^;"]|")+/g) ?? [];
    for (const part of parts) if (part.trim() !== '') found.push({ text: part.trim(), line: i + 1 });
  });
  return found;
}

class Flowchart {
  readonly items = new Map<string, SketchItem>();
  readonly edges: DrawnEdge[] = [];
  readonly #repairs: Repairs;
  readonly #inside: string[] = [];
  #groups = 0;
  #looks = 0;

  constructor(repairs: Repairs) {
    this.#repairs = repairs;
  }

  read({ text, line }: Statement): void {
    if (/^subgraph\b/.test(text)) this.#open(text.slice('subgraph'.length).trim(), line);
    else if (text === 'end') this.#inside.pop();
    else if (LOOKS.test(text)) this.#looks += 1;
    else {
      const chain = new MermaidLine(text).chain();
      if (chain === null)
        this.#repairs.warn(
          line,
          'not-understood',
          `${quoted(text)} is nothing that is understood here and was left out.`,
        );
      else this.#chain(chain, line);
    }
  }

  close(): void {
    if (this.#looks > 0)
      this.#repairs.info(null, 'looks', 'Colours, classes and clicks were left out: a board draws by meaning.');
  }

  #open(text: string, line: number): void {
    const named = /^([\p{L}\p{N}_.-]+)\s*\[(.*)\]$/u.exec(text);
    this.#groups += 1;
    const title = (named?.[2] ?? text).trim().replace(/^"(.*)"$/, '$1');
    const id = named?.[1] ?? (title === '' ? `group ${this.#groups}` : title);
    const known = this.items.get(id);
    // A box that was mentioned before it turns out to be a group keeps its lines.
    const fresh = { ...itemOfLabel(htmlLines(title), 'unit', { key: id, line }), sitsIn: this.#inside.at(-1) ?? null };
    if (known === undefined) this.items.set(id, fresh);
    else Object.assign(known, { kind: 'unit', name: fresh.name, sitsIn: fresh.sitsIn, person: '' });
    this.#inside.push(id);
  }

  #chain({ groups, links }: MermaidChain, line: number): void {
    for (const group of groups) for (const node of group) this.#node(node, line);
    links.forEach((link, i) => {
      for (const from of groups[i] ?? []) for (const to of groups[i + 1] ?? []) this.#edge(from.id, to.id, link, line);
    });
  }

  #node({ id, label, kind }: MermaidNode, line: number): void {
    const known = this.items.get(id);
    const home = this.#inside.at(-1) ?? null;
    const lines = label === null ? [id] : htmlLines(label);
    if (known === undefined) {
      this.items.set(id, { ...itemOfLabel(lines, kind, { key: id, line }), sitsIn: home === id ? null : home });
      return;
    }
    if (known.sitsIn === null && home !== null && home !== id) known.sitsIn = home;
    if (label === null) return;
    const { name, person, title, kind: found, attributes } = itemOfLabel(lines, kind, { key: id, line: known.line });
    Object.assign(known, { name, person, title, kind: found, attributes });
  }

  #edge(from: string, to: string, { label, dashed, both, invisible, back }: MermaidLink, line: number): void {
    if (invisible) return;
    const [a, b] = back ? [to, from] : [from, to];
    this.edges.push({ from: a, to: b, line, dashed, both, label });
  }
}

/** Boxes and lines of a Mermaid flowchart: subgraphs are teams, dotted links dotted lines. Throws `ImportProblem` when there is none. */
export function* draftFromMermaidSteps(source: string, title = ''): Steps<ImportDraft> {
  const repairs = new Repairs();
  const [head, ...statements] = statementsIn(source);
  const start = /^(?:flowchart|graph)(?:\s+(TB|TD|BT|LR|RL))?\s*$/.exec(head?.text ?? '');
  if (start === null) {
    throw new ImportProblem(
      'Only flowcharts of Mermaid can be read: the first line has to be “flowchart TD” or “graph LR”.',
    );
  }
  const chart = new Flowchart(repairs);
  for (const statement of statements) chart.read(statement);
  chart.close();
  if (chart.items.size === 0)
    throw new ImportProblem('There are no boxes in this flowchart: add some, as in “A[Director] --> B[Team]”.');
  yield 0.6;
  const lines = readEdges(chart.edges, chart.items, { down: start[1] !== 'BT' }, repairs);
  return yield* settle({ format: 'mermaid', title, items: [...chart.items.values()], lines, unplaced: false }, repairs);
}

/** `draftFromMermaidSteps` in one go. */
export const draftFromMermaid = (source: string, title = ''): ImportDraft =>
  finish(draftFromMermaidSteps(source, title));
