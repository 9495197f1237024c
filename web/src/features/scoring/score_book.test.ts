import { expect, test, vi } from 'vitest';
import { outage, Refused } from '../../shared/api/client';
import { isSame, key, merged, ScoreBook, type Typed } from './score_book.svelte';

const sent: { cells: { leaf: string; score: string | null; seen: string }[] }[] = [];
let refusal: Refused | null = null;
vi.mock('../../shared/api/client', async (original) => ({
  ...(await original<object>()),
  put: (_path: string, given: { body: (typeof sent)[number] }) => (sent.push(given.body), refusal ? Promise.reject(refusal) : Promise.resolve({ cells: 1 })),
}));

const typed = (score: string, reason = ''): Typed => ({ score, plan: '', actual: '', reason });
const place = { sheet: 's', leaf: '3' };

test('a sheet that arrives anew does not take away what is being typed', () => {
  expect(merged(typed('2,5'), typed(''), typed(''))).toEqual(typed('2,5'));
  expect(merged(typed('2', 'vì'), typed('2'), typed('3'))).toEqual(typed('3', 'vì')); // the reason was typed, the score was not touched
  expect(merged(typed('2,50'), typed('2,50'), typed('2,5'))).toEqual(typed('2,5')); // saved: as the server writes it
  expect([isSame(typed('2'), typed('2')), isSame(typed('2'), typed('2', 'vì'))]).toEqual([true, false]);
});

test('a cell is sent with the version its writer saw; what is no number is not sent at all', async () => {
  const book = new ScoreBook('r', () => Promise.resolve());
  expect(await book.save([{ ...place, typed: typed('hai'), seen: 0 }])).toBe(false);
  expect(sent).toHaveLength(0);
  expect(book.problems[key(place)]).toBeTruthy();
  expect(await book.save([{ ...place, typed: typed('2,5'), seen: 4 }])).toBe(true);
  expect(sent.at(-1)!.cells[0]).toMatchObject({ leaf: '3', score: '2.5', seen: '4' });
  expect(book.problems[key(place)]).toBeUndefined();
});

test('what the server refuses says why beside its cell', async () => {
  refusal = new Refused({ ...outage(422, 'Chưa lưu được'), faults: [{ code: 'x', message: 'nằm ngoài khoảng', where: 'cells[0]', line: null }] as never });
  const book = new ScoreBook('r', () => Promise.resolve());
  expect(await book.save([{ ...place, typed: typed('9'), seen: 0 }])).toBe(false);
  expect(book.problems[key(place)]).toBe('nằm ngoài khoảng');
  expect(book.waiting).toBe(0);
});
