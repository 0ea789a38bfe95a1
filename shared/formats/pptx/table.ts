import { PAGE } from '../page/page-frame.ts';
import { colour } from './paint.ts';
import { EMU, type SlideCanvas } from './slide-canvas.ts';
import { paragraph } from './text-body.ts';
import { xmlValue } from './xml.ts';

/** Height of a row in units. */
const ROW = 34;
/** The first column is so many times as wide as the others. */
const FIRST = 3;

const border = (canvas: SlideCanvas, side: 'L' | 'R' | 'T' | 'B', width: number): string =>
  width === 0
    ? `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`
    : `<a:ln${side} w="${Math.round(width * EMU)}"><a:solidFill>${colour(canvas.ink, 'ink', width > 1 ? 1 : 0.25)}</a:solidFill></a:ln${side}>`;

function cellXml(canvas: SlideCanvas, text: string, head: boolean, first: boolean, words: boolean): string {
  const weight = head ? 600 : 400;
  const run = canvas.run({ text, size: head ? 14 : 16, weight, color: head ? 'ink-2' : 'ink' });
  return (
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph([run], first || words ? 'l' : 'r')}</a:txBody>` +
    `<a:tcPr marL="${first ? 0 : 6 * EMU}" marR="${6 * EMU}" marT="0" marB="0" anchor="ctr">` +
    `${border(canvas, 'L', 0)}${border(canvas, 'R', 0)}${border(canvas, 'T', 0)}${border(canvas, 'B', head ? 1.5 : 0.75)}` +
    '<a:noFill/></a:tcPr></a:tc>'
  );
}

/** Widths of columns in units of the slide, the first one taking what is left. */
function columnWidths(count: number, width: number, shares: readonly number[] | undefined): readonly number[] {
  const weights = shares ?? Array.from({ length: count }, (_, i) => (i === 0 ? FIRST : 1));
  const sum = weights.reduce((all, one) => all + one, 0);
  const rest = weights.slice(1).map((weight) => Math.floor((width * weight) / sum));
  return [width - rest.reduce((all, one) => all + one, 0), ...rest];
}

/**
 * Rows of cells as a table of the deck, whose cells can be edited; the first row is its heads, the first column its names.
 *
 * @param shares widths of the columns beside each other; with them every column is words and begins at the left
 */
export function tableXml(
  canvas: SlideCanvas,
  rows: readonly (readonly string[])[],
  width: number,
  shares?: readonly number[],
): string {
  const [head = []] = rows;
  const room = (width - 2 * PAGE.margin) * EMU;
  const columns = columnWidths(head.length, room, shares)
    .map((w) => `<a:gridCol w="${w}"/>`)
    .join('');
  const body = rows
    .map(
      (row, r) =>
        `<a:tr h="${ROW * EMU}">${head.map((_, c) => cellXml(canvas, row[c] ?? '', r === 0, c === 0, shares !== undefined)).join('')}</a:tr>`,
    )
    .join('');
  const said = rows
    .slice(1)
    .map((row) => row.map((cell, c) => (c === 0 ? cell : `${head[c] ?? ''} ${cell}`)).join(', '));
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${canvas.id()}" name="Table" descr="${xmlValue(said.join('. '))}"/>` +
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    `<p:xfrm><a:off x="${PAGE.margin * EMU}" y="${PAGE.header * EMU}"/><a:ext cx="${room}" cy="${rows.length * ROW * EMU}"/></p:xfrm>` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/>' +
    `<a:tblGrid>${columns}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
  );
}
