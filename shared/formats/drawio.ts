import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Id, Point, Relation, Zone } from '../board/model.ts';
import { groundOrder } from '../drawing/ground-order.ts';
import { THEMES, tintOf } from '../drawing/theme.ts';
import { routeBoard } from '../layout/route-board.ts';
import type { Cap, Route } from '../relations/define-relation.ts';
import { RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { penOf } from './pen.ts';
import { escapeXml, number } from './svg-text.ts';

const LIGHT = THEMES.light;
const FONT = 'fontFamily=Inter,Helvetica;fontSize=13;fontColor=#1F2933';

const ENDS: Readonly<Record<Cap, string>> = {
  none: 'none',
  ball: 'oval',
  ring: 'oval',
  arrow: 'open',
  triangle: 'block',
  square: 'box',
};

const end = (name: 'start' | 'end', cap: Cap): string =>
  `${name}Arrow=${ENDS[cap]};${name}Fill=${cap === 'ring' || cap === 'arrow' ? 0 : 1}`;

function elementStyle(element: BoardElement, holds: boolean): string {
  const { fn, vacant, planned } = element.attributes;
  const fill = holds ? 'none' : typeof fn === 'string' ? LIGHT[tintOf(fn, 'full')] : LIGHT.surface;
  const dashed = vacant === true || planned === true ? 'dashed=1;' : '';
  const place = holds ? 'verticalAlign=top;fontStyle=1;spacingTop=8;' : '';
  return `${ELEMENT_KINDS[element.kind].abroad.drawio};whiteSpace=wrap;html=0;fillColor=${fill};strokeColor=${LIGHT.ink};${dashed}${place}${FONT};`;
}

function zoneStyle(zone: Zone): string {
  const fill = zone.fn === null ? LIGHT['surface-sunk'] : LIGHT[tintOf(zone.fn, 'full')];
  return `rounded=0;whiteSpace=wrap;html=0;fillColor=${fill};opacity=42;strokeColor=none;verticalAlign=top;align=left;spacingLeft=8;connectable=0;${FONT};`;
}

function lineStyle(line: Relation): string {
  const kind = RELATIONS[line.kind];
  const { from, to, double } = kind.caps(line.attributes);
  const { dash } = penOf(kind);
  const dashed = dash === undefined ? '' : `dashed=1;dashPattern=${dash.map((units) => Math.max(1, units)).join(' ')};`;
  const shape = double ? 'shape=link;width=3;' : '';
  return `edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;${shape}${dashed}strokeColor=${LIGHT.ink};strokeWidth=${number(kind.width)};${end('start', from)};${end('end', to)};${FONT};fontSize=11;`;
}

const attributesXml = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');

const vertex = (
  style: string,
  parent: string,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): string =>
  `<mxCell style="${escapeXml(style)}" vertex="1" parent="${parent}"><mxGeometry x="${number(box.x)}" y="${number(box.y)}" width="${number(box.w)}" height="${number(box.h)}" as="geometry"/></mxCell>`;

const bends = (route: Route | undefined): string => {
  const inner = route?.points.slice(1, -1) ?? [];
  if (inner.length === 0) return '';
  const points = inner.map(({ x, y }: Point) => `<mxPoint x="${number(x)}" y="${number(y)}"/>`).join('');
  return `<Array as="points">${points}</Array>`;
};

const cellId = (id: Id): string => escapeXml(`o-${id}`);

/**
 * A board as a draw.io file: elements and zones as shapes that keep kind and attributes as their data, lines fastened to the
 * boxes at both ends. Tiger teams and friction have no shape there; they are left out.
 */
export function drawioOf(board: Board): string {
  const index = indexBoard(board);
  const cells: string[] = [];
  const element = (one: BoardElement): void => {
    const holds = index.contentsOf(one.id).length > 0;
    const inside = one.sitsIn === null ? undefined : board.elements.get(one.sitsIn);
    const box = { ...one, x: one.x - (inside?.x ?? 0), y: one.y - (inside?.y ?? 0) };
    const parent = inside === undefined ? '1' : cellId(inside.id);
    const data = ` kind="${one.kind}"${attributesXml(one.attributes)}`;
    cells.push(
      `<object label="${escapeXml(one.name)}" id="${cellId(one.id)}"${data}>${vertex(elementStyle(one, holds), parent, box)}</object>`,
    );
  };
  for (const ground of groundOrder(board)) {
    if (ground.layer === 'container') element(ground.element);
    else
      cells.push(
        `<object label="${escapeXml(ground.zone.title)}" id="${cellId(ground.zone.id)}" kind="zone" zone="${ground.zone.zone}">${vertex(zoneStyle(ground.zone), '1', ground.zone)}</object>`,
      );
  }
  for (const one of board.elements.values()) if (index.contentsOf(one.id).length === 0) element(one);
  const routes = routeBoard(board);
  for (const line of board.relations.values()) {
    const kind = RELATIONS[line.kind];
    const label = line.kind === 'reports' ? '' : kind.labelText(line.attributes);
    const data = ` kind="${line.kind}"${attributesXml(line.attributes)}`;
    cells.push(
      `<object label="${escapeXml(label)}" id="${cellId(line.id)}"${data}><mxCell style="${escapeXml(lineStyle(line))}" edge="1" parent="1" source="${cellId(line.from)}" target="${cellId(line.to)}"><mxGeometry relative="1" as="geometry">${bends(routes.get(line.id))}</mxGeometry></mxCell></object>`,
    );
  }
  const name = escapeXml(board.meta.title === '' ? 'Board' : board.meta.title);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<mxfile host="Orgora"><diagram id="board" name="${name}"><mxGraphModel grid="1" gridSize="8" page="0"><root><mxCell id="0"/><mxCell id="1" parent="0"/>\n${cells.join('\n')}\n</root></mxGraphModel></diagram></mxfile>\n`;
}
