import 'words:confirmation.kind';
import 'words:dossier.action';
import 'words:duty';
import 'words:factor';
import 'words:grant';
import 'words:report_kind';
import 'words:role';
import 'words:standing';
import 'words:today';
import 'words:withdrawal.action';
import type { CriteriaSetRow, Grant, MyDuty, Session } from '../../shared/api/types';
import { t, word, type Key } from '../../shared/lib/i18n';
import type { IconName } from '../../shared/ui/icons';

export interface Duty { key: string; icon: IconName; text: string; from: string; by: string; path: string; overdue: boolean }

// What the server says waits for somebody: its sentence, its sign, and the screen on which it is done.
interface Kind { text: Key; icon: IconName; path: (object: string) => string; step?: string }
const kinds: Record<string, Kind> = {
  sheet_due: { text: 'duty.sheet_due', icon: 'pencil', path: (id) => `/phieu/${id}` },
  sheet_missed: { text: 'duty.sheet_missed', icon: 'warning', path: (id) => `/phieu/${id}` },
  sheet_returned: { text: 'duty.sheet_returned', icon: 'change', path: (id) => `/phieu/${id}` },
  pile_to_check: { text: 'duty.pile_to_check', icon: 'desk', path: (place) => `/tham-dinh/${place}` },
  sheets_to_appraise: { text: 'duty.sheets_to_appraise', icon: 'seal', path: (id) => `/ra-soat/${id}` },
  ranking_to_close: { text: 'duty.ranking_to_close', icon: 'lock', path: (id) => `/xep-hang/${id}` },
  publication_to_decide: { text: 'duty.publication_to_decide', icon: 'check', path: (id) => `/xep-hang/${id}` },
  score_due: { text: 'duty.score_due', icon: 'pencil', path: (id) => `/phieu-diem/${id}` },
  score_returned: { text: 'duty.score_returned', icon: 'change', path: (id) => `/phieu-diem/${id}` },
  scores_to_score: { text: 'duty.scores_to_score', icon: 'target', path: (id) => `/cham-diem/${id}` },
  score_objections: { text: 'duty.score_objections', icon: 'warning', path: (id) => `/cham-diem/${id}` },
  dossier_step: { text: 'duty.dossier_step', icon: 'seal', path: (id) => `/ho-so-cong-nhan/${id}`, step: 'dossier.action' },
  dossier_to_council: { text: 'duty.dossier_to_council', icon: 'people', path: () => '/hoi-dong-tham-dinh' },
  confirmation_awaited: { text: 'duty.confirmation_awaited', icon: 'desk', path: (id) => `/ho-so-cong-nhan/${id}` },
  report_due: { text: 'duty.report_due', icon: 'pencil', path: (place) => `/bao-cao/${place}` },
  report_overdue: { text: 'duty.report_overdue', icon: 'warning', path: (place) => `/bao-cao/${place}` },
  report_returned: { text: 'duty.report_returned', icon: 'change', path: (place) => `/bao-cao/${place}` },
  reports_to_receive: { text: 'duty.reports_to_receive', icon: 'desk', path: (period) => `/bao-cao?ky=${period}` },
  withdrawal_step: { text: 'duty.withdrawal_step', icon: 'warning', path: (id) => `/thu-hoi/${id}`, step: 'withdrawal.action' },
  targets_to_register: { text: 'duty.targets_to_register', icon: 'target', path: (id) => `/giao-uoc/${id}` },
  agreement_to_sign: { text: 'duty.agreement_to_sign', icon: 'seal', path: (id) => `/giao-uoc/${id}` },
  withdrawal_to_council: { text: 'duty.withdrawal_to_council', icon: 'people', path: () => '/hoi-dong-tham-dinh' },
};

// Codes among the arguments of a sentence, as people say them.
function said(args: Record<string, string>, kind: Kind): Record<string, string> {
  const { step, confirmation, standing, area, report } = args;
  const words = { ...args };
  if (step && kind.step) words['step'] = word(kind.step, step);
  if (report) words['report'] = word('report_kind', report);
  if (confirmation) words['confirmation'] = word('confirmation.kind', confirmation);
  if (standing) words['standing'] = word('standing', standing) + (area ? ` (${area})` : '');
  return words;
}

const soon = 30; // days before the end of a role in which its holder is reminded

/** What waits for this person today: overdue first, then with a day (nearest first), then what has none. */
export function duties(session: Session, given: MyDuty[], grants: Grant[], sets: CriteriaSetRow[], today: string): Duty[] {
  const list: Duty[] = [];
  for (const { kind, args, by, overdue, object_kind, object_id } of given) {
    const known = kinds[kind];
    if (!known) continue;
    list.push({ key: `${kind} ${object_kind} ${object_id}`, icon: known.icon, text: t(known.text, said(args, known)), from: args['round'] ?? '', by: by ?? '', path: known.path(object_id), overdue });
  }
  for (const grant of grants) {
    if (!grant.actions?.some((action) => action.name === 'decide_grant' && action.allowed)) continue;
    const text = t('today.grant', { role: word('role', grant.role), unit: grant.unit_name, name: grant.person_name ?? '' });
    list.push({ key: grant.id, icon: 'people', text, from: t('grant.by', { name: grant.proposed_by ?? '' }), by: '', path: grant.person_id ? `/quan-tri/${grant.person_id}` : '/quan-tri', overdue: false });
  }
  for (const set of sets) {
    const count = Number(set.counts.unconfirmed) + Number(set.counts.unknown);
    if (set.kind !== 'set' || count === 0) continue;
    list.push({ key: set.id, icon: 'desk', text: t('today.thresholds', { count, title: set.title }), from: set.legal_instrument, by: '', path: `/doi-chieu/${set.id}`, overdue: false });
  }
  for (const role of session.roles) {
    if (!role.until || !today || daysBetween(today, role.until) > soon) continue;
    const text = t('today.role_ends', { role: word('role', role.role), unit: role.unit_name });
    list.push({ key: role.role + role.unit_id, icon: 'clock', text, from: '', by: role.until, path: '/tai-khoan', overdue: false });
  }
  if (!session.second_factor_enrolled) {
    list.push({ key: 'factor', icon: 'lock', text: t('today.factor'), from: t('factor.why'), by: '', path: '/tai-khoan', overdue: false });
  }
  return list.sort((a, b) => Number(b.overdue) - Number(a.overdue) || (a.by || '9999').localeCompare(b.by || '9999'));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
