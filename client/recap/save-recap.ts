import { insideFiles, outside } from '#shared/critique/recap/outside.ts';
import type { Recap } from '#shared/critique/recap/recap.ts';
import { download } from '../session/download.ts';

export type RecapReader = 'council' | 'outside';
export type RecapFormat = 'md' | 'pptx';

const MARKDOWN = 'text/markdown;charset=utf-8';
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** What of a recap this reader may have. */
export const recapFor = (recap: Recap, reader: RecapReader): Recap =>
  reader === 'outside' ? outside(recap) : insideFiles(recap);

/** Saves the recap as a file, with what its reader may have and nothing else. */
export async function saveRecap(recap: Recap, reader: RecapReader, format: RecapFormat): Promise<void> {
  const told = recapFor(recap, reader);
  const name = reader === 'outside' ? 'recap-outside' : 'recap';
  if (format === 'md') {
    const { recapMarkdown } = await import('#shared/formats/recap-markdown.ts');
    download(`${name}.md`, MARKDOWN, recapMarkdown(told));
    return;
  }
  const [{ pptxOf }, { recapSlides }] = await Promise.all([
    import('#shared/formats/pptx/pptx.ts'),
    import('#shared/formats/pptx/recap-deck.ts'),
  ]);
  const { bytes } = pptxOf(recapSlides(told), { source: told.council, mark: 'Orgora' });
  download(`${name}.pptx`, PPTX, new Blob([bytes as BlobPart], { type: PPTX }));
}
