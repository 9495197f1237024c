import { expect, test } from 'vitest';
import { boundaryParam, boundaryQuery, dayOf, readBoundary, years, type Boundary } from './boundary';

const today = '2026-11-23';
const base = { year: 2026, day: today, key: '' };

test('a boundary travels through the address and back', () => {
  const all: Boundary[] = [
    { ...base, mode: 'reported', year: 2022 }, { ...base, mode: 'day', day: '2023-04-10' }, { ...base, mode: 'named', key: 'plan_547' }, { ...base, mode: 'today' },
  ];
  for (const value of all) expect(readBoundary(boundaryQuery(value), today)).toEqual(value);
});

test('a year is read on its last day, the running year today', () => {
  expect(dayOf({ ...base, mode: 'reported', year: 2022 }, today)).toBe('2022-12-31');
  expect(dayOf({ ...base, mode: 'reported', year: 2026 }, today)).toBe(today);
  expect(dayOf({ ...base, mode: 'day', day: '2025-07-01' }, today)).toBe('2025-07-01');
  expect(dayOf({ ...base, mode: 'named', key: 'plan_547' }, today)).toBe(today);
});

test('the server hears each boundary in its own words; nonsense in an address is today', () => {
  expect(boundaryParam({ ...base, mode: 'reported' })).toBe('as_reported');
  expect(boundaryParam({ ...base, mode: 'named', key: 'plan_547' })).toBe('plan_547');
  expect(boundaryParam(readBoundary({ 'ranh-gioi': 'xyz' }, today))).toBe('today');
});

test('years begin where the record of units begins', () => {
  expect(years(today)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
});
