import type { Board, Id } from '#shared/board/model.ts';
import { DEFAULTS } from './choices.ts';
import type { ExportContent } from './content.ts';
import type { PictureClip } from './copy-picture.ts';
import type { ExportDesk } from './desk.ts';
import { createDeskClient } from './desk-client.ts';
import { BOARD, type ExportOrder, SELECTION } from './pages.ts';
import { clampScale, pngOf, svgSize } from './png.ts';

/** Scale of a copied picture: sharp on a slide. */
const SCALE = 2;

/** A picture with what stands beside it. */
export async function clipOf(
  desk: ExportDesk,
  content: ExportContent,
  order: ExportOrder,
  picture: Promise<string>,
): Promise<PictureClip> {
  const [svg, texts] = await Promise.all([picture, desk.texts(content, order)]);
  const { w, h } = svgSize(svg);
  return { ...texts, svg, png: await pngOf(svg, w, h, clampScale(w, h, SCALE)) };
}

/** The selection, or the whole board when nothing is selected, as it is drawn. */
export async function pictureClip(board: Board, ids: readonly Id[]): Promise<PictureClip> {
  const desk = createDeskClient();
  const content: ExportContent = { board, now: board, states: [] };
  const order: ExportOrder = {
    choices: { ...DEFAULTS, format: 'png', legend: ids.length === 0 },
    texts: { mark: '', source: null },
    what: ids.length === 0 ? BOARD : SELECTION,
    selection: ids,
    off: [],
  };
  try {
    return await clipOf(desk, content, order, desk.write(content, order).then(String));
  } finally {
    desk.stop();
  }
}
