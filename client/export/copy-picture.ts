import { CLIP_TYPE } from '../commands/clipboard.ts';

/** A picture and what stands beside it on the clipboard. */
export interface PictureClip {
  readonly svg: string;
  readonly png: Blob;
  /** The same as an indented list. */
  readonly text: string;
  /** The same as a piece of board. */
  readonly json: string;
}

const WEB_TYPE = `web ${CLIP_TYPE}`;

/** What a browser says it takes; PNG and text need no asking. */
function takes(type: string): boolean {
  const asked = (ClipboardItem as { supports?: (type: string) => boolean }).supports;
  return asked?.(type) === true;
}

/** Every form of it as promises; one that fails makes the writing fail, so nobody else listens. */
function formsOf(clip: Promise<PictureClip>): readonly Readonly<Record<string, Promise<Blob>>>[] {
  const form = (type: string, part: (clip: PictureClip) => Blob | string): Promise<Blob> => {
    const blob = clip.then((one) => new Blob([part(one)], { type }));
    blob.catch(() => undefined);
    return blob;
  };
  const png = { 'image/png': form('image/png', (one) => one.png) };
  return [
    {
      ...png,
      'text/plain': form('text/plain', (one) => one.text),
      ...(takes('image/svg+xml') ? { 'image/svg+xml': form('image/svg+xml', (one) => one.svg) } : {}),
      ...(takes(WEB_TYPE) ? { [WEB_TYPE]: form(WEB_TYPE, (one) => one.json) } : {}),
    },
    png,
  ];
}

/**
 * Puts a picture on the clipboard in every form the browser takes: PNG, SVG, an indented list and a piece of board. The
 * clipboard is asked within the gesture and given promises, as Safari wants it. Answers the sentence that says what is there
 * now; rejects with one when nothing could be copied.
 */
export async function copyPicture(clip: Promise<PictureClip>): Promise<string> {
  if (typeof ClipboardItem !== 'undefined') {
    for (const forms of formsOf(clip)) {
      try {
        await navigator.clipboard.write([new ClipboardItem(forms)]);
        return 'Copied as a picture.';
      } catch {
        // A browser that takes less gets less; a picture that cannot be made is told by the line below.
      }
    }
  }
  const { text } = await clip;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Error('The browser does not let this page use the clipboard. Export the picture as PNG.');
  }
  return 'This browser copies no pictures: the list of names is copied as text.';
}
