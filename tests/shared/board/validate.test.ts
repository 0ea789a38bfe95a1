import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  collectTouched,
  type Problem,
  touchesLocked,
  validateDocument,
  validateTouched,
} from '#shared/board/schema.ts';
import { desk, sample, sync } from './support.ts';

function shadow() {
  const d = desk();
  sample(d);
  d.editor.addTiger({ id: 't', members: { vp: 10 } });
  d.editor.addFriction({ id: 'f', friction: 'silo', on: ['vp'] });
  d.editor.addZone({ id: 'z', zone: 'function', x: 0, y: 0, w: 99, h: 99 });
  d.editor.addFrame({ id: 'frame', x: 0, y: 0, w: 99, h: 99 });
  d.editor.addPrompt({ id: 'prompt', text: 'Why?' });
  d.editor.setMeta({ title: 'Ours' });
  return d;
}

const map = (doc: Y.Doc, root: string, id: string) => doc.getMap(root).get(id) as Y.Map<unknown>;

/** Problems that the server would see in this change. */
function problemsOf(change: (doc: Y.Doc) => void): Problem[] {
  const { doc } = shadow();
  let found: Problem[] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    found = validateTouched(doc, collectTouched(transaction));
  });
  doc.transact(() => change(doc));
  return found;
}

describe('the check of a document', () => {
  it('BOARD-13 what the editor writes is fine, and the whole document too', () => {
    const { doc } = shadow();
    expect(validateDocument(doc)).toEqual([]);
    expect(problemsOf((d) => map(d, 'elements', 'vp').set('pos', [1, 2]))).toEqual([]);
    expect(problemsOf((d) => map(d, 'elements', 'vp').set('a:future', true))).toEqual([]);
    expect(problemsOf((d) => d.getMap('elements').delete('vp'))).toEqual([]);
  });

  const bad: Record<string, (doc: Y.Doc) => void> = {
    'a position that is no number': (d) => map(d, 'elements', 'vp').set('pos', [Number.NaN, 0]),
    'a position too far out': (d) => map(d, 'elements', 'vp').set('pos', [1e7, 0]),
    'a position of three': (d) => map(d, 'elements', 'vp').set('pos', [1, 2, 3]),
    'a position that is a type': (d) => map(d, 'elements', 'vp').set('pos', new Y.Array()),
    'a size too large': (d) => map(d, 'elements', 'vp').set('size', [1e6, 8]),
    'a kind that is not known': (d) => map(d, 'elements', 'vp').set('kind', 'robot'),
    'a key that is not known': (d) => map(d, 'elements', 'vp').set('sparkle', 1),
    'a key of every object': (d) => map(d, 'elements', 'vp').set('constructor', 1),
    'an attribute it cannot hold': (d) => map(d, 'elements', 'vp').set('a:fn', 'NONE'),
    'an attribute with a strange id': (d) => map(d, 'elements', 'vp').set('a:<b>', 1),
    'a large unknown attribute': (d) => map(d, 'elements', 'vp').set('a:x', { deep: [] }),
    'a name that is too long': (d) => (map(d, 'elements', 'vp').get('name') as Y.Text).insert(0, 'x'.repeat(10_001)),
    'something embedded in a name': (d) =>
      (map(d, 'elements', 'vp').get('name') as Y.Text).insertEmbed(0, { big: 'x' }),
    'a format in a name': (d) => (map(d, 'elements', 'vp').get('name') as Y.Text).format(0, 2, { bold: true }),
    'an attribute on a name': (d) => (map(d, 'elements', 'vp').get('name') as Y.Text).setAttribute('x', 'y'),
    'an order that is none': (d) => map(d, 'elements', 'vp').set('order', '0'),
    'an element without a place': (d) => map(d, 'elements', 'vp').delete('pos'),
    'an element that is text': (d) => d.getMap('elements').set('vp', 'text'),
    'an element that is a list': (d) => d.getMap('elements').set('vp', new Y.Array()),
    'an id that is none': (d) =>
      d.getMap('elements').set(
        'a b',
        new Y.Map([
          ['kind', 'unit'],
          ['pos', [0, 0]],
        ] as never),
      ),
    'a line without an end': (d) => map(d, 'relations', 'reports:vp').delete('to'),
    'a second boss under another id': (d) =>
      d.getMap('relations').set('second', new Y.Map(Object.entries({ kind: 'reports', from: 'vp', to: 'ops' }))),
    'an overlay of no kind': (d) => map(d, 'overlays', 't').set('kind', 'cloud'),
    'a share over 100': (d) => (map(d, 'overlays', 't').get('members') as Y.Map<unknown>).set('vp', 101),
    'a member that is no id': (d) => (map(d, 'overlays', 't').get('members') as Y.Map<unknown>).set('a b', 1),
    'a target that is not true': (d) => (map(d, 'overlays', 'f').get('on') as Y.Map<unknown>).set('vp', 'yes'),
    'a zone of no kind': (d) => map(d, 'overlays', 'z').set('zone', 'mood'),
    'a frame without a size': (d) => map(d, 'frames', 'frame').delete('size'),
    'a prompt that is too long': (d) => map(d, 'prompts', 'prompt').set('text', 'x'.repeat(10_001)),
    'a fact of the board that is not known': (d) => d.getMap('meta').set('owner', 'me'),
    'a title that is a number': (d) => d.getMap('meta').set('title', 7),
    'a part that boards do not have': (d) => d.getMap('notes').set('x', 1),
    'a list beside the parts': (d) => d.getArray('things').push([1]),
  };
  it.each(Object.entries(bad))('BOARD-13 refuses %s, with a sentence', (name, change) => {
    const found = problemsOf(change);
    expect(found).toHaveLength(1);
    expect(found[0]?.code).toBe(name.includes('without') ? 'incomplete' : 'invalid');
    expect(found[0]?.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('BOARD-13 refuses list content in a root map that came over the wire', () => {
    const { doc } = shadow();
    const other = new Y.Doc();
    other.getArray('elements').push(['x']);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(validateTouched(doc, [])).toHaveLength(1);
  });

  it('BOARD-13 says when a board is full', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let i = 0; i <= 500; i += 1) {
        doc.getMap('frames').set(`f${i}`, new Y.Map(Object.entries({ pos: [0, 0], size: [9, 9] })));
      }
    });
    const full = validateDocument(doc);
    expect(full.map((problem) => problem.code)).toEqual(['full']);
    doc.getMap('frames').delete('f0');
    expect(validateDocument(doc)).toEqual([]);
  });

  it('BOARD-13 names what a transaction touched by part and id, however deep', () => {
    const { doc, editor } = shadow();
    const seen: string[] = [];
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const { root, ids } of collectTouched(transaction)) for (const id of ids) seen.push(`${root}/${id}`);
    });
    editor.transact(() => {
      editor.rename('vp', 'VP growth');
      editor.setLoad('t', 'ops', 5);
      editor.remove(['brand']);
      editor.setMeta({ title: 'Theirs' });
    });
    expect(seen.sort()).toEqual(
      ['elements/brand', 'elements/vp', 'meta/title', 'overlays/t', 'relations/reports:brand'].sort(),
    );
  });
});

describe('changes to what is locked', () => {
  /** Locked ids that an update from somebody else touches on the server's copy. */
  function touchedBy(change: (doc: Y.Doc) => void): string[] {
    const server = shadow();
    server.editor.setLocked(['vp'], true);
    const page = new Y.Doc();
    sync(server.doc, page);
    change(page);
    let found: string[] = [];
    server.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      found = [...found, ...touchesLocked(transaction)];
    });
    sync(page, server.doc);
    return found;
  }

  it('BOARD-14 any change, removal, replacement or unlocking of a locked element is seen', () => {
    expect(touchedBy((d) => map(d, 'elements', 'vp').set('pos', [9, 9]))).toEqual(['vp']);
    expect(touchedBy((d) => (map(d, 'elements', 'vp').get('name') as Y.Text).insert(0, 'x'))).toEqual(['vp']);
    expect(touchedBy((d) => map(d, 'elements', 'vp').delete('locked'))).toEqual(['vp']);
    expect(touchedBy((d) => map(d, 'elements', 'vp').set('locked', false))).toEqual(['vp']);
    expect(touchedBy((d) => d.getMap('elements').delete('vp'))).toEqual(['vp']);
    expect(touchedBy((d) => d.getMap('elements').set('vp', new Y.Map()))).toEqual(['vp']);
    expect(
      touchedBy((d) =>
        d.transact(() => {
          map(d, 'elements', 'vp').set('locked', false);
          map(d, 'elements', 'vp').set('pos', [9, 9]);
          map(d, 'elements', 'vp').set('locked', true);
        }),
      ),
    ).toEqual(['vp']);
  });

  it('BOARD-14 other elements, locking, and what is new and locked are free', () => {
    expect(touchedBy((d) => map(d, 'elements', 'ops').set('pos', [9, 9]))).toEqual([]);
    expect(touchedBy((d) => map(d, 'elements', 'ops').set('locked', true))).toEqual([]);
    expect(touchedBy((d) => d.getMap('relations').delete('reports:vp'))).toEqual([]);
    expect(
      touchedBy((d) =>
        d.getMap('elements').set('new', new Y.Map(Object.entries({ kind: 'unit', pos: [0, 0], locked: true }))),
      ),
    ).toEqual([]);
  });
});
