/** Features that drawings switch off everywhere, because a line is measured without them ("24x7" would shrink, "->" would melt). */
export const SWITCHED_OFF: readonly string[] = ['calt', 'liga'];
/** A tag that no shaper asks for. */
const NO_FEATURE = [...'zzzz'].map((char) => char.charCodeAt(0));

/**
 * A copy of a TrueType font whose substitution table no longer offers these features, under their four-letter OpenType tags.
 * Bytes that are no such font come back as they are.
 */
export function withoutFeatures(font: Uint8Array, tags: readonly string[]): Uint8Array {
  const copy = Uint8Array.from(font);
  const view = new DataView(copy.buffer);
  const tagAt = (at: number): string => String.fromCharCode(...copy.subarray(at, at + 4));
  const fits = (at: number, length: number): boolean => at + length <= copy.length;
  const tables = fits(0, 12) ? view.getUint16(4) : 0;
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i;
    if (!fits(record, 16)) break;
    if (tagAt(record) !== 'GSUB') continue;
    const table = view.getUint32(record + 8);
    if (!fits(table, 8)) continue;
    const list = table + view.getUint16(table + 6);
    const features = fits(list, 2) ? view.getUint16(list) : 0;
    for (let j = 0; j < features; j += 1) {
      const feature = list + 2 + 6 * j;
      if (fits(feature, 4) && tags.includes(tagAt(feature))) copy.set(NO_FEATURE, feature);
    }
  }
  return copy;
}
