import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import type { Board } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';

/** A deck taken apart: the text of every part by its path. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', preserveOrder: false });

/** A part as plain objects, attributes beside children. Throws when it is not XML. */
export const xmlOf = (xml: string): unknown => parser.parse(xml, true);

/** All matches of a pattern's first group. */
export const all = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map((match) => match[1] ?? '');

/** What a part refers to, as paths inside the package. */
export function targetsOf(path: string, xml: string): readonly string[] {
  const folder = path.replace(/_rels\/[^/]+$/, '');
  return all(xml, /Target="([^"]+)"/g).map((target) => {
    const parts: string[] = [];
    for (const step of `${folder}${target}`.split('/')) {
      if (step === '..') parts.pop();
      else parts.push(step);
    }
    return parts.join('/');
  });
}

/** The board of a template. Throws when there is no such template. */
export function boardOf(id: string): Board {
  const found = template(id);
  if (found === undefined) throw new Error(`There is no template ${id}.`);
  return boardFromTemplate(found);
}
