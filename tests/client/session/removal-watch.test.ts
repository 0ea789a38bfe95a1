import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEditor } from '#shared/board/edit.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { RECENT_MS, type RemovalWatch, watchRemovals } from '../../../client/state/removal-watch.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
let watch: RemovalWatch;
let clock = 0;
const removal = () => watch.store.getState().removal;
/** An editor whose changes are somebody else's. */
const other = () => createEditor(runtime.doc, { origin: { other: true }, newId: () => 'other' });
const org = (alias: string, selection: string[] = []) => ({
  client: 7,
  presence: {
    user: { seat: 's', alias, who: 'f', role: 'presenter' },
    cursor: null,
    selection,
    editing: null,
    viewport: null,
    drag: null,
    following: null,
  },
});

beforeEach(() => {
  stubBrowser();
  clock = 0;
  runtime = createFakeRuntime('presenter');
  watch = watchRemovals(runtime, () => clock);
});
afterEach(() => {
  watch.destroy();
  runtime.destroy();
});

describe('somebody else removes what I write in', () => {
  it('GONE-1 says who, keeps my text, and puts the box back with its lines as one step of mine', () => {
    const boss = runtime.add('unit', 'Marketing');
    const one = runtime.add('unit', 'Customer data', { x: 0, y: 200, boss });
    const crm = runtime.add('platform', 'CRM', { x: 300 });
    runtime.editor.relate('owns', one, crm, { right: 'decides' });
    const below = runtime.add('unit', 'Profiles', { x: 0, y: 400, boss: one });
    runtime.people.push(org('Org F', [one]));
    runtime.ui.setState({ editing: { id: one, initial: null } });
    watch.typed('Customer data and consent');
    other().remove([one]);
    expect(removal()).toMatchObject({ who: 'Org F', name: 'Customer data and consent', typing: true });
    expect(runtime.ui.getState().editing).toBeNull();
    runtime.undo.stop();
    watch.putBack();
    expect(removal()).toBeNull();
    expect(runtime.board.elements.get(one)?.name).toBe('Customer data and consent');
    const index = indexBoard(runtime.board);
    expect([index.bossOf(one), index.bossOf(below)]).toEqual([boss, one]);
    expect(index.relationsOf(one).find((line) => line.kind === 'owns')).toMatchObject({
      to: crm,
      attributes: { right: 'decides' },
    });
    runtime.undo.undo();
    expect(runtime.board.elements.has(one)).toBe(false);
  });

  it('GONE-2 speaks of what I changed within the last minute, not of anything older and not of my own removals', () => {
    const one = runtime.add('unit', 'Web');
    const two = runtime.add('unit', 'Mail', { x: 300 });
    clock = RECENT_MS / 2;
    runtime.editor.rename(two, 'Mail and push');
    clock = RECENT_MS + 1;
    other().remove([one]);
    expect(removal()).toBeNull();
    other().remove([two]);
    expect(removal()).toMatchObject({ who: 'Somebody', name: 'Mail and push', typing: false });
    watch.dismiss();
    runtime.editor.remove([runtime.add('unit', 'Mine')]);
    expect(removal()).toBeNull();
  });

  it('GONE-3 what sat in it, and its place in a tiger team, come back too', () => {
    const centre = runtime.add('centre', 'Core');
    const inside = runtime.add('unit', 'Data', { x: 20, y: 60, sitsIn: centre });
    const tiger = runtime.editor.addTiger({ name: 'Launch', members: { [inside]: 30 } });
    other().remove([inside, centre]);
    expect(removal()?.removed).toHaveLength(2);
    watch.putBack();
    expect(runtime.board.elements.get(inside)?.sitsIn).toBe(centre);
    expect(runtime.board.overlays.get(tiger)).toMatchObject({ members: { [inside]: 30 } });
  });
});
