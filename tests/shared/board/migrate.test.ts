import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isNewerDocument, migrateDocument } from '#shared/board/migrate.ts';
import { MIGRATIONS } from '#shared/board/migrations/index.ts';
import { readBoard } from '#shared/board/read.ts';
import { SCHEMA_VERSION } from '#shared/board/schema.ts';
import { desk, sync } from './support.ts';

describe('migrations of documents', () => {
  it('BOARD-17 are numbered from 1 without gaps, and the last one is the present version', () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, i) => i + 1));
    expect(MIGRATIONS.at(-1)?.number).toBe(SCHEMA_VERSION);
    expect(new Set(MIGRATIONS.map((migration) => migration.name)).size).toBe(MIGRATIONS.length);
  });

  it('BOARD-17 each one runs once on a document that says nothing', () => {
    const doc = new Y.Doc();
    expect(migrateDocument(doc)).toEqual(MIGRATIONS.map((migration) => migration.number));
    expect(doc.getMap('meta').get('schema')).toBe(SCHEMA_VERSION);
    expect(migrateDocument(doc)).toEqual([]);
  });

  it('BOARD-17 only those after the document’s version run, in one transaction that undo leaves alone', () => {
    const { doc, undo } = desk();
    migrateDocument(doc);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    const next = [SCHEMA_VERSION + 1, SCHEMA_VERSION + 2];
    const later = next.map((number) => ({
      number,
      name: `step ${number}`,
      up: (at: Y.Doc) => void at.getMap('meta').set('title', `Version ${number}`),
    }));
    expect(migrateDocument(doc, [...MIGRATIONS, ...later])).toEqual(next);
    expect([updates, doc.getMap('meta').get('title'), undo.canUndo]).toEqual([
      1,
      `Version ${SCHEMA_VERSION + 2}`,
      false,
    ]);
  });

  it('BOARD-17 two pages that migrate at the same moment agree', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    migrateDocument(one);
    migrateDocument(two);
    sync(one, two);
    expect(two.getMap('meta').toJSON()).toEqual(one.getMap('meta').toJSON());
  });

  it('BOARD-17 a newer document is left alone, read as far as it goes, and says so', () => {
    const { doc, editor } = desk();
    editor.addElement({ id: 'a', kind: 'unit', x: 0, y: 0 });
    doc.getMap('meta').set('schema', SCHEMA_VERSION + 1);
    expect(isNewerDocument(doc)).toBe(true);
    expect(migrateDocument(doc)).toEqual([]);
    expect(readBoard(doc).elements.has('a')).toBe(true);
    expect(readBoard(doc).broken[0]?.why).toMatch(/newer version/);
  });
});
