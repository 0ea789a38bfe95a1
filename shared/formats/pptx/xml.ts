/** Writing XML parts of an Office file. */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for XML, without what XML 1.0 cannot hold (control signs, halves of a pair). */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** The same for the value of an attribute, where a line break would be read as a space. */
export const xmlValue = (text: string): string => xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

export interface Relationship {
  readonly id: string;
  /** Last part of an Office type, or a whole address. */
  readonly type: string;
  readonly target: string;
}

/** A `.rels` part. */
export const relationships = (list: readonly Relationship[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">${list
    .map(({ id, type, target }) => {
      const full = type.startsWith('http') ? type : `${OFFICE}/${type}`;
      return `<Relationship Id="${id}" Type="${full}" Target="${xmlText(target)}"/>`;
    })
    .join('')}</Relationships>`;
