import { expect, test } from 'vitest';
import type { SheetCell } from '../../shared/api/types';
import { edit, limit, nothing, same, saysOf, shape, yesNo } from './says';

const percent = { no: '2.1', kind: 'percent', scale: [], both_sexes: false };

test('a stored number is typed with a comma and without thousands marks, so that it can be read back', () => {
  const cell = { value: '10599.5', value_male: '', value_female: '', applicable: null, note: '' } as unknown as SheetCell;
  const says = saysOf(percent, cell);
  expect(says.value).toBe('10599,5');
  expect(edit(percent, says, 3)).toMatchObject({ line: '2.1', value: '10599.5', seen: 3 });
});

test('95,5 and 95.50 are one value; a changed explanation is a change', () => {
  expect(same(percent, { ...nothing, value: '95,5' }, { ...nothing, value: '95.50' })).toBe(true);
  expect(same(percent, nothing, { ...nothing, note: 'vì' })).toBe(false);
});

test('what cannot be read travels as it was typed, so that the server says what is wrong with it', () => {
  expect(edit(percent, { ...nothing, value: ' nhiều ' }, 0).value).toBe('nhiều');
});

test('a word of a scale is not a number, and no number is made of it', () => {
  const scale = { no: '1', kind: 'text', scale: ['1', '2'] };
  expect(shape(scale)).toBe('scale');
  expect(edit(scale, { ...nothing, value: '1' }, 0).value).toBe('1');
  expect(shape({ kind: 'text', scale: [] })).toBe('words');
});

test('only a place that is not there is sent as not applicable', () => {
  expect(edit(percent, { ...nothing, absent: true }, 0).applicable).toBe(false);
  expect(edit(percent, nothing, 0).applicable).toBeNull();
});

test('yes and no are read in the words officials write', () => {
  expect([yesNo('Đạt'), yesNo('true'), yesNo('Không đạt'), yesNo('0'), yesNo('có lẽ')]).toEqual(['true', 'true', 'false', 'false', '']);
});

test('a limit reads as on paper; without a threshold there is none', () => {
  const line = { threshold: '95.5', comparator: '>=', unit: '%', kind: 'percent' };
  expect(limit(line)).toBe('≥ 95,5 %');
  expect(limit({ ...line, threshold: null })).toBe('');
  expect(limit({ ...line, kind: 'boolean', threshold: 'true' })).toBe('');
});
