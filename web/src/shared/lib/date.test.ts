import { expect, test } from 'vitest';
import { dayBefore, readDay, showDay, showInstant } from './date';

test('a day is shown and read as dd/mm/yyyy', () => {
  expect(showDay('2025-06-30')).toBe('30/06/2025');
  expect(showDay(null)).toBe('');
  expect(readDay('30/06/2025')).toBe('2025-06-30');
  expect(readDay('1.7.2025')).toBe('2025-07-01');
  expect(readDay('07122022')).toBe('2022-12-07');
});

test('a day that does not exist is refused', () => {
  for (const text of ['31/02/2025', '30/13/2025', '2025-06-30', '29/02/2023', 'hôm nay', '1/7/25']) expect(readDay(text)).toBeUndefined();
  expect(readDay('29/02/2024')).toBe('2024-02-29');
});

test('an instant is shown in the time of Việt Nam, whatever the machine thinks', () => {
  expect(showInstant('2025-06-30T17:05:00Z')).toBe('00:05 01/07/2025');
  expect(showInstant('1751303100000000')).toBe('00:05 01/07/2025'); // microseconds
});

test('the last day of a half-open period is the day before its end', () => {
  expect(dayBefore('2025-07-01')).toBe('2025-06-30');
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
});
