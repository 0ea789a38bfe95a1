import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import medium from '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf?url';
import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import koreanSlices from '@fontsource/noto-sans-kr/unicode.json';
import chineseSlices from '@fontsource/noto-sans-sc/unicode.json';
import interSlices from '@fontsource-variable/inter/unicode.json';
import type { TextWeight } from '#shared/drawing/mark.ts';
import { type FontFiles, numberedSlices, scriptSlices } from '#shared/formats/fonts/font-files.ts';

const INTER: Record<TextWeight, string> = { 400: regular, 500: medium, 600: semiBold };

/** Addresses of the slices by their paths; each is fetched only when a text needs it. */
const ADDRESSES: Readonly<Record<string, string>> = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-[0-9]*-400-normal.woff',
    '../../node_modules/@fontsource/noto-sans-kr/files/noto-sans-kr-[0-9]*-400-normal.woff',
    '../../node_modules/@fontsource-variable/inter/files/*-wght-normal.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
);

/** The same by the name of the slice: the file's own name up to its weight. */
const SLICES: ReadonlyMap<string, string> = new Map(
  Object.entries(ADDRESSES).map(([path, address]) => [
    path.replace(/^.*\//, '').replace(/-(?:400|wght)-normal\.woff2?$/, ''),
    address,
  ]),
);

const MISSING = 'A font could not be loaded, so the file was not written. Check the connection and try again.';

async function load(address: string | undefined): Promise<Uint8Array> {
  if (address === undefined) throw new Error(MISSING);
  const answer = await fetch(address).catch((cause: unknown) => {
    throw new Error(MISSING, { cause });
  });
  if (!answer.ok) throw new Error(MISSING);
  return new Uint8Array(await answer.arrayBuffer());
}

const known = new Map<string, Promise<Uint8Array>>();

function once(address: string | undefined): Promise<Uint8Array> {
  const key = address ?? '';
  const before = known.get(key);
  if (before !== undefined) return before;
  const asked = load(address);
  known.set(key, asked);
  // What failed is asked for again the next time.
  asked.catch(() => known.delete(key));
  return asked;
}

/** The fonts of the drawing from the addresses the client is built with. Import it lazily: it brings long lists along. */
export const FONT_FILES: FontFiles = {
  inter: (weight) => once(INTER[weight]),
  slices: async (typeface) =>
    typeface === 'inter'
      ? scriptSlices('inter', interSlices)
      : [...numberedSlices('noto-sans-sc', chineseSlices), ...numberedSlices('noto-sans-kr', koreanSlices)],
  slice: (name) => once(SLICES.get(name)),
};
