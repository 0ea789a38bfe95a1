/**
 * Bakes the widths of Inter into `shared/drawing/inter-metrics.generated.json`: advances and class kerning at weights 400, 500
 * and 600, with `calt` and `liga` off as everywhere in a drawing. Run it again only when the font changes:
 * `node scripts/build-metrics.mjs`. It takes some minutes, because every pair of characters is shaped.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';

const require = createRequire(import.meta.url);
const FONTS = {
  400: '400Regular/Inter_400Regular.ttf',
  500: '500Medium/Inter_500Medium.ttf',
  600: '600SemiBold/Inter_600SemiBold.ttf',
};
/** Latin with its European letters, Greek, Cyrillic, and the punctuation, arrows and signs that names hold. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x493],
  [0x1e80, 0x1e85],
  [0x2010, 0x2026],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];

function table(file) {
  const face = new hb.Face(new hb.Blob(readFileSync(file)));
  const font = new hb.Font(face);
  const features = [new hb.Feature('calt', 0), new hb.Feature('liga', 0)];
  const shape = (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer, features);
    const width = buffer.getGlyphPositions().reduce((sum, p) => sum + p.xAdvance, 0);
    return { width, missing: buffer.getGlyphInfos().some((g) => g.codepoint === 0) };
  };
  const advances = new Map();
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code++) {
      const char = String.fromCodePoint(code);
      const shaped = shape(char);
      if (!shaped.missing) advances.set(char, shaped.width);
    }
  }
  const chars = [...advances.keys()];
  const kerning = chars.map((a) => chars.map((b) => shape(a + b).width - advances.get(a) - advances.get(b)));
  // Characters that kern alike share a row (as the first of a pair) or a column (as the second).
  const classes = (keys) => {
    const firsts = new Map();
    keys.forEach((key, i) => {
      if (!firsts.has(key)) firsts.set(key, i);
    });
    const ids = new Map([...firsts.keys()].map((key, id) => [key, id]));
    return { of: keys.map((key) => ids.get(key)), first: () => [...firsts.values()] };
  };
  const rows = classes(kerning.map((row) => row.join()));
  const rowFirsts = rows.first();
  const columns = classes(chars.map((_, j) => rowFirsts.map((i) => kerning[i][j]).join()));
  const columnFirsts = columns.first();
  return {
    unitsPerEm: face.upem,
    chars: chars.join(''),
    advances: chars.map((c) => advances.get(c)),
    rows: rows.of,
    columns: columns.of,
    // A row is [column class, kerning, column class, kerning, …]: pairs that do not kern are left out.
    kerning: rowFirsts.map((i) =>
      columnFirsts.flatMap((j, column) => (kerning[i][j] === 0 ? [] : [column, kerning[i][j]])),
    ),
  };
}

const root = require.resolve('@expo-google-fonts/inter/package.json').replace('package.json', '');
const tables = Object.fromEntries(Object.entries(FONTS).map(([weight, file]) => [weight, table(root + file)]));
const target = new URL('../shared/drawing/inter-metrics.generated.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(tables)}\n`);
console.log(
  `Wrote ${target.pathname}: ${Object.values(tables)
    .map((t) => `${t.chars.length} characters`)
    .join(', ')}.`,
);
