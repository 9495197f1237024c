import { expect, test } from 'vitest';
import type { CriteriaSetRow, Grant, Session } from '../../shared/api/types';
import { duties } from './duties';

const session = { second_factor_enrolled: true, roles: [] } as unknown as Session;
const set = { id: 's', kind: 'set', title: 'Bộ A', legal_instrument: 'QĐ', counts: { unconfirmed: '3', unknown: '1' } } as unknown as CriteriaSetRow;

test('nothing waits for one to whom nothing is left', () => {
  expect(duties(session, [], [], '2026-11-23')).toEqual([]);
});

test('a proposed role is a duty only of him whom the server lets decide', () => {
  const grant = { id: 'g', role: 'auditor', unit_name: 'X', actions: [{ name: 'decide_grant', allowed: false }] } as unknown as Grant;
  expect(duties(session, [grant], [], '2026-11-23')).toEqual([]);
  const mine = { ...grant, actions: [{ name: 'decide_grant', allowed: true }] } as unknown as Grant;
  expect(duties(session, [mine], [], '2026-11-23')).toHaveLength(1);
});

test('what has a day comes first; a role far from its end is no duty', () => {
  const role = { role: 'auditor', unit_id: 'u', unit_name: 'X', until: '2026-12-01' };
  const list = duties({ ...session, roles: [role, { ...role, unit_id: 'v', until: '2027-12-01' }] } as unknown as Session, [], [set], '2026-11-23');
  expect(list.map((duty) => duty.by)).toEqual(['2026-12-01', '']);
});

test('unconfirmed and unknown thresholds count together', () => {
  expect(duties(session, [], [set], '2026-11-23')[0]?.text).toContain('4');
});
