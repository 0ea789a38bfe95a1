import { describe, expect, it } from 'vitest';
import { snap } from '#shared/layout/snap.ts';

const other = { x: 100, y: 100, w: 160, h: 60 };

describe('snapping', () => {
  it('LAYOUT-17 pulls an edge onto an edge and shows the line over both', () => {
    expect(snap({ x: 104, y: 400, w: 80, h: 40 }, [other], 6)).toEqual({
      dx: -4,
      dy: 0,
      guides: [{ from: { x: 100, y: 100 }, to: { x: 100, y: 440 } }],
    });
  });

  it('LAYOUT-17 pulls a centre onto a centre, not onto an edge', () => {
    const { dx, guides } = snap({ x: 143, y: 400, w: 80, h: 40 }, [other], 6);
    expect(dx).toBe(-3);
    expect(guides[0]?.from.x).toBe(180);
    expect(snap({ x: 58, y: 400, w: 80, h: 40 }, [other], 3).dx).toBe(0);
  });

  it('LAYOUT-17 makes a gap equal to the gap between two others and shows both gaps', () => {
    const row = [other, { x: 300, y: 100, w: 160, h: 60 }];
    const { dx, guides } = snap({ x: 497, y: 117, w: 90, h: 20 }, row, 6);
    expect(dx).toBe(3);
    expect(guides.filter(({ from, to }) => from.y === to.y && to.x - from.x === 40)).toHaveLength(2);
  });

  it('LAYOUT-17 leaves alone what is farther than the threshold', () => {
    expect(snap({ x: 700, y: 700, w: 33, h: 21 }, [other], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  });
});
