import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TextWeight } from '#shared/drawing/mark.ts';
import { type FontFiles, numberedSlices, scriptSlices } from '#shared/formats/fonts/font-files.ts';

const require = createRequire(import.meta.url);

const INTER: Record<TextWeight, string> = {
  400: '400Regular/Inter_400Regular',
  500: '500Medium/Inter_500Medium',
  600: '600SemiBold/Inter_600SemiBold',
};

const read = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(require.resolve(path)));

const list = async (path: string): Promise<Readonly<Record<string, string>>> =>
  JSON.parse(await readFile(require.resolve(path), 'utf8')) as Readonly<Record<string, string>>;

const pathOf = (slice: string): string =>
  slice.startsWith('inter-')
    ? `@fontsource-variable/inter/files/${slice}-wght-normal.woff2`
    : `@fontsource/${slice.startsWith('noto-sans-sc') ? 'noto-sans-sc' : 'noto-sans-kr'}/files/${slice}-400-normal.woff`;

/** The fonts of the drawing from the packages they are installed with. */
export const FONT_FILES: FontFiles = {
  inter: (weight) => read(`@expo-google-fonts/inter/${INTER[weight]}.ttf`),
  slices: async (typeface) => {
    if (typeface === 'inter') return scriptSlices('inter', await list('@fontsource-variable/inter/unicode.json'));
    const names = ['noto-sans-sc', 'noto-sans-kr'];
    const lists = await Promise.all(names.map((name) => list(`@fontsource/${name}/unicode.json`)));
    return names.flatMap((name, i) => numberedSlices(name, lists[i] ?? {}));
  },
  slice: (name) => read(pathOf(name)),
};
