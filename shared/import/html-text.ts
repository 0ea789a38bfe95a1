const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const entity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
};

/** Lines of text of a label that may be HTML: tags go, breaks and blocks are line breaks, entities are letters. */
export const htmlLines = (html: string): readonly string[] =>
  html
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|hr)\b[^<>]*>|<(?:div|p|li)\b[^<>]*>/gi, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(#?\w{1,10});/g, entity)
    .replace(/\\n/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
