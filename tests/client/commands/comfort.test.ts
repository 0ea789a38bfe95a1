import { afterEach, describe, expect, it, vi } from 'vitest';
import { snap } from '#shared/layout/snap.ts';
import { forcedColors, strongerColors } from '../../../client/canvas/contrast.ts';
import { patchFor, styleOf } from '../../../client/commands/copy-style.ts';
import { command } from '../../../client/commands/index.ts';
import { STACK_GAP, stacked } from '../../../client/commands/stack.ts';
import { choose, contextFor, runCommand } from '../../../client/commands/support.ts';
import { isFolded } from '../../../client/gestures/fold.ts';
import { addChild } from '../../../client/gestures/grow.ts';
import { movingSet } from '../../../client/gestures/moving-set.ts';
import { deepLinkHash, parseDeepLink, showDeepLink } from '../../../client/links/deep-link.ts';
import { linkFromText, linkTarget } from '../../../client/links/link-target.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

const run = (runtime: ReturnType<typeof createFakeRuntime>, id: string) => runCommand(command(id), contextFor(runtime));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('folding by command', () => {
  function pair(role: 'presenter' | 'observer' = 'presenter') {
    const runtime = createFakeRuntime(role);
    const boss = runtime.add('role', 'Boss');
    const below = runtime.add('unit', 'Below', { boss });
    return { runtime, boss, below };
  }

  it('FOLD-8 who may draw folds for everybody in one step, and the selection moves to the head', () => {
    const { runtime, boss, below } = pair();
    runtime.select(boss);
    run(runtime, 'fold.toggle');
    expect(runtime.board.elements.get(boss)?.attributes['collapsed']).toBe(true);
    expect(runtime.ui.getState().announcement).toBe('Boss: 1 folded under it.');
    runtime.undo.undo();
    expect(isFolded(runtime, boss)).toBe(false);
    runtime.select(boss, below);
    run(runtime, 'fold.toggle');
    expect([...runtime.ui.getState().selection]).toEqual([boss]);
    run(runtime, 'fold.toggle');
    expect(isFolded(runtime, boss)).toBe(false);
  });

  it('FOLD-9 who may only look folds for their own window', () => {
    const { runtime, boss } = pair('observer');
    runtime.select(boss);
    run(runtime, 'fold.toggle');
    expect(isFolded(runtime, boss)).toBe(true);
    expect(runtime.board.elements.get(boss)?.attributes['collapsed']).toBeUndefined();
    run(runtime, 'fold.open-all');
    expect(isFolded(runtime, boss)).toBe(false);
  });

  it('FOLD-10 what is found is opened to in this window, what is added is seen, and what is folded moves with its head', () => {
    const { runtime, boss, below } = pair();
    runtime.editor.setAttributes([boss], { collapsed: true });
    expect([...movingSet(runtime.board, [boss])].sort()).toEqual([boss, below].sort());
    choose(runtime, [below]);
    expect(isFolded(runtime, boss)).toBe(false);
    expect(runtime.board.elements.get(boss)?.attributes['collapsed']).toBe(true);
    addChild(runtime, boss);
    expect(runtime.board.elements.get(boss)?.attributes['collapsed']).toBeUndefined();
    expect([...movingSet(runtime.board, [boss])]).toEqual([boss]);
  });
});

describe('stacking', () => {
  const at = (id: string, x: number, y: number, w = 100, h = 40) => ({ id, box: { x, y, w, h } });

  it('GUIDE-1 a column, a row and a grid have equal gaps and begin at the upper left corner of what was selected', () => {
    const boxes = [at('a', 10, 300), at('b', 40, 20, 160, 60), at('c', 500, 100)];
    expect([...stacked(boxes, 'column')]).toEqual([
      ['b', { x: 10, y: 20 }],
      ['c', { x: 10, y: 20 + 60 + STACK_GAP }],
      ['a', { x: 10, y: 20 + 60 + 40 + 2 * STACK_GAP }],
    ]);
    expect([...stacked(boxes, 'row').keys()]).toEqual(['a', 'b', 'c']);
    expect(stacked(boxes, 'row').get('c')).toEqual({ x: 10 + 100 + 160 + 2 * STACK_GAP, y: 20 });
    const grid = stacked([at('a', 0, 0), at('b', 300, 9), at('c', 3, 200), at('d', 290, 190)], 'grid');
    expect(Object.fromEntries(grid)).toEqual({
      a: { x: 0, y: 0 },
      b: { x: 124, y: 0 },
      d: { x: 124, y: 64 },
      c: { x: 0, y: 64 },
    });
  });

  it('GUIDE-2 a stack is one step, and what sits in a box goes with it', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }) as unknown as MediaQueryList);
    const runtime = createFakeRuntime();
    const core = runtime.add('unit', 'Core', { x: 100, y: 400 });
    const inner = runtime.add('role', 'Inner', { x: 140, y: 450, sitsIn: core });
    const other = runtime.add('unit', 'Other', { x: 300, y: 0 });
    runtime.select(core, inner, other);
    await command('stack.column').run(contextFor(runtime));
    const { elements } = runtime.board;
    expect(elements.get(other)).toMatchObject({ x: 100, y: 0 });
    expect(elements.get(core)).toMatchObject({ x: 100, y: 72 + STACK_GAP });
    expect(elements.get(inner)).toMatchObject({ x: 140, y: 72 + STACK_GAP + 50 });
    runtime.undo.undo();
    expect(runtime.board.elements.get(core)).toMatchObject({ x: 100, y: 400 });
    expect(runtime.board.elements.get(other)).toMatchObject({ x: 300, y: 0 });
  });

  it('GUIDE-3 a gap nearer than an edge pulls; left of two, between two and right of two are equal, and measured', () => {
    const row = [
      { x: 0, y: 0, w: 100, h: 50 },
      { x: 140, y: 0, w: 100, h: 50 },
    ];
    for (const [wanted, x] of [
      [279, 280],
      [-119, -120],
    ] as const) {
      const { dx, guides } = snap({ x: wanted, y: 10, w: 80, h: 20 }, row, 6);
      expect(wanted + dx).toBe(x);
      expect(guides.filter((guide) => guide.gap === true).map(({ from, to }) => to.x - from.x)).toEqual([40, 40]);
    }
    const wide = [row[0], { x: 300, y: 0, w: 100, h: 50 }].flatMap((box) => box ?? []);
    const between = snap({ x: 157, y: 10, w: 80, h: 20 }, wide, 6);
    expect(157 + between.dx).toBe(160);
    expect(between.guides.filter((guide) => guide.gap === true)).toHaveLength(2);
    // An edge of 100 lies 3 away, the equal gap 1 away.
    const near = snap({ x: 279, y: 300, w: 80, h: 20 }, [...row, { x: 282, y: 500, w: 60, h: 20 }], 6);
    expect(279 + near.dx).toBe(282);
  });
});

describe('copying a look', () => {
  it('STYLE-1 gives function, scope and size, and never a name, a head count or a fact about people', () => {
    const runtime = createFakeRuntime();
    const a = runtime.add('unit', 'Pattern');
    const b = runtime.add('unit', 'Other');
    runtime.editor.setAttributes([a], { fn: 'MOP', scope: 'global', fte: 12, vacant: true, lead: 'Head' });
    runtime.editor.setAttributes([b], { fn: 'IT', fte: 3, cap: ['data'] });
    runtime.editor.resize(new Map([[a, { x: 0, y: 0, w: 240, h: 96 }]]));
    runtime.select(a);
    run(runtime, 'style.copy');
    runtime.select(b);
    run(runtime, 'style.paste');
    expect(runtime.board.elements.get(b)).toMatchObject({
      name: 'Other',
      w: 240,
      h: 96,
      attributes: { fn: 'MOP', scope: 'global', fte: 3, cap: ['data'] },
    });
    runtime.undo.undo();
    expect(runtime.board.elements.get(b)).toMatchObject({ w: 168, attributes: { fn: 'IT' } });
  });

  it('STYLE-2 takes away what the pattern has not, and gives nothing that the kind has not', () => {
    const runtime = createFakeRuntime();
    const ids = [runtime.add('platform', 'CRM'), runtime.add('unit', 'Team')];
    const [pattern, team] = ids.map((id) => runtime.board.elements.get(id));
    if (pattern === undefined || team === undefined) throw new Error('Not added.');
    expect(patchFor(team, styleOf(pattern))).toMatchObject({ fn: null, scope: null, arrange: null });
    expect(patchFor(team, styleOf(pattern))).not.toHaveProperty('type');
  });
});

describe('links', () => {
  it('LINKTO-1 a link is another board or an https address, and nothing else', () => {
    expect(linkTarget('board:abc_1')).toEqual({ type: 'board', id: 'abc_1' });
    expect(linkTarget('https://example.org/a?b')).toMatchObject({ type: 'web', host: 'example.org' });
    const bad = ['http://example.org', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'https://a:b@c.d', ''];
    for (const link of [...bad, 'board:../x', 7, null, `https://e.org/${'x'.repeat(600)}`]) {
      expect(linkTarget(link)).toBeNull();
    }
  });

  it('LINKTO-2 a typed address gets its https; words are no address', () => {
    expect(linkFromText(' example.org/page ')).toBe('https://example.org/page');
    for (const text of ['two words', 'word', 'http://example.org', 'javascript:alert(1)', '']) {
      expect(linkFromText(text)).toBeNull();
    }
  });

  it('LINKTO-3 an address names an element, a frame or a view, and reads back the same', () => {
    for (const link of [
      { type: 'element', id: 'reports:a_1' },
      { type: 'frame', id: 'f-2' },
      { type: 'view', x: -120, y: 3400, zoom: 0.625 },
    ] as const) {
      expect(parseDeepLink(deepLinkHash(link))).toEqual(link);
      expect(parseDeepLink(encodeURI(deepLinkHash(link)))).toEqual(link);
    }
    for (const hash of ['', '#', '#e=', '#e=<b>', '#v=1,2', '#v=1,2,0', '#secret', '#e=%zz', `#e=${'x'.repeat(65)}`]) {
      expect(parseDeepLink(hash)).toBeNull();
    }
  });

  it('LINKTO-4 what an address names is selected, out of its fold; what is gone is not there', () => {
    const runtime = createFakeRuntime();
    const boss = runtime.add('role', 'Boss');
    const below = runtime.add('unit', 'Below', { boss });
    runtime.editor.setAttributes([boss], { collapsed: true });
    expect(showDeepLink(runtime, { type: 'element', id: below })).toBe(true);
    expect([...runtime.ui.getState().selection]).toEqual([below]);
    expect(isFolded(runtime, boss)).toBe(false);
    expect(showDeepLink(runtime, { type: 'element', id: 'gone' })).toBe(false);
    expect(showDeepLink(runtime, { type: 'frame', id: below })).toBe(false);
  });
});

describe('contrast', () => {
  const system = { text: '#ffffff', ground: '#000000', gray: '#00ff00', highlight: '#1aebff', onHighlight: '#000000' };

  it("HAND-1 in the system's own colours every token is one of them, and ink never stands on ink", () => {
    const colors = forcedColors(system);
    for (const [token, color] of Object.entries(colors)) {
      const plain = color.slice(0, 7);
      expect(Object.values(system), token).toContain(plain);
    }
    expect(colors.ink).not.toBe(colors.surface);
    expect(colors['on-ink']).not.toBe(colors.ink);
    expect(colors.accent).toBe(system.highlight);
    expect(colors['team-1-hatch']).not.toBe(colors['team-1-fill']);
  });

  it('HAND-2 where more contrast is asked for, ink is the strongest there is and edges are seen', () => {
    expect([strongerColors('light').ink, strongerColors('dark').ink]).toEqual(['#000000', '#FFFFFF']);
    expect(strongerColors('light')['ink-4']).not.toBe(strongerColors('light').ink);
  });
});
