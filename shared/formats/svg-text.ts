/** Faces that hold the same lines: Inter measured the text, every other face here is narrower or as wide. */
export const FONT_FAMILY =
  "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Hiragino Sans', 'Microsoft YaHei', 'Malgun Gothic', sans-serif";

/** The features that the measuring assumes. */
export const FONT_FEATURES = '"calt" 0, "liga" 0';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 does not allow.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu;

/** Text for an XML document: control characters and half characters removed, markup escaped. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A number in at most two decimals, without trailing zeros. */
export const number = (value: number): string =>
  Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '0';
