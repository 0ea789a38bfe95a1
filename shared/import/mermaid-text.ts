import type { ElementKindId } from '../board/model.ts';

/** What stands in the brackets of a node: `[…]`, `([…])`, and the kind of box that shape is drawn for; `null` leaves it to the name. */
interface Shape {
  readonly open: string;
  readonly close: readonly string[];
  readonly kind: ElementKindId | null;
}

/** Longest brackets first. Shapes as Mermaid's flowchart syntax lists them. */
const SHAPES: readonly Shape[] = [
  { open: '(((', close: [')))'], kind: 'centre' },
  { open: '([', close: ['])'], kind: 'centre' },
  { open: '((', close: ['))'], kind: 'centre' },
  { open: '[[', close: [']]'], kind: null },
  { open: '[(', close: [')]'], kind: 'platform' },
  { open: '[/', close: ['/]', '\\]'], kind: null },
  { open: '[\\', close: ['\\]', '/]'], kind: null },
  { open: '{{', close: ['}}'], kind: 'committee' },
  { open: '[', close: [']'], kind: null },
  { open: '(', close: [')'], kind: null },
  { open: '{', close: ['}'], kind: null },
  { open: '>', close: [']'], kind: 'function' },
];

/** Names of shapes in `id@{ shape: … }`. */
const NAMED_SHAPES: Readonly<Record<string, ElementKindId>> = {
  cyl: 'platform',
  cylinder: 'platform',
  database: 'platform',
  db: 'platform',
  'lin-cyl': 'platform',
  hex: 'committee',
  hexagon: 'committee',
  stadium: 'centre',
  pill: 'centre',
  terminal: 'centre',
  circle: 'centre',
  odd: 'function',
  notch: 'card',
  card: 'card',
  doc: 'card',
  text: 'card',
};

export interface MermaidNode {
  readonly id: string;
  /** `null` when this mention gives no text. */
  readonly label: string | null;
  readonly kind: ElementKindId | null;
}

export interface MermaidLink {
  readonly label: string;
  readonly dashed: boolean;
  readonly both: boolean;
  /** `~~~` only holds places. */
  readonly invisible: boolean;
  /** `<--` alone: drawn the other way round. */
  readonly back: boolean;
}

export interface MermaidChain {
  /** Nodes joined by `&`; one more than links. */
  readonly groups: readonly (readonly MermaidNode[])[];
  readonly links: readonly MermaidLink[];
}

const unquote = (text: string): string => {
  const trimmed = text.trim();
  const bare = /^"([\s\S]*)"$/.exec(trimmed)?.[1] ?? trimmed;
  return bare
    .replace(/^`([\s\S]*)`$/, '$1')
    .replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)).toWellFormed())
    .replace(/#quot;/g, '"')
    .replace(/#([a-z]+);/gi, '&$1;')
    .replace(/\*\*/g, '');
};

const LINK = /\s*(<|[ox](?=[-=.]))?(--+|==+|-\.+-?|~~~+)([ox>](?![\w])|>)?/y;
const PIPE_LABEL = /\s*\|([^|]*)\|/y;
/** Text inside a link, up to its second half: `-- text -->`, `-. text .->`, `== text ==>`. */
const INNER: Readonly<Record<string, RegExp>> = {
  '-': /\s*("[^"]*"|(?:(?!--).)+?)\s*(--+[>ox]?)/y,
  '.': /\s*("[^"]*"|(?:(?!\.-).)+?)\s*(\.+-[>ox]?)/y,
  '=': /\s*("[^"]*"|(?:(?!==).)+?)\s*(==+[>ox]?)/y,
};

/** Reads nodes and links of one statement. */
export class MermaidLine {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The chain, or `null` when the statement is none. */
  chain(): MermaidChain | null {
    const groups: (readonly MermaidNode[])[] = [];
    const links: MermaidLink[] = [];
    for (;;) {
      const group = this.#group();
      if (group === null) return null;
      groups.push(group);
      if (this.#text.slice(this.#at).trim() === '') return { groups, links };
      const link = this.#link();
      if (link === null) return null;
      links.push(link);
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #group(): readonly MermaidNode[] | null {
    const nodes: MermaidNode[] = [];
    do {
      const node = this.#node();
      if (node === null) return null;
      nodes.push(node);
    } while (this.#match(/\s*&\s*/y) !== null);
    return nodes;
  }

  #node(): MermaidNode | null {
    // A name may hold single dashes and dots, not the start of a link.
    const id = this.#match(/\s*((?:[\p{L}\p{N}_]|[-.](?=[\p{L}\p{N}_]))+)/uy)?.[1];
    if (id === undefined) return null;
    const data = this.#match(/@\{([^}]*)\}/y)?.[1];
    const shaped = data === undefined ? this.#shape() : fromData(data);
    if (shaped === undefined) return null;
    this.#match(/:::[\w-]+/y);
    return { id, label: shaped?.label ?? null, kind: shaped?.kind ?? null };
  }

  /** Brackets after a name; `null` when there are none, `undefined` when they do not close. */
  #shape(): { readonly label: string; readonly kind: ElementKindId | null } | null | undefined {
    const shape = SHAPES.find(({ open }) => this.#text.startsWith(open, this.#at));
    if (shape === undefined) return null;
    const start = this.#at + shape.open.length;
    const quote = /^\s*"[^"]*"\s*/.exec(this.#text.slice(start))?.[0] ?? '';
    const ends = shape.close
      .map((close) => ({ close, at: this.#text.indexOf(close, start + quote.length) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const [end] = ends;
    if (end === undefined) return undefined;
    this.#at = end.at + end.close.length;
    return { label: unquote(this.#text.slice(start, end.at)), kind: shape.kind };
  }

  #link(): MermaidLink | null {
    const found = this.#match(LINK);
    if (found === null) return null;
    const [, start = '', body = '', head = ''] = found;
    const style = body.includes('.') ? '.' : body.startsWith('=') ? '=' : '-';
    const open = head === '' && (body === '--' || body === '==' || /^-\.+$/.test(body));
    const inner = open ? this.#match(INNER[style] ?? /$^/y) : null;
    if (open && inner === null) return null;
    const [, text = '', tail = ''] = inner ?? [];
    const label = inner === null ? (this.#match(PIPE_LABEL)?.[1] ?? '') : text;
    const ended = head !== '' || /[>ox]$/.test(tail);
    return {
      label: unquote(label).trim(),
      dashed: style === '.',
      invisible: body.startsWith('~'),
      both: start !== '' && ended,
      back: start !== '' && !ended,
    };
  }
}

function fromData(data: string): { readonly label: string; readonly kind: ElementKindId | null } | null {
  const value = (key: string): string | null => {
    const found = new RegExp(`(?:^|[,\\s])${key}\\s*:\\s*("[^"]*"|[^,]+)`).exec(data)?.[1];
    return found === undefined ? null : unquote(found);
  };
  const label = value('label');
  const kind = NAMED_SHAPES[value('shape') ?? ''] ?? null;
  return label === null ? null : { label, kind };
}
