import { expect, test } from 'vitest';
import type { CriteriaSetRow, Grant, MyDuty, Session } from '../../shared/api/types';
import { duties } from './duties';

const session = { second_factor_enrolled: true, roles: [] } as unknown as Session;
const set = { id: 's', kind: 'set', title: 'Bộ A', legal_instrument: 'QĐ', counts: { unconfirmed: '3', unknown: '1' } } as unknown as CriteriaSetRow;

test('a report says its period and leads to its screen', () => {
  const args = { unit: 'Xã Minh Họa A', year: '2026', report: 'year' };
  const list = duties(session, [given('report_due', { args, by: '2026-12-07', object_kind: 'periodic_report', object_id: 'u1/2026-year' }), given('reports_to_receive', { args: { ...args, count: '3' }, object_kind: 'report_period', object_id: '2026-year' })], [], [], '2026-11-23');
  expect(list.map((duty) => duty.path)).toEqual(['/bao-cao/u1/2026-year', '/bao-cao?ky=2026-year']);
  expect(list[0]?.text).toContain('năm 2026');
});

test('nothing waits for one to whom nothing is left', () => {
  expect(duties(session, [], [], [], '2026-11-23')).toEqual([]);
});

test('a proposed role is a duty only of him whom the server lets decide', () => {
  const grant = { id: 'g', role: 'auditor', unit_name: 'X', actions: [{ name: 'decide_grant', allowed: false }] } as unknown as Grant;
  expect(duties(session, [], [grant], [], '2026-11-23')).toEqual([]);
  const mine = { ...grant, actions: [{ name: 'decide_grant', allowed: true }] } as unknown as Grant;
  expect(duties(session, [], [mine], [], '2026-11-23')).toHaveLength(1);
});

test('what has a day comes first; a role far from its end is no duty', () => {
  const role = { role: 'auditor', unit_id: 'u', unit_name: 'X', until: '2026-12-01' };
  const list = duties({ ...session, roles: [role, { ...role, unit_id: 'v', until: '2027-12-01' }] } as unknown as Session, [], [], [set], '2026-11-23');
  expect(list.map((duty) => duty.by)).toEqual(['2026-12-01', '']);
});

test('unconfirmed and unknown thresholds count together', () => {
  expect(duties(session, [], [], [set], '2026-11-23')[0]?.text).toContain('4');
});

const given = (kind: string, more: Partial<MyDuty> = {}): MyDuty => ({ kind, args: { round: 'Đợt 2022', unit: 'Xã A', count: '2', criterion: '1' }, by: null, overdue: false, object_kind: 'sheet', object_id: 's1', ...more });

test('what is overdue comes before what is due, and that before what has no day', () => {
  const list = duties(session, [given('sheets_to_appraise', { object_kind: 'round', object_id: 'r1' }), given('sheet_due', { by: '2026-11-30' }), given('sheet_missed', { by: '2026-12-31', overdue: true })], [], [], '2026-11-23');
  expect(list.map((duty) => duty.path)).toEqual(['/phieu/s1', '/phieu/s1', '/ra-soat/r1']);
  expect(list[0]?.overdue).toBe(true);
});

test('each kind has a sentence with its unit or criterion, names its round, and opens where it is done', () => {
  const list = duties(session, [given('sheet_returned', { by: '2026-12-01' }), given('pile_to_check', { object_kind: 'pile', object_id: 'r1/1' })], [], [], '2026-11-23');
  expect(list.map((duty) => [duty.text, duty.path, duty.from])).toEqual([
    ['Bổ sung, hoàn thiện 2 chỉ tiêu của Xã A', '/phieu/s1', 'Đợt 2022'],
    ['Thẩm định tiêu chí 1: 2 đơn vị chờ', '/tham-dinh/r1/1', 'Đợt 2022'],
  ]);
});

test('a step of recognition is said in words, and what is for the council opens its agenda', () => {
  const args = { unit: 'Xã A', standing: 'model_area', area: 'Thôn 1', step: 'submit', confirmation: 'debt' };
  const list = duties(session, [given('dossier_step', { args, object_id: 'd1' }), given('confirmation_awaited', { args, object_id: 'd2' }), given('withdrawal_to_council', { args, object_id: 'w1' })], [], [], '2026-11-23');
  expect(list.map((duty) => [duty.text, duty.path])).toEqual([
    ['Nộp hồ sơ: Xã A, Khu dân cư nông thôn mới kiểu mẫu (Thôn 1)', '/ho-so-cong-nhan/d1'],
    ['Ghi văn bản “Công nợ xây dựng cơ bản”: Xã A, Khu dân cư nông thôn mới kiểu mẫu (Thôn 1)', '/ho-so-cong-nhan/d2'],
    ['Đưa việc thu hồi ra Hội đồng thẩm định: Xã A, Khu dân cư nông thôn mới kiểu mẫu (Thôn 1)', '/hoi-dong-tham-dinh'],
  ]);
});

test('a kind this screen has no place for is not shown as an empty line', () => {
  expect(duties(session, [given('something_else')], [], [], '2026-11-23')).toEqual([]);
});
