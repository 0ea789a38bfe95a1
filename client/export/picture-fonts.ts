import cyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url';
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import greekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?url';
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url';
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import vietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url';

interface Slice {
  readonly address: string;
  readonly range: string;
  /** Letters that only this slice has; the first is always needed. */
  readonly letters: RegExp | null;
}

/** The slices of Inter with the ranges they stand for. */
const SLICES: readonly Slice[] = [
  {
    address: latin,
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    letters: null,
  },
  {
    address: latinExt,
    range:
      'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    letters: /[\u0100-\u02ff\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/,
  },
  {
    address: vietnamese,
    range: 'U+1EA0-1EF1,U+0300-0301,U+0303,U+0309,U+0323',
    letters: /[\u1ea0-\u1ef1]|\u0300|\u0301|\u0303|\u0309|\u0323/,
  },
  {
    address: cyrillic,
    range: 'U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
    letters: /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/,
  },
  {
    address: cyrillicExt,
    range: 'U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F',
    letters: /[\u0460-\u048f\u0492-\u04af\u04b2-\u052f\u1c80-\u1c8a\u20b4\ua640-\ua69f]/,
  },
  { address: greek, range: 'U+0370-03FF', letters: /[\u0370-\u03ff]/ },
  { address: greekExt, range: 'U+1F00-1FFF', letters: /[\u1f00-\u1fff]/ },
];

const known = new Map<string, Promise<string>>();

async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The typeface could not be read. Try again.');
  const blob = await answer.blob();
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(new Error('The typeface could not be read. Try again.'));
    reader.readAsDataURL(blob);
  });
}

function dataOf(address: string): Promise<string> {
  const before = known.get(address);
  if (before !== undefined) return before;
  const asked = read(address);
  known.set(address, asked);
  // What failed is asked for again the next time.
  asked.catch(() => known.delete(address));
  return asked;
}

/** Inter as a style sheet of data addresses, with the slices that the letters of a picture need. */
export async function fontFace(svg: string): Promise<string> {
  const needed = SLICES.filter(({ letters }) => letters === null || letters.test(svg));
  const faces = await Promise.all(
    needed.map(
      async ({ address, range }) =>
        `@font-face{font-family:Inter;font-weight:100 900;src:url(${await dataOf(address)}) format('woff2');unicode-range:${range}}`,
    ),
  );
  return `<style>${faces.join('')}</style>`;
}
