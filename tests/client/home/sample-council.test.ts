import { describe, expect, it } from 'vitest';
import { parseFile, writeFile } from '#shared/board/file.ts';
import { containsBox } from '#shared/board/geometry.ts';
import { violations } from '#shared/board/violations.ts';
import { sampleBoards } from '../../../client/home/sample-council.ts';

describe('the sample council', () => {
  const boards = sampleBoards();

  it('SAMPLE-1 three organisations by their alias, each a valid board file', () => {
    expect(boards.map((board) => board.meta.title.slice(0, 5))).toEqual(['Org A', 'Org B', 'Org C']);
    expect(boards.map(violations)).toEqual([[], [], []]);
    for (const board of boards) expect('file' in parseFile(JSON.stringify(writeFile(board)))).toBe(true);
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
});
