import { expect, test } from 'vitest';
import { differs, input, named, typed } from './form';
import { periodName, periods } from './period';
import type { ReportFigure, ReportView, UnitBelow } from './types';

const figure = (key: string, amount: string, more: Partial<ReportFigure> = {}): ReportFigure =>
  ({ key, group: 'works', name: `Tên ${key}`, unit: 'km', amount, hectares: '', sum: null, adjusted: false, reason: '', last_year: null, ...more });
const view = (figures: ReportFigure[], below: UnitBelow[] = []): ReportView =>
  ({ version: '3', figures, below, sections: [{ key: 'limits', place: 'III', title: 'Hạn chế', text: 'Chậm' }] }) as unknown as ReportView;

test('a commune types its figures, a unit above only what is not the sum', () => {
  const figures = [figure('canals', '2'), figure('roads_new', '2,4', { sum: '2', adjusted: true, reason: 'Cộng thêm' })];
  expect(typed(view(figures)).amounts).toEqual({ canals: '2', roads_new: '2,4' });
  expect(typed(view(figures, [{} as UnitBelow])).amounts).toEqual({ canals: '', roads_new: '2,4' });
});

test('what is typed travels whole, with the version that was seen', () => {
  const one = view([figure('canals', '2')]);
  const form = typed(one);
  expect(differs(form, typed(one))).toBe(false);
  form.amounts['canals'] = '1,5 ha';
  expect(differs(form, typed(one))).toBe(true);
  expect(input(one, form)).toEqual({ version: '3', figures: [{ figure: 'canals', amount: '1,5 ha', reason: '' }], sections: { limits: 'Chậm' } });
});

test('a fault names the figure', () => {
  const problem = { faults: [{ where: 'figures[0].amount', code: 'x', message: 'Sai' }, { where: 'number', code: 'y', message: 'Thiếu' }] } as unknown as Parameters<typeof named>[0];
  expect(named(problem, view([figure('canals', '')])).faults.map((each) => each.where)).toEqual(['Tên canals', 'number']);
});

test('periods run from the first year of the Plan to this one, the newest first', () => {
  const all = periods('2024-03-01');
  expect(all).toEqual(['2024-year', '2024-half_year', '2023-year', '2023-half_year']);
  expect(periodName('2024-year')).toContain('2024');
});
