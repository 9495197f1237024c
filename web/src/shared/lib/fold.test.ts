import { expect, test } from 'vitest';
import { fold } from './fold';

test('search text has no diacritics, no đ, no capitals, single spaces', () => {
  expect(fold('Xã Đại  Đồng ')).toBe('xa dai dong');
  expect(fold('ƯỚC MUỐN Ở Ơ Ă')).toBe('uoc muon o o a');
});

test('old and new tone placement, composed and decomposed text fold alike', () => {
  expect(fold('Hoà Thuỷ Thuỵ')).toBe(fold('Hòa Thủy Thụy'));
  expect(fold('Đại Đồng'.normalize('NFD'))).toBe(fold('Đại Đồng'));
});
