import 'words:ranking';
import { t } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';
import type { RankingRow, RankingView } from './types';

export function stateMark(state: RankingView['state']): MarkLook {
  const looks: Record<RankingView['state'], MarkLook> = {
    open: { tone: 'warn', icon: 'clock', text: t('ranking.state.open') },
    closed: { tone: 'ok', icon: 'lock', text: t('ranking.state.closed') },
    proposed: { tone: 'info', icon: 'clock', text: t('ranking.state.proposed') },
    published: { tone: 'ok', icon: 'check', text: t('ranking.state.published') },
    reopened: { tone: 'plain', icon: 'history', text: t('ranking.state.reopened') },
  };
  return looks[state];
}

/** Beside the place: what waits or is left out, in words. */
export function rowMark(row: RankingRow): MarkLook | undefined {
  if (row.is_excluded) return { tone: 'warn', icon: 'dash', text: t('ranking.excluded') };
  if (row.is_on_hold) return { tone: 'warn', icon: 'clock', text: t('ranking.on_hold') };
  return undefined;
}
