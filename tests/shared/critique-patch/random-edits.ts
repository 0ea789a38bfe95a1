import fc from 'fast-check';
import { BoardEditError } from '#shared/board/edit.ts';
import type { Id } from '#shared/board/model.ts';
import { type Desk, desk, sample } from '../board/support.ts';

/** One random gesture: what is chosen is taken out of what the board holds then. */
export interface Gesture {
  readonly what: number;
  readonly one: number;
  readonly two: number;
  readonly x: number;
}

export const anyGesture: fc.Arbitrary<Gesture> = fc.record({
  what: fc.nat(17),
  one: fc.nat(40),
  two: fc.nat(40),
  x: fc.integer({ min: -2000, max: 2000 }),
});

const KINDS = ['unit', 'role', 'platform', 'committee', 'card'] as const;
const LINES = ['owns', 'dotted', 'serves', 'partners', 'member', 'funds'] as const;

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function run({ editor, board }: Desk, { what, one, two, x }: Gesture): void {
  const now = board();
  const elements = [...now.elements.keys()];
  const [a, b] = [at(elements, one), at(elements, two)];
  if (a === undefined || b === undefined) {
    editor.addElement({ kind: 'unit', name: `Team ${x}`, x, y: 0 });
    return;
  }
  const lines = [...now.relations.keys()];
  const overlays = [...now.overlays.values()];
  const anything: readonly Id[] = [...elements, ...lines, ...now.overlays.keys(), ...now.frames.keys()];
  const tiger = overlays.find((overlay) => overlay.kind === 'tiger');
  const friction = overlays.find((overlay) => overlay.kind === 'friction');
  const frame = [...now.frames.keys()][0];
  const gestures: readonly (() => unknown)[] = [
    () => editor.addElement({ kind: at(KINDS, two) ?? 'unit', name: `New ${x}`, x, y: 80, boss: a }),
    () => editor.addElement({ kind: 'role', name: `Role ${x}`, x, y: 80, sitsIn: a }),
    () => editor.remove([at(anything, one) as Id]),
    () => editor.remove([a, b]),
    () => editor.move(new Map([[a, { x, y: x / 2 }]])),
    () => editor.resize(new Map([[a, { x, y: 0, w: 200 + Math.abs(x), h: 90 }]])),
    () => editor.rename(a, `Name ${x}`),
    () => editor.reparent([a], b),
    () => editor.reparent([a, b], null),
    () => editor.setSitsIn([a], b),
    () => editor.setKind(a, at(KINDS, two) ?? 'unit'),
    () => editor.setAttributes([a], x > 0 ? { fte: Math.abs(x % 90), fn: 'MOP' } : { fte: null, vacant: true }),
    () => editor.relate(at(LINES, two) ?? 'dotted', a, b),
    () => editor.addZone({ zone: 'function', title: `Zone ${x}`, x, y: 0, w: 400, h: 300 }),
    () =>
      tiger === undefined
        ? editor.addTiger({ name: `Task ${x}`, members: { [a]: 20, [b]: 30 }, lead: a })
        : editor.setLoad(tiger.id, b, x > 0 ? 40 : null),
    () =>
      friction === undefined
        ? editor.addFriction({ friction: 'silo', on: [at([...elements, ...lines], two) as Id] })
        : editor.updateFriction(friction.id, { on: [a], status: x > 0 ? 'mitigated' : 'open' }),
    () =>
      frame === undefined
        ? editor.addFrame({ title: `Frame ${x}`, x, y: 0, w: 640, h: 360, notes: 'Say this' })
        : editor.updateFrame(frame, { x, subtitle: `Under ${x}`, state: x > 0 ? 'now' : null }),
    () => editor.setGroup([a, b], x > 0 ? `g${Math.abs(x)}` : null),
  ];
  gestures[what]?.();
}

/** Plays gestures; one that the editor refuses changes nothing, as on the page. */
export function play(on: Desk, gestures: readonly Gesture[]): void {
  for (const gesture of gestures) {
    try {
      run(on, gesture);
    } catch (error) {
      if (!(error instanceof BoardEditError)) throw error;
    }
  }
}

/** The small organisation after some gestures. */
export function drawnDesk(gestures: readonly Gesture[]): Desk {
  const made = desk('a');
  sample(made);
  play(made, gestures);
  return made;
}
