import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type BoardEditor, createEditor } from '#shared/board/edit.ts';
import { type BoardView, createBoardView } from '#shared/board/read.ts';
import { createUndo } from '#shared/board/undo.ts';
import { LIMITS } from '#shared/protocol/messages.ts';
import { madeUpOrganisation } from '../support/organisation.ts';
import { type Person, startTestServer, type TestServer } from '../support/server.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

const MANY = 5_000;
const PATIENCE_MS = 60_000;

interface Page {
  readonly client: SyncClient;
  readonly editor: BoardEditor;
  readonly view: BoardView;
}

/** Work so large that what it changes does not fit into one message. */
describe('large changes', () => {
  let server: TestServer;
  let room: string;
  let convenor: Person;
  let presenter: Person;
  let n = 0;
  const pages: Page[] = [];

  /** As long as those of a page. */
  const newId = (): string => {
    n += 1;
    return `n${String(n).padStart(20, '0')}`;
  };
  const open = async (person: Person): Promise<Page> => {
    const client = openRoom(person, room, { likeOurPage: true });
    await client.synced();
    const editor = createEditor(client.doc, { origin: client, newId });
    const page = { client, editor, view: createBoardView(client.doc) };
    pages.push(page);
    return page;
  };
  const allSaved = ({ client }: Page): Promise<void> =>
    until(
      () => client.closed() !== null || (client.provider.synced && client.saved() === client.sent()),
      'everything saved',
      PATIENCE_MS,
    );
  const paste = ({ editor }: Page): void => {
    const { elements, relations } = madeUpOrganisation({ count: MANY, seed: 3 });
    editor.addElements({ elements: [...elements.values()], relations: [...relations.values()] });
  };
  const counts = (doc: Y.Doc): Record<string, number> =>
    Object.fromEntries(
      ['elements', 'relations', 'elements@target', 'relations@target'].map((name) => [name, doc.getMap(name).size]),
    );
  /** Nobody was sent away, and somebody who comes anew finds what the page that did it has. */
  const everybodyHas = async (page: Page): Promise<void> => {
    expect(pages.map(({ client }) => client.closed())).toEqual(pages.map(() => null));
    const newcomer = await open(convenor);
    expect(counts(newcomer.client.doc)).toEqual(counts(page.client.doc));
    expect(isDeepStrictEqual(newcomer.view.board, page.view.board)).toBe(true);
    expect(newcomer.client.doc.store.pendingStructs).toBeNull();
  };

  beforeEach(async () => {
    server = await startTestServer();
    const made = await server.board();
    convenor = made.convenor;
    room = `board/${made.board.id}`;
    presenter = await server.join(convenor, made.council.id, 'presenter');
  });
  afterEach(async () => {
    for (const { client, view } of pages.splice(0)) {
      view.destroy();
      client.destroy();
    }
    await server.close();
  });

  it('GAP-1 5,000 elements pasted without a line arrive when it is back, and the page is not sent away', async () => {
    const page = await open(presenter);
    const other = await open(convenor);
    page.client.provider.disconnect();
    const before = Y.encodeStateVector(page.client.doc);
    paste(page);
    expect(Y.encodeStateAsUpdate(page.client.doc, before).length).toBeGreaterThan(LIMITS.messageBytes);
    page.client.provider.connect();
    await until(() => other.view.board.elements.size === MANY, 'the elements at the other', PATIENCE_MS);
    await allSaved(page);
    await everybodyHas(page);
  });

  it('GAP-2 deleting 5,000 elements is taken back, and what is drawn meanwhile stays', async () => {
    const page = await open(presenter);
    const undo = createUndo(page.client.doc, page.client, { mayEditLocked: false });
    const largest = { bytes: 0 };
    page.client.doc.on('update', (update: Uint8Array) => {
      largest.bytes = Math.max(largest.bytes, update.length);
    });
    paste(page);
    const pasted = page.view.board;
    page.editor.remove([...pasted.elements.keys()]);
    expect(page.view.board.elements.size).toBe(0);
    largest.bytes = 0;
    undo.undo();
    expect(largest.bytes).toBeGreaterThan(LIMITS.messageBytes);
    page.editor.addElement({ kind: 'unit', id: 'last', x: 0, y: 0, name: 'Drawn at once' });
    await allSaved(page);
    expect(page.view.board.elements.size).toBe(MANY + 1);
    expect(page.view.board.relations.size).toBe(pasted.relations.size);
    await everybodyHas(page);
    undo.destroy();
  });

  it('GAP-3 a state with all of a board of 5,000 elements is added in one step', async () => {
    const page = await open(presenter);
    const other = await open(convenor);
    paste(page);
    await allSaved(page);
    page.editor.addState('target', 'Target', 'now');
    await allSaved(page);
    await until(() => other.client.doc.getMap('elements@target').size === MANY, 'the state at the other', PATIENCE_MS);
    expect(other.view.states.map(({ id }) => id)).toContain('target');
    await everybodyHas(page);
  });
});
