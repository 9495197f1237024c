import { expect, test } from 'vitest';
import { showSize } from './size';

test('a size is said in kB and MB', () => {
  expect(showSize('754')).toBe('1 kB');
  expect(showSize(204_800)).toBe('200 kB');
  expect(showSize('1258291')).toBe('1,2 MB');
  expect(showSize(52_428_800)).toBe('50 MB');
});
