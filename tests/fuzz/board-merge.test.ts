import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { pickContent } from '#shared/board/content.ts';
import { BoardEditError } from '#shared/board/edit.ts';
import { boardFromFile, documentText, fileText, parseFile, statesFromFile } from '#shared/board/file.ts';
import { violations } from '#shared/board/invariants.ts';
import { type Board, type Id, type RelationKindId, STATE_IDS } from '#shared/board/model.ts';
import { type BoardView, createBoardView, readBoard } from '#shared/board/read.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { KIND_LIST } from '#shared/vocabulary/index.ts';
import { type Desk, desk, sample } from '../shared/board/support.ts';
import { type Random, randomFrom } from './random.ts';

/**
 * Seeds that fail when one rule of repair or undo is taken away, kept for ever: 2019, 2030, 2116 elements that come back
 * without their position; 2016, 2106 rings of reporting lines; 2036, 2055 rings of containers. A seed that fails in earnest is
 * added here, with what was wrong.
 */
const PINNED: readonly number[] = [2016, 2019, 2030, 2036, 2055, 2106, 2116];
const SEEDS = [...PINNED, ...Array.from({ length: 50 }, (_, i) => 3_000 + i)];
/** Stories in which people also add, show and remove states of the board. */
const STATE_SEEDS = Array.from({ length: 10 }, (_, i) => 5_000 + i);
const STEPS = 120;

interface Person extends Desk {
  readonly name: string;
  readonly view: BoardView;
  /** Updates on their way to this person. */
  inbox: Uint8Array[];
  online: boolean;
}

const RELATION_KINDS: readonly RelationKindId[] = [
  'reports',
  'reports',
  'dotted',
  'owns',
  'serves',
  'partners',
  'member',
];

type Operation = (person: Person, random: Random) => string;

/** Often one of a few, so that people meet at the same things. */
const someId = (random: Random, table: ReadonlyMap<Id, unknown>): Id => {
  const ids = [...table.keys()];
  return random.pick(random.chance(0.6) ? ids.slice(-4) : ids) ?? 'nothing';
};

function overlayOf(board: Board, kind: string, random: Random): Id {
  return random.pick([...board.overlays.values()].filter((o) => o.kind === kind).map((o) => o.id)) ?? 'nothing';
}

/** Each does one thing through the editor and says what, so that a failure can be read as a story. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  add: ({ editor, view }, random) => {
    const { elements } = view.board;
    const kind = random.pick(KIND_LIST.slice(0, random.chance(0.5) ? 1 : 8))?.id ?? 'unit';
    const boss = random.chance(0.5) ? someId(random, elements) : null;
    const sitsIn = random.chance(0.3) ? someId(random, elements) : null;
    return `${kind} ${editor.addElement({ kind, x: random.below(2000), y: random.below(2000), boss, sitsIn })}`;
  },
  move: ({ editor, view }, random) => {
    const id = someId(random, view.board.elements);
    editor.move(new Map([[id, { x: random.below(5000) - 2500, y: random.below(5000) }]]));
    return id;
  },
  resize: ({ editor, view }, random) => {
    const id = someId(random, random.chance(0.7) ? view.board.elements : view.board.overlays);
    editor.resize(new Map([[id, { x: random.below(900), y: 0, w: 8 + random.below(900), h: 8 + random.below(90) }]]));
    return id;
  },
  rename: ({ editor, view }, random) => {
    const id = someId(random, random.chance(0.8) ? view.board.elements : view.board.overlays);
    const name =
      `${view.board.elements.get(id)?.name ?? ''}`.slice(random.below(4)) + 'äöü😀xyz'.slice(random.below(5));
    editor.rename(id, name);
    return `${id} to ${name}`;
  },
  setAttributes: ({ editor, view }, random) => {
    const id = someId(random, random.chance(0.7) ? view.board.elements : view.board.relations);
    editor.setAttributes([id], random.chance(0.5) ? { fte: random.below(9) } : { fte: null, cap: ['data', 'tech'] });
    return id;
  },
  setKind: ({ editor, view }, random) => {
    const id = someId(random, view.board.elements);
    const kind = random.pick(KIND_LIST)?.id ?? 'unit';
    editor.setKind(id, kind);
    return `${id} ${kind}`;
  },
  reparent: ({ editor, view }, random) => {
    const ids = [someId(random, view.board.elements), someId(random, view.board.elements)];
    const boss = random.chance(0.85) ? someId(random, view.board.elements) : null;
    editor.reparent(ids, boss);
    return `${ids.join(' ')} to ${boss}`;
  },
  setSitsIn: ({ editor, view }, random) => {
    const teams = new Map([...view.board.elements].filter(([, element]) => element.kind === 'unit'));
    const id = someId(random, random.chance(0.7) ? teams : view.board.elements);
    const container = random.chance(0.8) ? someId(random, teams) : null;
    editor.setSitsIn([id], container);
    return `${id} in ${container}`;
  },
  relate: ({ editor, view }, random) => {
    const kind = random.pick(RELATION_KINDS) ?? 'reports';
    const [from, to] = [someId(random, view.board.elements), someId(random, view.board.elements)];
    return `${kind} ${from} ${to}: ${editor.relate(kind, from, to)}`;
  },
  remove: ({ editor, view }, random) => {
    const { elements, relations, overlays } = view.board;
    const table = random.chance(0.6) ? elements : random.chance(0.5) ? relations : overlays;
    const ids = random.chance(0.8) ? [someId(random, table)] : [someId(random, elements), someId(random, elements)];
    editor.remove(ids);
    return ids.join(' ');
  },
  addTiger: ({ editor, view }, random) => {
    const [a, b] = [someId(random, view.board.elements), someId(random, view.board.elements)];
    return `${editor.addTiger({ name: 'Launch', members: { [a]: 20, [b]: 40 }, lead: a })} of ${a} ${b}`;
  },
  setLoad: ({ editor, view }, random) => {
    const tiger = overlayOf(view.board, 'tiger', random);
    const id = someId(random, view.board.elements);
    const share = random.chance(0.7) ? random.below(101) : null;
    editor.setLoad(tiger, id, share);
    return `${tiger} ${id} ${share}`;
  },
  addFriction: ({ editor, view }, random) => {
    const on = [someId(random, view.board.elements), someId(random, view.board.relations)];
    return `${editor.addFriction({ friction: 'silo', on: on.slice(0, 1 + random.below(2)) })} on ${on.join(' ')}`;
  },
  updateFriction: ({ editor, view }, random) => {
    const id = overlayOf(view.board, 'friction', random);
    const on = [someId(random, view.board.elements), overlayOf(view.board, 'zone', random)];
    editor.updateFriction(id, { on, status: 'mitigated' });
    return `${id} on ${on.join(' ')}`;
  },
  addZone: ({ editor }, random) =>
    editor.addZone({ zone: 'function', title: 'Zone', x: random.below(900), y: 0, w: 400, h: 300 }),
  updateZone: ({ editor, view }, random) => {
    const id = overlayOf(view.board, 'zone', random);
    editor.updateZone(id, { title: `Zone ${random.below(9)}`, wall: random.chance(0.5), x: random.below(99) });
    return id;
  },
  addFrame: ({ editor }, random) => editor.addFrame({ title: 'Frame', x: random.below(99), y: 0, w: 800, h: 450 }),
  paste: ({ editor, view }, random) => {
    const ids = [...view.board.elements.keys(), ...view.board.overlays.keys()].filter(() => random.chance(0.15));
    const content = pickContent(view.board, ids, { keepContainers: random.chance(0.5) });
    return [...editor.addElements(content)].map(([from, to]) => `${from}→${to}`).join(' ');
  },
  group: ({ editor, view }, random) => {
    const ids = [someId(random, view.board.elements), someId(random, view.board.elements)];
    editor.setGroup(ids, random.chance(0.7) ? 'group-1' : null);
    return ids.join(' ');
  },
  lock: ({ editor, view }, random) => {
    const id = someId(random, view.board.elements);
    const lock = random.chance(0.3);
    editor.setLocked([id], lock);
    return `${id} ${lock}`;
  },
  together: ({ editor, view }, random) => {
    const boss = someId(random, view.board.elements);
    return editor.transact(() => {
      const id = editor.addElement({ kind: 'unit', x: 0, y: 0 });
      editor.rename(id, 'Inserted');
      editor.reparent([id], boss);
      editor.reparent([someId(random, view.board.elements)], id);
      return `${id} under ${boss}`;
    });
  },
  undo: ({ undo }) => String(undo.undo()),
  redo: ({ undo }) => String(undo.redo()),
};

const OFTEN = ['move', 'move', 'reparent', 'reparent', 'setSitsIn', 'setSitsIn', 'remove', 'undo', 'undo', 'redo'];
const NAMES = [...Object.keys(OPERATIONS), ...OFTEN];

const STATE_OPERATIONS: Readonly<Record<string, Operation>> = {
  addState: ({ editor, view }, random) => {
    const state = random.pick(['bridge', 'target'] as const) ?? 'target';
    editor.addState(state, state, random.chance(0.8) ? view.state : null);
    view.show(state);
    return state;
  },
  show: ({ view }, random) => {
    const state = random.pick(STATE_IDS) ?? 'now';
    view.show(state);
    return `${state}, sees ${view.state}`;
  },
  removeState: ({ editor, view }, random) => {
    const { state } = view;
    if (state === 'now' || random.chance(0.7)) return 'nothing';
    editor.removeState(state);
    return state;
  },
};
const STATE_NAMES = [...NAMES, ...Object.keys(STATE_OPERATIONS), 'show', 'show', 'addState'];

function people(count: number): Person[] {
  const all: Person[] = [];
  for (let i = 0; i < count; i += 1) {
    const name = 'abcd'.charAt(i);
    const doc = new Y.Doc();
    // Fixed client ids: a seed always plays the same story.
    doc.clientID = 100 + i;
    const view = createBoardView(doc);
    const person: Person = { ...desk(name, { state: () => view.state }, doc), name, view, inbox: [], online: true };
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return;
      for (const other of all) if (other !== person) other.inbox.push(update);
    });
    all.push(person);
  }
  return all;
}

/** A board to start from, so that edits meet from the first step on. */
function prepare(all: readonly Person[]): void {
  const [first] = all as [Person, ...Person[]];
  sample(first);
  first.editor.addElement({ id: 'team', kind: 'unit', x: 0, y: 700, sitsIn: 'ops', boss: 'ops' });
  first.editor.addTiger({ id: 'tiger', name: 'Launch', members: { vp: 20, ops: 50 }, lead: 'vp' });
  first.editor.addZone({ id: 'zone', zone: 'function', title: 'Marketing', x: 0, y: 0, w: 900, h: 900 });
  first.editor.addFriction({ id: 'friction', friction: 'silo', on: ['ops', 'zone'] });
  for (const person of all) for (const update of person.inbox.splice(0)) Y.applyUpdate(person.doc, update, 'remote');
}

function check(person: Person): void {
  const { board } = person.view;
  const broken = violations(board);
  if (broken.length > 0) throw new Error(`${person.name}: ${broken.join(' ')}`);
  expect(fileText(board)).toBe(fileText(readBoard(person.doc, person.view.state)));
}

function deliver(person: Person, random: Random, most: number): number {
  const updates = random.shuffle(person.inbox.splice(0, most));
  for (const update of updates) Y.applyUpdate(person.doc, update, 'remote');
  return updates.length;
}

function act(person: Person, random: Random, story: string[], names: readonly string[]): void {
  const name = random.pick(names) as string;
  const operation = (OPERATIONS[name] ?? STATE_OPERATIONS[name]) as Operation;
  let writes = 0;
  const count = (): void => {
    writes += 1;
  };
  person.doc.on('update', count);
  try {
    story.push(`${person.name} ${name}: ${operation(person, random)}`);
    expect(writes).toBeLessThanOrEqual(name === 'undo' || name === 'redo' ? 2 : 1);
  } catch (error) {
    if (!(error instanceof BoardEditError)) throw error;
    story.push(`${person.name} ${name}: refused, ${error.code}`);
    if (name !== 'together') expect(writes).toBe(0);
  } finally {
    person.doc.off('update', count);
  }
}

function play(seed: number, names: readonly string[] = NAMES): void {
  const random = randomFrom(seed);
  const all = people(2 + random.below(3));
  const story: string[] = [];
  prepare(all);
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const person = random.pick(all) as Person;
      if (random.chance(0.05)) {
        person.online = !person.online;
        story.push(`${person.name} ${person.online ? 'comes back' : 'goes offline'}`);
      } else if (person.online && person.inbox.length > 0 && random.chance(0.4)) {
        story.push(`${person.name} receives ${deliver(person, random, 1 + random.below(person.inbox.length))}`);
      } else act(person, random, story, names);
      check(person);
    }
    for (const person of all) {
      deliver(person, random, person.inbox.length);
      check(person);
    }
    const [first, ...others] = all as [Person, ...Person[]];
    for (const other of others) expect(documentText(other.doc)).toBe(documentText(first.doc));
    for (const { id } of first.view.states) expect(violations(readBoard(first.doc, id))).toEqual([]);
    expect(first.view.board.broken).toEqual([]);
    expect(validateDocument(first.doc)).toEqual([]);
    const parsed = parseFile(documentText(first.doc));
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(boardFromFile(parsed.file)).toEqual(readBoard(first.doc));
    expect(fileText(boardFromFile(parsed.file), statesFromFile(parsed.file))).toBe(documentText(first.doc));
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`Seed ${seed} fails after ${story.length} steps.\n${story.join('\n')}\n${why}`);
  }
}

describe('boards edited by several people at once', () => {
  it.each(SEEDS)('BOARD-40 seed %i: every replica is valid after every step, and all are equal in the end', (seed) => {
    play(seed);
  });

  it.each(STATE_SEEDS)('STATE-21 seed %i: the same holds in every state, while states come and go', (seed) => {
    play(seed, STATE_NAMES);
  });
});
