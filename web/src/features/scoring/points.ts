// Points come as exact decimals and are shown as such: never through a floating number.
import 'words:score.state';
import type { MarkLook } from '../../shared/ui/marks';
import { word } from '../../shared/lib/i18n';
import type { ScoreItem, ScoreState } from './types';

/** "38.5" as people write it, with as many decimals as the table has. */
export function shown(points: string | null | undefined, decimals = 0): string {
  if (points === null || points === undefined || points === '') return '';
  const [whole = '', part = ''] = points.split('.');
  const kept = part.padEnd(decimals, '0');
  return kept ? `${whole},${kept}` : whole;
}

/** In hundredths, to compare and to subtract exactly; null: no number. */
export function hundredths(points: string): number | null {
  const found = /^(-?)(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(points.trim());
  if (!found) return null;
  const amount = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] ? -amount : amount;
}

export const fromHundredths = (amount: number): string => {
  const [whole, part] = [Math.trunc(Math.abs(amount) / 100), Math.abs(amount) % 100];
  const text = part ? `${whole}.${String(part).padStart(2, '0').replace(/0$/, '')}` : String(whole);
  return amount < 0 ? `-${text}` : text;
};

const tones: Record<ScoreState, MarkLook['tone']> = {
  self_scoring: 'plain', waiting: 'info', cross_check: 'info', recheck: 'info', field_scoring: 'info', cluster_scoring: 'info', council_scoring: 'info',
  announced: 'warn', settled: 'ok',
};
export const stateMark = (state: ScoreState): MarkLook => ({ tone: tones[state], icon: state === 'settled' ? 'check' : state === 'self_scoring' ? 'pencil' : 'clock', text: word('score.state', state) });

export interface Lost { id: string; title: string; max: string; points: string; lost: number; change: number | null }

/** The leaves by points lost against their maximum, the most first; of equals the one that lost more since last year. */
export function lostPoints(items: ScoreItem[], position: number): Lost[] {
  const all: Lost[] = [];
  for (const item of items) {
    const points = item.points[position];
    if (!item.is_leaf || item.part !== 'base' || points === null || points === undefined) continue;
    const lost = (hundredths(item.max) ?? 0) - (hundredths(points) ?? 0);
    const change = item.last_year ? (hundredths(points) ?? 0) - (hundredths(item.last_year) ?? 0) : null;
    if (lost > 0) all.push({ id: item.id, title: item.title, max: item.max, points, lost, change });
  }
  return all.sort((a, b) => b.lost - a.lost || (a.change ?? 0) - (b.change ?? 0));
}
