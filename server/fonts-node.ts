import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TextWeight } from '#shared/drawing/mark.ts';
import { type FontFiles, type FontSlice, slicesOf } from '#shared/formats/fonts/font-files.ts';

const require = createRequire(import.meta.url);

const INTER: Record<TextWeight, string> = {
  400: '400Regular/Inter_400Regular',
  500: '500Medium/Inter_500Medium',
  600: '600SemiBold/Inter_600SemiBold',
};

const read = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(require.resolve(path)));

async function list(typeface: string, path: string): Promise<readonly FontSlice[]> {
  const ranges = JSON.parse(await readFile(require.resolve(path), 'utf8')) as Readonly<Record<string, string>>;
  return slicesOf(typeface, ranges);
}

const pathOf = (slice: string): string =>
  slice.startsWith('inter-')
    ? `@fontsource-variable/inter/files/${slice}-wght-normal.woff2`
    : `@fontsource/${slice.startsWith('noto-sans-sc') ? 'noto-sans-sc' : 'noto-sans-kr'}/files/${slice}-400-normal.woff`;

/** The fonts of the drawing from the packages they are installed with. */
export const FONT_FILES: FontFiles = {
  inter: (weight) => read(`@expo-google-fonts/inter/${INTER[weight]}.ttf`),
  slices: async (typeface) =>
    typeface === 'inter'
      ? list('inter', '@fontsource-variable/inter/unicode.json')
      : [
          ...(await list('noto-sans-sc', '@fontsource/noto-sans-sc/unicode.json')),
          ...(await list('noto-sans-kr', '@fontsource/noto-sans-kr/unicode.json')),
        ],
  slice: (name) => read(pathOf(name)),
};
