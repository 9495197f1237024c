import { expect, test } from 'vitest';
import { readNumber, showNumber, showSize } from './num';

test('a number is shown the Vietnamese way, digit for digit', () => {
  expect(showNumber('98.5')).toBe('98,5');
  expect(showNumber('10599')).toBe('10.599');
  expect(showNumber('-1234567.050')).toBe('-1.234.567,050');
  expect(showNumber('9007199254740993')).toBe('9.007.199.254.740.993'); // beyond double precision
  expect(showNumber(0)).toBe('0');
});

test('a size is said in kB and MB', () => {
  expect(showSize('754')).toBe('1 kB');
  expect(showSize(204_800)).toBe('200 kB');
  expect(showSize('1258291')).toBe('1,2 MB');
  expect(showSize(52_428_800)).toBe('50,0 MB');
});

test('what is no plain number is shown as it came', () => {
  expect(showNumber('Mức độ 3')).toBe('Mức độ 3');
  expect(showNumber(null)).toBe('');
});

test('comma and point are both a decimal mark', () => {
  expect(readNumber('95,5')).toBe('95.5');
  expect(readNumber(' 95.50 ')).toBe('95.5');
  expect(readNumber('007')).toBe('7');
  expect(readNumber('-0,0')).toBe('0');
});

test('a text, two marks, a sign alone or thousands marks are no number', () => {
  for (const text of ['', 'abc', '1,2,3', '1.234,5', '-', '1e3', '5 %']) expect(readNumber(text)).toBeUndefined();
});
