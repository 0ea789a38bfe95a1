import { fileText } from '#shared/board/file.ts';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Board } from '#shared/board/model.ts';
import { csvOf } from '#shared/formats/csv.ts';
import { drawioOf } from '#shared/formats/drawio.ts';
import { jsonCanvasOf } from '#shared/formats/json-canvas.ts';
import { markdownOf } from '#shared/formats/markdown.ts';
import { mermaidOf } from '#shared/formats/mermaid.ts';
import { outlineOf } from '#shared/formats/outline-text.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { boardInWindow, boardOfElements } from '#shared/formats/pptx/slide-board.ts';
import { xlsxOf } from '#shared/formats/xlsx.ts';
import { contentFor, contentText, type ExportContent, frameIn, selectionIn } from './content.ts';
import type { ClipTexts } from './desk.ts';
import { type ExportOrder, leavingSlides, pageStyle, SELECTION } from './pages.ts';
import { pictureSvg } from './picture-svg.ts';

/** A file, or the SVG that the page paints as PNG. */
export type Written = string | Uint8Array;

function writePptx(content: ExportContent, order: ExportOrder): Uint8Array {
  const { theme, colours, font, keep } = order.choices;
  const { ratio, ...style } = pageStyle(content.board, order);
  return pptxOf(leavingSlides(content, order), {
    ...style,
    theme,
    colours,
    font,
    ratio: ratio === '4:3' ? '4:3' : '16:9',
    title: content.board.meta.title,
    ...(keep ? { embedSource: contentText(content) } : {}),
  }).bytes;
}

/** Writes the file that was asked for, without a page: PDF and the painting of PNG are elsewhere. */
export function writeExport(all: ExportContent, order: ExportOrder): Written {
  const content = contentFor(all, order.choices);
  const { board } = content;
  switch (order.choices.format) {
    case 'pptx':
      return writePptx(content, order);
    case 'svg':
    case 'png':
      return pictureSvg(all, order);
    case 'xlsx':
      return xlsxOf(board);
    case 'csv':
      return csvOf(board, { bom: true });
    case 'json':
      return contentText(content);
    case 'drawio':
      return drawioOf(board);
    case 'mmd':
      return mermaidOf(board);
    case 'canvas':
      return jsonCanvasOf(board);
    case 'md':
      return markdownOf(board);
    case 'txt':
      return `${outlineOf(board, { exact: true })}\n`;
    case 'pdf':
      throw new RangeError('PDF is written with fonts.');
  }
}

/** The part of the board that the picture shows. */
function partOf(all: ExportContent, content: ExportContent, { what, selection }: ExportOrder): Board {
  const { board } = content;
  const frame = frameIn(all.board, board, what);
  if (frame !== undefined) return boardInWindow(board, frame);
  if (what !== SELECTION) return board;
  const ids = selectionIn(all.board, board, selection);
  const boxes = [...ids].flatMap((id) => board.elements.get(id) ?? []);
  return boardOfElements(board, ids, boundsOf(boxes) ?? { x: 0, y: 0, w: 0, h: 0 });
}

/** What is copied beside a picture: the list for text fields, and the board for a board. */
export function clipTexts(all: ExportContent, order: ExportOrder): ClipTexts {
  const board = partOf(all, contentFor(all, order.choices), order);
  return { text: outlineOf(board), json: fileText(board) };
}
