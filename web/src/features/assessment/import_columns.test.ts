import { expect, test } from 'vitest';
import { choiceOf, columnsSent, lineChoices } from './import_columns';
import { base64, bytesOf } from '../../shared/lib/workbook';

const column = (n: number, role: 'skip' | 'unit_name' | 'value', line: string | null = null) => ({ column: n, letter: '', title: '', samples: [], role, line });

test('a line told by sex offers a column for men and one for women', () => {
  const lines = [{ no: '1.1', name: 'Đường', both_sexes: false }, { no: '17.2', name: 'Việc làm', both_sexes: true }];
  expect(lineChoices(lines).map((choice) => choice.value)).toEqual(['value|1.1', 'male|17.2', 'female|17.2']);
});

test('a guess is shown as a choice, and choices are sent as roles and lines', () => {
  const columns = [column(0, 'skip'), column(1, 'unit_name'), column(2, 'value', '1.1'), column(3, 'value')];
  const choices = columns.map(choiceOf);
  expect(choices).toEqual(['', 'unit_name', 'value|1.1', 'value']);
  expect(columnsSent(columns, choices)).toEqual([
    { column: 1, role: 'unit_name', line: null }, { column: 2, role: 'value', line: '1.1' }, { column: 3, role: 'value', line: null },
  ]);
});

test('bytes go to base64 and back, also many', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256);
  expect(bytesOf(base64(bytes))).toEqual(bytes);
  expect(base64(new Uint8Array())).toBe('');
});
