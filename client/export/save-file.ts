import { contentFor, contentText, type ExportContent } from './content.ts';
import type { ExportDesk } from './desk.ts';
import { formatOf } from './formats.ts';
import type { ExportOrder } from './pages.ts';
import { clampScale, pngOf, svgSize } from './png.ts';

/** The file that was asked for, ready to be saved. Throws a sentence when it cannot be made. */
export async function saveFile(
  desk: ExportDesk,
  content: ExportContent,
  order: ExportOrder,
  tell: (share: number) => void,
): Promise<Blob> {
  const { choices } = order;
  const { type } = formatOf(choices.format);
  const written = await desk.write(content, order, tell);
  if (choices.format !== 'png') return new Blob([written as BlobPart], { type });
  const svg = String(written);
  const { w, h } = svgSize(svg);
  const picture = await pngOf(svg, w, h, clampScale(w, h, choices.scale));
  if (!choices.keep) return picture;
  const { withPngSource } = await import('#shared/formats/source/png-source.ts');
  const bytes = withPngSource(new Uint8Array(await picture.arrayBuffer()), contentText(contentFor(content, choices)));
  return new Blob([bytes.slice()], { type });
}
