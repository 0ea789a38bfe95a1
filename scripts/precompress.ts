import type { Plugin } from 'vite';
import { precompress } from '../server/http/precompress.ts';

/** A build ends with compressed copies beside its files, so that the server only has to send them. */
export function precompressed(): Plugin {
  let folder = '';
  return {
    name: 'orgora:precompressed',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir.startsWith('/') ? config.build.outDir : `${config.root}/${config.build.outDir}`;
    },
    closeBundle: () => precompress(folder),
  };
}
