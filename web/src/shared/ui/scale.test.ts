import { expect, test } from 'vitest';
import { ticks } from './scale';

test('an axis ends at or above the highest value in round whole steps', () => {
  expect(ticks(89)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(ticks(1)).toEqual([0, 1]);
  expect(ticks(10599).at(-1)).toBe(15000);
});
