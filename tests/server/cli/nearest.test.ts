import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../../server/cli/nearest.ts';

test('CLI-7 letters changed, added, dropped or swapped count one each', () => {
  expect(editDistance('board', 'board')).toBe(0);
  expect(editDistance('', 'board')).toBe(5);
  expect(editDistance('bord', 'board')).toBe(1);
  expect(editDistance('baord', 'board')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

test('CLI-8 the nearest spelling wins in any case, the first of equals, and nothing wins among nothing', () => {
  const words = ['Placed in IT', 'Placed in sales'];
  expect(nearest('placed in slaes', words, (w) => [w])).toBe('Placed in sales');
  expect(nearest('x', ['ab', 'cd'], (w) => [w])).toBe('ab');
  expect(nearest('x', [], () => [])).toBeUndefined();
});
