import 'words:factor';
import 'words:grant';
import 'words:role';
import 'words:today';
import type { CriteriaSetRow, Grant, Session } from '../../shared/api/types';
import { t, word } from '../../shared/lib/i18n';
import type { IconName } from '../../shared/ui/icons';

export interface Duty { key: string; icon: IconName; text: string; from: string; by: string; path: string }

const soon = 30; // days before the end of a role in which its holder is reminded

/** What waits for this person today. With a day first (nearest first), then what has none. */
export function duties(session: Session, grants: Grant[], sets: CriteriaSetRow[], today: string): Duty[] {
  const list: Duty[] = [];
  for (const grant of grants) {
    if (!grant.actions?.some((action) => action.name === 'decide_grant' && action.allowed)) continue;
    const text = t('today.grant', { role: word('role', grant.role), unit: grant.unit_name, name: grant.person_name ?? '' });
    list.push({ key: grant.id, icon: 'people', text, from: t('grant.by', { name: grant.proposed_by ?? '' }), by: '', path: grant.person_id ? `/quan-tri/${grant.person_id}` : '/quan-tri' });
  }
  for (const set of sets) {
    const count = Number(set.counts.unconfirmed) + Number(set.counts.unknown);
    if (set.kind !== 'set' || count === 0) continue;
    list.push({ key: set.id, icon: 'desk', text: t('today.thresholds', { count, title: set.title }), from: set.legal_instrument, by: '', path: `/doi-chieu/${set.id}` });
  }
  for (const role of session.roles) {
    if (!role.until || !today || daysBetween(today, role.until) > soon) continue;
    const text = t('today.role_ends', { role: word('role', role.role), unit: role.unit_name });
    list.push({ key: role.role + role.unit_id, icon: 'clock', text, from: '', by: role.until, path: '/tai-khoan' });
  }
  if (!session.second_factor_enrolled) {
    list.push({ key: 'factor', icon: 'lock', text: t('today.factor'), from: t('factor.why'), by: '', path: '/tai-khoan' });
  }
  return list.sort((a, b) => (a.by || '9999').localeCompare(b.by || '9999'));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
