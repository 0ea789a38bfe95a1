import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addImage,
  createImagesView,
  imageType,
  LARGEST_IMAGE,
  MOST_IMAGES,
  readImages,
  removeImage,
  updateImage,
} from '#shared/board/images.ts';
import { collectTouched, type Problem, validateDocument, validateTouched } from '#shared/board/schema.ts';
import { scanUpdate } from '../../../server/sync/scan-update.ts';
import { desk, sync } from './support.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const BOX = { x: 10, y: 20, w: 300, h: 200 };

function withImage() {
  const d = desk();
  addImage(d.editor, 'pic', BOX, PNG);
  return d;
}

function problemsOf(change: (map: Y.Map<unknown>, root: Y.Map<unknown>) => void): Problem[] {
  const { doc } = withImage();
  let found: Problem[] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    found = validateTouched(doc, collectTouched(transaction));
  });
  const root = doc.getMap<unknown>('images');
  doc.transact(() => change(root.get('pic') as Y.Map<unknown>, root));
  return found;
}

describe('tracing layers', () => {
  it('TRACE-1 a picture is told by its first bytes, whatever it is called', () => {
    const ascii = (text: string) => new TextEncoder().encode(text);
    expect(imageType(PNG)).toBe('image/png');
    expect(imageType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(imageType(ascii('RIFF1234WEBPVP8 '))).toBe('image/webp');
    for (const text of ['<svg xmlns="x">', 'GIF89a', 'RIFF1234WAVE', '', 'RIFF']) {
      expect(imageType(ascii(text))).toBeNull();
    }
  });

  it('TRACE-2 it travels with the board, is no part of it, and the check finds nothing wrong with it', () => {
    const { doc, board } = withImage();
    const other = new Y.Doc();
    sync(doc, other);
    expect(readImages(other)).toEqual([
      { id: 'pic', ...BOX, bytes: PNG, type: 'image/png', opacity: 0.5, locked: false },
    ]);
    expect(board().broken).toEqual([]);
    expect(validateDocument(other)).toEqual([]);
    expect(scanUpdate(Y.encodeStateAsUpdate(doc)).roots).toEqual(new Set(['images']));
  });

  it('TRACE-3 undo takes adding, changing and removing back', () => {
    const { doc, editor, undo } = withImage();
    updateImage(editor, 'pic', { x: 50, opacity: 0.8 });
    removeImage(editor, 'pic');
    expect(readImages(doc)).toEqual([]);
    undo.undo();
    expect(readImages(doc)).toMatchObject([{ id: 'pic', x: 50, opacity: 0.8, bytes: PNG }]);
    undo.undo();
    expect(readImages(doc)).toMatchObject([{ x: 10, opacity: 0.5 }]);
    undo.undo();
    expect(readImages(doc)).toEqual([]);
    undo.redo();
    expect(readImages(doc)).toMatchObject([{ ...BOX, bytes: PNG }]);
  });

  it('TRACE-4 one too many, one too large, and what is no picture are refused with a sentence', () => {
    const { doc, editor } = withImage();
    for (let n = 1; n < MOST_IMAGES; n += 1) addImage(editor, `pic${n}`, BOX, PNG);
    expect(() => addImage(editor, 'last', BOX, PNG)).toThrow('A board holds 8 tracing layers. Remove one first.');
    removeImage(editor, 'pic1');
    const large = new Uint8Array(LARGEST_IMAGE + 1);
    large.set(PNG);
    expect(() => addImage(editor, 'large', BOX, large)).toThrow('larger than 512 KB');
    expect(() => addImage(editor, 'text', BOX, new Uint8Array(20))).toThrow('not a PNG');
    expect(readImages(doc)).toHaveLength(MOST_IMAGES - 1);
  });

  const bad: Record<string, (map: Y.Map<unknown>, root: Y.Map<unknown>) => void> = {
    'bytes of another kind of file': (map) => map.set('bytes', new Uint8Array([60, 115, 118, 103])),
    'bytes as text': (map) => map.set('bytes', 'data:image/png;base64,'),
    'too many bytes': (map) => {
      const large = new Uint8Array(LARGEST_IMAGE + 1);
      large.set(PNG);
      map.set('bytes', large);
    },
    'an opacity of nothing': (map) => map.set('opacity', 0),
    'a place beyond the board': (map) => map.set('pos', [1e7, 0]),
    'a side of nothing': (map) => map.set('size', [0, 10]),
    'an unknown key': (map) => map.set('src', 'https://example.org/x.png'),
    'no bytes at all': (map) => map.delete('bytes'),
    'no map': (_map, root) => root.set('pic', 'picture'),
  };
  for (const [what, change] of Object.entries(bad)) {
    it(`TRACE-5 the server refuses ${what}, and a page shows no such picture`, () => {
      expect(problemsOf(change).map((one) => one.root)).toEqual(['images']);
      const { doc } = withImage();
      const root = doc.getMap<unknown>('images');
      doc.transact(() => change(root.get('pic') as Y.Map<unknown>, root));
      expect(readImages(doc)).toEqual([]);
    });
  }

  it('TRACE-5 the server refuses a ninth picture', () => {
    const found = problemsOf((map, root) => {
      for (let n = 0; n < MOST_IMAGES; n += 1) root.set(`more${n}`, map.clone());
    });
    expect(found.map((one) => one.code)).toEqual(['full']);
  });

  it('TRACE-6 a view tells of pictures only, and keeps the list while other things change', () => {
    const { doc, editor } = withImage();
    const view = createImagesView(doc);
    let told = 0;
    view.subscribe(() => {
      told += 1;
    });
    const before = view.images;
    editor.addElement({ kind: 'unit', x: 0, y: 0 });
    expect([told, view.images === before]).toEqual([0, true]);
    updateImage(editor, 'pic', { locked: true });
    expect([told, view.images[0]?.locked]).toEqual([1, true]);
    view.destroy();
  });
});
