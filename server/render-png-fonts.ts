import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SWITCHED_OFF, withoutFeatures } from '#shared/formats/fonts/without-features.ts';

const require = createRequire(import.meta.url);

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
