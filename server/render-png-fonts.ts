import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Features that drawings switch off everywhere, because a line is measured without them ("24x7" would shrink, "->" would melt). */
const SWITCHED_OFF = ['calt', 'liga'];
/** A tag that no shaper asks for. */
const NO_FEATURE = 'zzzz';

/**
 * A copy of a TrueType font whose substitution table no longer offers these features, under their four-letter OpenType tags.
 * Bytes that are no such font come back as they are.
 */
export function withoutFeatures(font: Uint8Array, tags: readonly string[]): Uint8Array {
  const copy = Buffer.from(font);
  const tagAt = (at: number): string => copy.toString('latin1', at, at + 4);
  const tables = copy.length < 12 ? 0 : copy.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i;
    if (record + 16 > copy.length) break;
    if (tagAt(record) !== 'GSUB') continue;
    const table = copy.readUInt32BE(record + 8);
    const list = table + copy.readUInt16BE(table + 6);
    const features = copy.readUInt16BE(list);
    for (let j = 0; j < features; j += 1) {
      const feature = list + 2 + 6 * j;
      if (tags.includes(tagAt(feature))) copy.write(NO_FEATURE, feature, 'latin1');
    }
  }
  return copy;
}

let prepared: readonly string[] | undefined;

/**
 * Paths of the three weights of Inter that drawings use, with contextual features off. resvg reads fonts from paths only and
 * follows no `font-feature-settings`, so the copies lie in a temporary folder until the process ends.
 */
export function fontFiles(): readonly string[] {
  if (prepared === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'orgora-fonts-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    prepared = ['400Regular/Inter_400Regular', '500Medium/Inter_500Medium', '600SemiBold/Inter_600SemiBold'].map(
      (name) => {
        const source = require.resolve(`@expo-google-fonts/inter/${name}.ttf`);
        const path = join(folder, basename(source));
        writeFileSync(path, withoutFeatures(readFileSync(source), SWITCHED_OFF));
        return path;
      },
    );
  }
  return prepared;
}
