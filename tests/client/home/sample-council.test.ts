import { describe, expect, it } from 'vitest';
import { parseFile, writeFile } from '#shared/board/file.ts';
import { containsBox } from '#shared/board/geometry.ts';
import { violations } from '#shared/board/violations.ts';
import { sampleBoards } from '../../../client/home/sample-council.ts';

describe('the sample council', () => {
  const samples = sampleBoards();
  const boards = samples.map(({ board }) => board);

  it('SAMPLE-1 three organisations by their alias, each a valid board file', () => {
    expect(boards.map((board) => board.meta.title.slice(0, 5))).toEqual(['Org A', 'Org B', 'Org C']);
    expect(boards.map(violations)).toEqual([[], [], []]);
    for (const { board, states } of samples) {
      expect('file' in parseFile(JSON.stringify(writeFile(board, states)))).toBe(true);
    }
  });

  it('SAMPLE-2 each has something to present, to settle and to rub at; together every overlay is there', () => {
    for (const board of boards) {
      expect(board.frames.size).toBeGreaterThan(1);
      expect(board.prompts.size).toBeGreaterThan(1);
      expect([...board.overlays.values()].some((one) => one.kind === 'friction')).toBe(true);
    }
    const kinds = new Set(boards.flatMap((board) => [...board.overlays.values()].map((one) => one.kind)));
    expect([...kinds].sort()).toEqual(['friction', 'tiger', 'zone']);
    expect(boards.some((board) => [...board.prompts.values()].some((prompt) => prompt.answer !== ''))).toBe(true);
  });

  it('SAMPLE-3 every frame has the shape of a slide, and the first holds the whole drawing', () => {
    for (const board of boards) {
      const frames = [...board.frames.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
      for (const frame of frames) expect(frame.w / frame.h).toBeCloseTo(16 / 9, 1);
      const [first] = frames;
      const boxes = [...board.elements.values()];
      expect(boxes.filter((box) => first === undefined || !containsBox(first, box))).toEqual([]);
    }
  });

  it('SAMPLE-4 Org B shows how it is and how it shall be, with a frame for each in the same window', () => {
    const pair = samples[1];
    expect(pair?.states.map(({ id }) => id)).toEqual(['target']);
    const now = pair?.board;
    const then = pair?.states[0]?.board;
    expect(then === undefined ? null : violations(then)).toEqual([]);
    const frames = [...(now?.frames.values() ?? [])].sort((a, b) => (a.order < b.order ? -1 : 1));
    expect(frames.map((frame) => frame.state)).toEqual(['now', 'now', 'target']);
    const [first] = frames;
    const last = frames.at(-1);
    expect(last).toMatchObject({ x: first?.x, y: first?.y, w: first?.w, h: first?.h });
    const boxes = [...(then?.elements.values() ?? [])];
    expect(boxes.filter((box) => last === undefined || !containsBox(last, box))).toEqual([]);
    // What is in both moves from one frame to the other; what is new appears.
    const stay = boxes.filter(({ id }) => now?.elements.has(id) === true);
    expect(stay.length).toBeGreaterThan(3);
    expect(boxes.length).toBeGreaterThan(stay.length);
  });
});
