import { expect, test, vi } from 'vitest';
import type { SheetView } from '../../shared/api/types';
import { Book } from './book.svelte';

interface Sent { cells: { line: string; value_male: string; value_female: string; seen: number }[] }
const saves: { sent: Sent; answer: () => void }[] = [];

// A server that answers a save when the test lets it.
vi.mock('../../shared/api/client', async (original) => ({
  ...(await original<object>()),
  put: (_path: string, given: { body: Sent }) =>
    new Promise((resolve) => {
      const [cell] = given.body.cells;
      const reply = { cells: [{ line: cell!.line, version: String(cell!.seen + 1), saved_at: '2026-11-24T08:15:00Z' }], criteria: [], indicators: [], verdict: 'met', met: '1', of: '1', provisional: false, unanswered: [], unconfirmed: [] };
      saves.push({ sent: given.body, answer: () => resolve(reply) });
    }),
}));

const stored = { value: '', value_male: '75', value_female: '75', applicable: null, note: '', prefilled: false, version: '1', saved_at: '', saved_by: '' };
const line = { no: '12.1', kind: 'percent', scale: [], both_sexes: true, editable: true, self: stored };
const sheet = { id: 's', unit_id: 'u', criteria: [{ no: '12', verdict: 'met', indicators: [{ no: '12.1', verdict: 'met', lines: [line] }] }], facts: [], unanswered: [], unconfirmed: [] } as unknown as SheetView;
const settled = (count: number): Promise<void> => vi.waitFor(() => expect(saves).toHaveLength(count));

test('what is typed and sent again while the save before is on its way is neither lost nor overwritten', async () => {
  const book = new Book(sheet, 'p', () => undefined);
  const cell = book.cells.get('12.1')!;
  book.type(cell, { male: '70' });
  book.flush(cell); // leaves for the cell beside it
  await settled(1);
  book.type(cell, { female: '80' });
  book.flush(cell); // Enter, before the first answer
  saves[0]!.answer();
  await settled(2);
  expect(cell.says).toMatchObject({ male: '70', female: '80' });
  expect(saves[1]!.sent.cells).toMatchObject([{ value_male: '70', value_female: '80', seen: 2 }]);
  expect(cell.standing).toBe('saving');
  saves[1]!.answer();
  await vi.waitFor(() => expect(cell.standing).toBe('saved'));
  expect(cell.saved).toMatchObject({ male: '70', female: '80' });
});
