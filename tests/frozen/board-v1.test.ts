import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, fileText, parseFile } from '#shared/board/file.ts';
import { violations } from '#shared/board/invariants.ts';
import { migrateDocument } from '#shared/board/migrate.ts';
import { readBoard } from '#shared/board/read.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { DOCUMENT_V1, FILE_V1 } from './board-v1.ts';

function documentV1(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(DOCUMENT_V1, 'base64'));
  return doc;
}

describe('what version 1 wrote', () => {
  it('BOARD-22 the document reads as the board it was, also after migration, and passes the check', () => {
    const doc = documentV1();
    migrateDocument(doc);
    const board = readBoard(doc);
    expect(board.broken).toEqual([]);
    expect(violations(board)).toEqual([]);
    expect(validateDocument(doc)).toEqual([]);
    expect([board.elements.size, board.relations.size, board.overlays.size]).toEqual([8, 10, 4]);
    expect(board.elements.get('hub')).toMatchObject({ kind: 'centre', name: 'Content and asset hub', x: 320, y: 210 });
    expect(board.elements.get('steward')).toMatchObject({
      sitsIn: 'ops',
      attributes: { persona: { modernizer: 30, scientist: 70 }, vacant: true },
    });
    expect(board.elements.get('cmo')).toMatchObject({ locked: true, group: 'g1', attributes: { fn: 'MKT', lvl: 1 } });
    expect(board.overlays.get('tiger')).toMatchObject({ members: { ops: 20, steward: 60 }, lead: 'ops', end: 12 });
    expect(board.overlays.get('friction')).toMatchObject({ on: ['crm', 'zone'], status: 'mitigated' });
    expect(board.meta).toEqual({ title: 'Our organisation', subtitle: 'As of now', state: 'as-is', template: 'M3' });
  });

  it('BOARD-22 the file reads as the same board', () => {
    const parsed = parseFile(FILE_V1);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(fileText(boardFromFile(parsed.file))).toBe(fileText(readBoard(documentV1())));
  });
});
