// Address → screen, and the navigation in the order the work is done. Each screen is a chunk of its own.
import type { Component } from 'svelte';
import type { Key } from '../shared/lib/i18n';
import type { IconName } from '../shared/ui/icons';

type Screen = () => Promise<{ default: Component<Record<string, string>> }>;
const screen = (load: () => Promise<unknown>): Screen => load as Screen;

export const routes: [string, Screen][] = [
  ['/', screen(() => import('../features/home/Today.svelte'))],
  ['/chi-tieu', screen(() => import('../features/report/Board.svelte'))],
  ['/chi-tieu/lop-ban-do', screen(() => import('../features/report/Layer.svelte'))],
  ['/bao-cao', screen(() => import('../features/periodic/Reports.svelte'))],
  ['/bao-cao/:unit/:period', screen(() => import('../features/periodic/Report.svelte'))],
  ['/danh-hieu', screen(() => import('../features/report/Standings.svelte'))],
  ['/don-vi', screen(() => import('../features/org/Units.svelte'))],
  ['/don-vi/:id', screen(() => import('../features/org/Unit.svelte'))],
  ['/sap-xep', screen(() => import('../features/org/Reorganisations.svelte'))],
  ['/sap-xep/moi', screen(() => import('../features/org/NewReorganisation.svelte'))],
  ['/sap-xep/:id', screen(() => import('../features/org/Reorganisation.svelte'))],
  ['/cum-khoi', screen(() => import('../features/org/Clusters.svelte'))],
  ['/bo-tieu-chi', screen(() => import('../features/criteria/Sets.svelte'))],
  ['/bo-tieu-chi/nap', screen(() => import('../features/criteria/LoadSet.svelte'))],
  ['/bo-tieu-chi/:id', screen(() => import('../features/criteria/Set.svelte'))],
  ['/doi-chieu', screen(() => import('../features/criteria/Desk.svelte'))],
  ['/doi-chieu/:id', screen(() => import('../features/criteria/DeskOfSet.svelte'))],
  ['/ra-soat', screen(() => import('../features/assessment/Rounds.svelte'))],
  ['/ra-soat/phan-cong', screen(() => import('../features/assessment/Charges.svelte'))],
  ['/ra-soat/:id', screen(() => import('../features/assessment/Round.svelte'))],
  ['/phieu/:id', screen(() => import('../features/assessment/Sheet.svelte'))],
  ['/bien-nhan/:code', screen(() => import('../features/assessment/Receipt.svelte'))],
  ['/thu-tinh', screen(() => import('../features/criteria/Trial.svelte'))],
  ['/ra-soat/:id/nhap-excel', screen(() => import('../features/assessment/ImportValues.svelte'))],
  ['/tham-dinh', screen(() => import('../features/assessment/Queue.svelte'))],
  ['/tham-dinh/:round/:criterion', screen(() => import('../features/assessment/Pile.svelte'))],
  ['/ket-qua', screen(() => import('../features/assessment/Results.svelte'))],
  ['/ket-qua/:sheet', screen(() => import('../features/assessment/Result.svelte'))],
  ['/minh-chung', screen(() => import('../features/assessment/EvidenceStore.svelte'))],
  ['/minh-chung/:id', screen(() => import('../features/assessment/Evidence.svelte'))],
  ['/ho-so-cong-nhan', screen(() => import('../features/recognition/Dossiers.svelte'))],
  ['/ho-so-cong-nhan/:id', screen(() => import('../features/recognition/Dossier.svelte'))],
  ['/con-thieu-gi', screen(() => import('../features/recognition/Standing.svelte'))],
  ['/con-thieu-gi/:id', screen(() => import('../features/recognition/Standing.svelte'))],
  ['/hoi-dong-tham-dinh', screen(() => import('../features/recognition/Sessions.svelte'))],
  ['/hoi-dong-tham-dinh/:id', screen(() => import('../features/recognition/Session.svelte'))],
  ['/co-quan-xac-nhan', screen(() => import('../features/recognition/Offices.svelte'))],
  ['/thu-hoi', screen(() => import('../features/recognition/Withdrawals.svelte'))],
  ['/thu-hoi/:id', screen(() => import('../features/recognition/Withdrawal.svelte'))],
  ['/cham-diem', screen(() => import('../features/scoring/ScoreRounds.svelte'))],
  ['/cham-diem/:id', screen(() => import('../features/scoring/ScoreRound.svelte'))],
  ['/cham-diem/:id/:part', screen(() => import('../features/scoring/RoundPart.svelte'))],
  ['/phieu-diem/:id', screen(() => import('../features/scoring/ScoreSheet.svelte'))],
  ['/bang-diem', screen(() => import('../features/agreement/Tables.svelte'))],
  ['/bang-diem/soan', screen(() => import('./DraftTable.svelte'))],
  ['/bang-diem/:id', screen(() => import('../features/agreement/Table.svelte'))],
  ['/giao-uoc', screen(() => import('../features/agreement/Agreements.svelte'))],
  ['/giao-uoc/mo', screen(() => import('../features/agreement/OpenAgreement.svelte'))],
  ['/giao-uoc/:id', screen(() => import('../features/agreement/Room.svelte'))],
  ['/xep-hang/:round', screen(() => import('../features/ranking/Ranking.svelte'))],
  ['/tai-khoan', screen(() => import('../features/access/Account.svelte'))],
  ['/quan-tri', screen(() => import('../features/access/People.svelte'))],
  ['/quan-tri/:id', screen(() => import('../features/access/Person.svelte'))],
];

// `needs`: the operation without which the screen would only refuse.
interface Entry { path: string; text: Key; icon: IconName; needs?: string }
export const navigation: { title?: Key; entries: Entry[] }[] = [
  { entries: [{ path: '/', text: 'nav.today', icon: 'home' }] },
  {
    title: 'nav.group.review',
    entries: [
      { path: '/ra-soat', text: 'nav.rounds', icon: 'paper', needs: 'list_rounds' },
      { path: '/tham-dinh', text: 'nav.check', icon: 'desk', needs: 'list_queue' },
      { path: '/ket-qua', text: 'nav.result', icon: 'seal', needs: 'appraise_sheet' },
    ],
  },
  {
    title: 'nav.group.movement',
    entries: [
      { path: '/chi-tieu', text: 'nav.board', icon: 'target' },
      { path: '/danh-hieu', text: 'nav.standings', icon: 'seal' },
      { path: '/bao-cao', text: 'nav.reports', icon: 'paper', needs: 'list_periodic_reports' },
    ],
  },
  {
    title: 'nav.group.org',
    entries: [
      { path: '/don-vi', text: 'nav.units', icon: 'units' },
      { path: '/sap-xep', text: 'nav.changes', icon: 'change' },
      { path: '/cum-khoi', text: 'nav.clusters', icon: 'clusters' },
    ],
  },
  {
    title: 'nav.group.criteria',
    entries: [
      { path: '/bo-tieu-chi', text: 'nav.sets', icon: 'criteria' },
      { path: '/doi-chieu', text: 'nav.desk', icon: 'desk', needs: 'list_confirmations' },
      { path: '/thu-tinh', text: 'nav.trial', icon: 'trial', needs: 'try_evaluation' },
      { path: '/minh-chung', text: 'nav.evidence', icon: 'paper', needs: 'list_evidence' },
    ],
  },
  {
    title: 'nav.group.recognition',
    entries: [
      { path: '/ho-so-cong-nhan', text: 'nav.dossiers', icon: 'seal', needs: 'list_dossiers' },
      { path: '/con-thieu-gi', text: 'nav.standing', icon: 'question', needs: 'show_missing' },
      { path: '/hoi-dong-tham-dinh', text: 'nav.sessions', icon: 'people', needs: 'list_council_sessions' },
      { path: '/co-quan-xac-nhan', text: 'nav.offices', icon: 'desk', needs: 'list_recognition_charges' },
      { path: '/thu-hoi', text: 'nav.withdrawals', icon: 'warning', needs: 'list_withdrawals' },
    ],
  },
  {
    title: 'nav.group.scoring',
    entries: [
      { path: '/giao-uoc', text: 'nav.agreements', icon: 'seal', needs: 'list_agreements' },
      { path: '/cham-diem', text: 'nav.scores', icon: 'target', needs: 'list_score_rounds' },
      { path: '/bang-diem', text: 'nav.tables', icon: 'criteria' },
    ],
  },
  {
    title: 'nav.group.system',
    entries: [
      { path: '/quan-tri', text: 'nav.people', icon: 'people', needs: 'list_people' },
      { path: '/tai-khoan', text: 'nav.account', icon: 'person' },
    ],
  },
];
