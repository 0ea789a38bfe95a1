import { XMLParser } from 'fast-xml-parser';
import { SOURCE_NAMESPACE } from '../svg.ts';

/**
 * Order is kept, so that text in pieces stays in order; values stay as written. Entities are read here: a board has a quotation
 * mark in every word of its source, more than the reader's guard against entity bombs lets through.
 */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
});

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** A node as the parser gives it: its name with its children, and its attributes under `:@`. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const childrenOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

function textOf(children: readonly Node[]): string {
  return children
    .map((child) => {
      const text = child['#text'];
      if (typeof text === 'string') return decoded(text);
      const cdata = childrenOf(child['#cdata']);
      return cdata.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join('');
    })
    .join('');
}

type Prefixes = ReadonlyMap<string, string>;

/** Namespaces by prefix, with those that this element declares. */
function declared(node: Node, outer: Prefixes): Prefixes {
  const attributes = isNode(node[':@']) ? Object.entries(node[':@']) : [];
  const own = attributes.flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value !== 'string') return [];
    if (name === 'xmlns') return [['', decoded(value)]];
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), decoded(value)]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

/** The text of the first `board` element of our namespace, whatever its prefix is. */
function boardIn(roots: readonly Node[]): string | null {
  const stack: { readonly node: Node; readonly outer: Prefixes }[] = [];
  const push = (nodes: readonly Node[], outer: Prefixes): void => {
    for (const node of nodes.toReversed()) stack.push({ node, outer });
  };
  push(roots, new Map());
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, outer } = next;
    const tag = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#') && !key.startsWith('?'));
    if (tag === undefined) continue;
    const prefixes = declared(node, outer);
    const colon = tag.indexOf(':');
    const prefix = colon < 0 ? '' : tag.slice(0, colon);
    const children = childrenOf(node[tag]);
    if (tag.slice(colon + 1) === 'board' && prefixes.get(prefix) === SOURCE_NAMESPACE) return textOf(children);
    push(children, prefixes);
  }
  return null;
}

/**
 * The board inside an XML document (a picture's metadata, a part of a deck), or `null` when there is none or it is not XML. Found
 * by namespace: drawing programs rename prefixes and move declarations.
 */
export function xmlSource(xml: string): string | null {
  if (!xml.includes(SOURCE_NAMESPACE)) return null;
  try {
    return boardIn(childrenOf(parser.parse(xml)));
  } catch {
    return null;
  }
}
