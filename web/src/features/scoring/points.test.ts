import { expect, test } from 'vitest';
import { fromHundredths, hundredths, lostPoints, shown } from './points';
import type { ScoreItem } from './types';

test('points are shown with the decimals of the table, and no more is cut than zeros', () => {
  expect(shown('38', 1)).toBe('38,0');
  expect(shown('38.5', 1)).toBe('38,5');
  expect(shown('38.25', 1)).toBe('38,25');
  expect(shown(null)).toBe('');
});

test('hundredths go there and back without a floating number', () => {
  expect(hundredths('38,5')).toBe(3850);
  expect(hundredths('0.05')).toBe(5);
  expect(hundredths('1.234,5')).toBeNull();
  expect(fromHundredths(3850)).toBe('38.5');
  expect(fromHundredths(-5)).toBe('-0.05');
});

test('the leaves that lost most come first, and of equals the one that fell most', () => {
  const leaf = (id: string, points: string, last: string | null): ScoreItem =>
    ({ id, title: id, part: 'base', depth: 0, is_leaf: true, max: '10', points: [points], last_year: last }) as unknown as ScoreItem;
  const lost = lostPoints([leaf('a', '10', null), leaf('b', '8', '7'), leaf('c', '8', '9.5'), leaf('d', '3', null)], 0);
  expect(lost.map((each) => each.id)).toEqual(['d', 'c', 'b']);
  expect(lost[1]).toMatchObject({ lost: 200, change: -150 });
});
