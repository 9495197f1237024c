import { expect, test } from 'vitest';
import type { PileSheet, Problem } from '../../shared/api/types';
import { named, outcome, shown } from './pile';

const cell = (state: string, verdict: string, allowed = true): unknown => ({ indicator: '2.1', state, verdict, actions: [{ name: 'agree', allowed }] });
const sheet = (id: string, name: string, ...cells: unknown[]): PileSheet => ({ sheet_id: id, unit_name: name, cells }) as PileSheet;
const a = sheet('1', 'Xã Đại Đồng', cell('open', 'met'));
const b = sheet('2', 'Xã Minh Họa B', cell('open', 'not_met'), cell('agreed', 'met'));
const c = sheet('3', 'Xã Minh Họa C', cell('agreed', 'met'));
const d = sheet('4', 'Xã Minh Họa D', cell('open', 'met', false));

test('the pile shows what waits, what is not met, and a name without diacritics', () => {
  expect(shown([a, b, c, d], 'cho', '')).toEqual([a, b]);
  expect(shown([a, b, c, d], 'khong-dat', '')).toEqual([b]);
  expect(shown([a, b, c, d], 'tat-ca', 'dai dong')).toEqual([a]);
});

test('one paper: who is agreed to whole, and who goes back on what', () => {
  const made = outcome([a, b], [{ sheet: '2', indicator: '2.1', reason: 'x', due: '2026-01-05' }, { sheet: '2', indicator: '', reason: '', due: '' }]);
  expect(made.agreed).toEqual([a]);
  expect(made.returned).toEqual([{ unit: 'Xã Minh Họa B', indicators: ['2.1'] }]);
});

test('a fault names its unit; what has no place stays as it is', () => {
  const fault = (where: string): unknown => ({ where, message: 'm' });
  const problem = { faults: [fault('sheets[1]'), fault('exceptions[0].sheet'), fault('number')] } as Problem;
  expect(named(problem, [a, b], [{ sheet: '1', indicator: '2.1', reason: '', due: '' }]).faults.map((each) => each.where)).toEqual(['Xã Minh Họa B', 'Xã Đại Đồng', 'number']);
});
