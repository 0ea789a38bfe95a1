/** Letters of the bytes 0x80 to 0xFF in two code pages of Windows, as the WHATWG Encoding Standard lists them (single-byte indexes). */

const latin1 = (from: number, to: number): string =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

const HIGH_1252 = `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${latin1(0xa0, 0xff)}`;

/** Romanian texts in 1250 have letters with a cedilla and mean those with a comma. */
const HIGH_1250 =
  '€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ' +
  '\u0090‘’“”•–—\u0098™š›śťžź' +
  '\u00a0ˇ˘Ł¤Ą¦§¨©Ș«¬\u00ad®Ż' +
  '°±˛ł´µ¶·¸ąș»Ľ˝ľż' +
  'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ' +
  'ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝȚß' +
  'ŕáâăäĺćçčéęëěíîď' +
  'đńňóôőö÷řůúűüýț˙';

export type CodePage = 'windows-1250' | 'windows-1252';

const HIGH: Readonly<Record<CodePage, string>> = { 'windows-1250': HIGH_1250, 'windows-1252': HIGH_1252 };

/** Text of bytes in a code page; every byte has a letter. */
export function fromCodePage(bytes: Uint8Array, page: CodePage): string {
  const high = HIGH[page];
  const parts: string[] = [];
  const units = new Uint16Array(8192);
  for (let start = 0; start < bytes.length; start += units.length) {
    const end = Math.min(bytes.length, start + units.length);
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i] ?? 0;
      units[i - start] = byte < 0x80 ? byte : high.charCodeAt(byte - 0x80);
    }
    parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(0, end - start)));
  }
  return parts.join('');
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

/**
 * Whether bytes that are not UTF-8 read better as Romanian (1250) than as Western European (1252): they have bytes inside
 * words that are ș, Ș, ț or Ț there and signs (º, ª, þ, Þ) here, and more of Romanian's own letters than of those that only
 * Western languages have. A guess.
 */
export function looksRomanian(bytes: Uint8Array): boolean {
  let own = 0;
  let sure = 0;
  let western = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0xa0) continue;
    const inWord = isLetter(bytes[i + 1]);
    if ((byte === 0xba || byte === 0xfe || byte === 0xaa || byte === 0xde) && inWord) sure += 1;
    else if (byte === 0xe3 || byte === 0xc3) own += 1;
    else if ([0xe0, 0xe5, 0xe6, 0xe8, 0xea, 0xf1, 0xf5, 0xf8].includes(byte)) western += 1;
  }
  return sure > 0 && sure + own > western;
}
