import { crc32 as nodeCrc } from 'node:zlib';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileText, parseFile } from '#shared/board/file.ts';
import { drawBoard } from '#shared/drawing/draw-board.ts';
import { slidesOf } from '#shared/formats/pptx/deck.ts';
import { pptxOf } from '#shared/formats/pptx/pptx.ts';
import { crc32, pngSource, withPngSource } from '#shared/formats/source/png-source.ts';
import { carrierOf, readSource } from '#shared/formats/source/read-source.ts';
import { svgOf } from '#shared/formats/svg.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { boardOf } from '../pptx-parts.ts';
import { pdfWith, tinyPng } from './carriers.ts';

const board = boardOf('M3');
const hard = { ...board, meta: { ...board.meta, title: 'Ștefan & <Ω> "王芳" ]]> 𝄞 \u2028 tab\tend' } };
const source = fileText(hard);
const svg = (text: string): string => svgOf(drawBoard(hard), { theme: 'light', embedSource: text });
const deck = pptxOf(slidesOf(hard), { embedSource: source }).bytes;

describe('what carries a board', () => {
  const carriers = {
    json: strToU8(source),
    png: withPngSource(tinyPng(), source),
    svg: strToU8(svg(source)),
    pptx: deck,
    pdf: pdfWith({ name: 'board.orgora.json', content: source }),
  } as const;

  it.each(Object.entries(carriers))('SOURCE-1 %s gives back every letter of the board it carries', (from, bytes) => {
    expect(readSource(bytes)).toEqual({ text: source, from });
    expect(parseFile(readSource(bytes)?.text ?? '')).toHaveProperty('file');
  });

  it.each(Object.entries(carriers))('SOURCE-2 %s cut short or changed anywhere never throws', (from, bytes) => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(bytes.length - 1), fc.nat(255), (cut, at, byte) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = byte;
        for (const one of [bytes.subarray(0, cut), damaged]) {
          const found = readSource(one);
          if (found !== null) expect(typeof found.text).toBe('string');
        }
      }),
      { numRuns: from === 'svg' ? 10 : 30 },
    );
  });
});

it('SOURCE-3 is not there when it was left out, and a file of another kind carries none', () => {
  const plain = {
    png: tinyPng(),
    svg: strToU8(svgOf(drawBoard(board), { theme: 'light' })),
    pptx: pptxOf(slidesOf(board)).bytes,
    pdf: pdfWith({ name: 'other.json', content: '{"a": 1}' }),
  };
  for (const [kind, bytes] of Object.entries(plain)) {
    expect(carrierOf(bytes), kind).toBe(kind);
    expect(readSource(bytes), kind).toBeNull();
  }
  expect(carrierOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBeNull();
  expect(carrierOf(strToU8('name,manager\n'))).toBeNull();
});

it('SOURCE-4 is found in a drawing whose program renamed the prefix, moved its declaration or wrote entities by number', () => {
  const saved = svg(source)
    .replace(' xmlns:orgora="urn:orgora:board"', '')
    .replaceAll('orgora:board>', 'ns0:board>')
    .replace('<orgora:board', '<ns0:board')
    .replace('<svg ', '<svg xmlns:ns0="urn:orgora:board" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ')
    .replaceAll('&quot;', '&#34;');
  expect(saved).not.toContain('orgora:board>');
  expect(readSource(strToU8(`<?xml version="1.0"?>\n<!-- saved -->\n${saved}`))?.text).toBe(source);
  const byDefault = `<svg xmlns="http://www.w3.org/2000/svg"><metadata><board xmlns="urn:orgora:board"><![CDATA[{"a":"<&"}]]></board></metadata></svg>`;
  expect(readSource(strToU8(byDefault))?.text).toBe('{"a":"<&"}');
});

it('SOURCE-5 is not taken from an element of another namespace with the same name', () => {
  const other = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="urn:orgora:board"><metadata><board>{"a":1}</board></metadata></svg>`;
  expect(readSource(strToU8(other))).toBeNull();
});

it('SOURCE-6 is found in a deck whose program numbered its parts anew', () => {
  const parts = unzipSync(deck);
  const item = parts['customXml/item1.xml'];
  if (item === undefined) throw new Error('The deck carries no board.');
  delete parts['customXml/item1.xml'];
  const theirs = strToU8('<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>');
  const saved = zipSync({ ...parts, 'customXml/item1.xml': theirs, 'customXml/item7.xml': item });
  expect(readSource(saved)?.text).toBe(source);
});

it('SOURCE-7 is found in a PDF that was saved again with packed objects', () => {
  expect(readSource(pdfWith({ name: 'attachment 1', content: source, packed: true }))?.text).toBe(source);
});

it('SOURCE-8 keeps a picture a picture: every chunk with its checksum, one board only, the newest', () => {
  const once = withPngSource(tinyPng(), '{"old": true}');
  const twice = withPngSource(once, source);
  expect(pngSource(twice)).toBe(source);
  expect(strFromU8(twice, true).split('orgora:board')).toHaveLength(2);
  const numbers = new DataView(twice.buffer, twice.byteOffset, twice.byteLength);
  const types: string[] = [];
  for (let at = 8; at < twice.length; ) {
    const length = numbers.getUint32(at);
    types.push(strFromU8(twice.subarray(at + 4, at + 8), true));
    expect(numbers.getUint32(at + 8 + length)).toBe(nodeCrc(twice.subarray(at + 4, at + 8 + length)));
    at += 12 + length;
  }
  expect(types).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
  expect(() => withPngSource(strToU8('GIF89a'), source)).toThrow('not a PNG');
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
});

it('SOURCE-9 does not unpack a small file that pretends to hold more than a board can', () => {
  const bomb = zlibSync(new Uint8Array(64 * 2 ** 20), { level: 9 });
  expect(readSource(pdfWith({ name: 'board.orgora.json', content: bomb }))).toBeNull();
});

it('SOURCE-10 of every template survives a picture and a deck', () => {
  for (const { id } of TEMPLATES) {
    const text = fileText(boardOf(id));
    expect(readSource(withPngSource(tinyPng(), text))?.text, id).toBe(text);
    expect(readSource(pptxOf([], { embedSource: text }).bytes)?.text, id).toBe(text);
  }
});
