import { afterEach, expect, it } from 'vitest';
import { elbowRoute } from '#shared/drawing/elbow-route.ts';
import { changedPart, type Painted } from '../../../client/canvas/changed-part.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime | null = null;

afterEach(() => runtime?.destroy());

function organisation() {
  const made = createFakeRuntime();
  runtime = made;
  const boss = made.add('role', 'Boss', { x: 0, y: 0 });
  const below = made.add('unit', 'Below', { x: 0, y: 300, boss });
  const far = made.add('unit', 'Far', { x: 4000, y: 4000 });
  return { made, boss, below, far };
}

/** What would be painted, with lines as plain elbows. */
function painted({ board }: FakeRuntime): Painted {
  const routes = new Map(
    [...board.relations.values()].flatMap((line) => {
      const [from, to] = [board.elements.get(line.from), board.elements.get(line.to)];
      return from === undefined || to === undefined ? [] : [[line.id, elbowRoute(from, to)] as const];
    }),
  );
  return { board, routes };
}

it('HAND-5 after a move only where the box and its lines were and are is painted anew', () => {
  const { made, below } = organisation();
  const before = painted(made);
  made.editor.move(new Map([[below, { x: 200, y: 300 }]]));
  const part = changedPart(before, painted(made));
  expect(part).not.toBeNull();
  const { x = 0, y = 0, w = 0, h = 0 } = part ?? {};
  expect(x).toBeLessThanOrEqual(0);
  expect(y).toBeLessThanOrEqual(72);
  expect(x + w).toBeGreaterThanOrEqual(368);
  expect(x + w).toBeLessThan(1000);
  expect(y + h).toBeGreaterThanOrEqual(372);
  expect(y + h).toBeLessThan(1000);
});

it('HAND-6 everything is painted anew when what changed reaches farther than its box', () => {
  const { made, boss, far } = organisation();
  const changes: (() => void)[] = [
    () => made.editor.reparent([far], boss),
    () => made.editor.setSitsIn([far], boss),
    () => made.editor.setAttributes([boss], { collapsed: true }),
    () => made.editor.setAttributes([boss], { collapsed: null }),
    () => made.editor.addFrame({ x: 0, y: 0, w: 100, h: 100 }),
    () => made.editor.addZone({ zone: 'region', x: 0, y: 0, w: 100, h: 100 }),
  ];
  let whole = 0;
  for (const change of changes) {
    const before = painted(made);
    try {
      change();
    } catch {
      continue;
    }
    expect(changedPart(before, painted(made))).toBeNull();
    whole += 1;
  }
  expect(whole).toBeGreaterThanOrEqual(5);
  const before = painted(made);
  made.editor.move(new Map([[far, { x: 10, y: 10 }]]));
  // A zone is there now.
  expect(changedPart(before, painted(made))).toBeNull();
});
