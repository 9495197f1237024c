import type { Action, Problem, StandingMap } from '../shared/api/types';

export const problem: Problem = {
  type: 'about:blank', title: 'Tệp số liệu có dòng sai, chưa đánh giá đơn vị nào.', status: 422, code: 'criteria.values_refused', args: {}, clause: null, incident: null,
  faults: [
    { code: 'a', message: '“abc” không phải số.', args: {}, where: 'value', line: 3 },
    { code: 'b', message: 'Không có chỉ tiêu “99”.', args: {}, where: 'indicator', line: 7 },
  ],
};

export const barred = (allowed: boolean): Action[] => [{ name: 'x', allowed, because: allowed ? null : 'access.not_your_role', clause: null }];

export function places(text: string): Promise<{ id: string; name: string; note: string }[]> {
  const all = ['Xã Minh Họa A', 'Xã Minh Họa B', 'Phường Minh Họa C'].map((name, i) => ({ id: String(i), name, note: 'Huyện Minh Họa' }));
  return Promise.resolve(all.filter((each) => each.name.toLowerCase().includes(text.toLowerCase())));
}

const unit = (id: string, name: string, standing: StandingMap['shapes'][number]['standing'], urban = false): { unit_id: string; name: string; standing: typeof standing; urban: boolean } => ({ unit_id: id, name, standing, urban });

export const standingMap: StandingMap = {
  frame: { on: '2024-12-31', boundary: 'as_reported', boundary_name: '', frame: null, root_id: null, root_name: 'Tỉnh Minh Họa' },
  layer: { id: 'l', unit_id: 'u', valid_from: '2021-02-01', sequence: 1, level: 'district', width: 1000, height: 300, shapes: 2, digest: '', source: 'Bản vẽ minh họa', licence: 'CC0' },
  shapes: [{ ...unit('d1', 'Huyện Minh Họa', 'advanced'), path: 'M0 0l500 40 0 220-500 40z' }, { ...unit('d2', 'Thị xã Minh Họa', null, true), path: 'M500 40l500-40 0 300-500-40z' }],
  blocks: [{
    name: 'Huyện Minh Họa', columns: 3, rows: 2,
    tiles: [
      { ...unit('a', 'Xã Minh Họa A', 'model'), label: ['Minh Họa A'], column: 0, row: 0 }, { ...unit('b', 'Xã Minh Họa B', 'advanced'), label: ['Minh Họa B'], column: 1, row: 0 },
      { ...unit('c', 'Xã Minh Họa C', 'standard'), label: ['Minh Họa C'], column: 2, row: 0 }, { ...unit('d', 'Xã Minh Họa Đông Bắc', null), label: ['Minh Họa', 'Đông Bắc'], column: 0, row: 1 },
      { ...unit('e', 'Thị trấn Minh Họa', null, true), label: ['Minh Họa'], column: 1, row: 1 },
    ],
  }],
};
