import { XMLParser } from 'fast-xml-parser';
import { Inflate } from 'fflate';
import type { Box } from '../board/model.ts';
import { ImportProblem } from './steps.ts';

/** A cell of a draw.io diagram as it is written. */
export interface DrawioCell {
  readonly id: string;
  readonly label: string;
  readonly style: string;
  readonly vertex: boolean;
  readonly edge: boolean;
  readonly source: string;
  readonly target: string;
  readonly parent: string;
  /** Relative to its parent; `null` without a size. */
  readonly box: Box | null;
}

export interface DrawioPage {
  readonly name: string;
  readonly cells: readonly DrawioCell[];
}

/** Most bytes that a packed diagram may become. */
const MOST_BYTES = 20 * 1024 * 1024;
const PIECE = 16 * 1024;
const BROKEN = 'This draw.io file cannot be read: it may be cut off. Save it again in draw.io and try once more.';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);
const attr = (node: Node, name: string): string => {
  const value = node[`@${name}`];
  return typeof value === 'string' ? value : '';
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): Uint8Array {
  const letters = base64.replace(/[\s=]/g, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    const value = BASE64.indexOf(letter);
    if (value < 0) throw new ImportProblem(BROKEN);
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}

/** A packed diagram: deflated, base64, and its letters escaped as in a web address. */
function unpacked(text: string): string {
  const parts: string[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new ImportProblem('This draw.io diagram is too large to be read here: split it into pages.');
    for (let i = 0; i < chunk.length; i += 8192) parts.push(String.fromCharCode(...chunk.subarray(i, i + 8192)));
  });
  try {
    const bytes = bytesOf(text);
    // In pieces, so that a small file cannot become more than fits before its size is looked at.
    for (let at = 0; at < bytes.length || at === 0; at += PIECE) {
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
    return decodeURIComponent(parts.join(''));
  } catch (error) {
    throw error instanceof ImportProblem ? error : new ImportProblem(BROKEN);
  }
}

const LISTS = new Set(['diagram', 'mxCell', 'object', 'UserObject']);

function parsed(xml: string): Node {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) {
    throw new ImportProblem('This XML defines parts of its own, which draw.io never does: it was not read.');
  }
  try {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      parseAttributeValue: false,
      parseTagValue: false,
      isArray: (name) => LISTS.has(name),
    });
    const root: unknown = parser.parse(xml, true);
    return isNode(root) ? root : {};
  } catch {
    throw new ImportProblem(BROKEN);
  }
}

const numberOf = (text: string): number => (Number.isFinite(Number(text)) ? Number(text) : 0);

function boxOf(cell: Node): Box | null {
  const [geometry] = nodes(cell['mxGeometry']);
  if (geometry === undefined || attr(geometry, 'width') === '') return null;
  const side = (name: string): number => numberOf(attr(geometry, name));
  return { x: side('x'), y: side('y'), w: side('width'), h: side('height') };
}

function cellOf(cell: Node, wrapper: Node | null): DrawioCell {
  return {
    id: attr(wrapper ?? cell, 'id'),
    label: wrapper === null ? attr(cell, 'value') : filledLabel(wrapper),
    style: attr(cell, 'style'),
    vertex: attr(cell, 'vertex') === '1',
    edge: attr(cell, 'edge') === '1',
    source: attr(cell, 'source'),
    target: attr(cell, 'target'),
    parent: attr(cell, 'parent'),
    box: boxOf(cell),
  };
}

/** The label of a cell with data; `%name%` stands for a value of it when placeholders are on. */
function filledLabel(wrapper: Node): string {
  const label = attr(wrapper, 'label');
  if (attr(wrapper, 'placeholders') !== '1') return label;
  return label.replace(/%([\w-]+)%/g, (whole, name: string) => attr(wrapper, name) || whole);
}

function cellsOf(model: Node): readonly DrawioCell[] {
  const [root = {}] = nodes(model['root']);
  const wrapped = [...nodes(root['object']), ...nodes(root['UserObject'])].flatMap((wrapper) =>
    nodes(wrapper['mxCell']).map((cell) => cellOf(cell, wrapper)),
  );
  return [...nodes(root['mxCell']).map((cell) => cellOf(cell, null)), ...wrapped];
}

/** Pages of a draw.io file, packed or not. Throws `ImportProblem` when it cannot be read. */
export function drawioPages(xml: string): readonly DrawioPage[] {
  const root = parsed(xml);
  const [model] = nodes(root['mxGraphModel']);
  if (model !== undefined) return [{ name: '', cells: cellsOf(model) }];
  const [file] = nodes(root['mxfile']);
  const diagrams = file === undefined ? [] : Array.isArray(file['diagram']) ? file['diagram'] : [];
  return diagrams.map((diagram: unknown): DrawioPage => {
    if (typeof diagram === 'string') return { name: '', cells: packedCells(diagram) };
    if (!isNode(diagram)) return { name: '', cells: [] };
    const [open] = nodes(diagram['mxGraphModel']);
    const text = diagram['#text'];
    const cells = open !== undefined ? cellsOf(open) : typeof text === 'string' ? packedCells(text) : [];
    return { name: attr(diagram, 'name'), cells };
  });
}

function packedCells(text: string): readonly DrawioCell[] {
  const [model = {}] = nodes(parsed(unpacked(text))['mxGraphModel']);
  return cellsOf(model);
}
