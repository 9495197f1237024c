import type { Action, Problem } from '../shared/api/types';

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
