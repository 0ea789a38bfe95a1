/** Names that Windows keeps for devices, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name from a title: no signs that a file system refuses, no name that one keeps for itself. */
export function fileName(title: string, part: string, ending: string): string {
  const words = [title, part].filter((word) => word !== '').join(' ');
  const safe = [...words.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N} .,_()&'+-]+/gu, ' ')]
    .slice(0, 80)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  return `${safe === '' || RESERVED.test(safe) ? `board${safe === '' ? '' : ` ${safe}`}` : safe}.${ending}`;
}
