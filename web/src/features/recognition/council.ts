import 'words:council.outcome';
import 'words:council.state';
import { word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

export function sessionMark(state: string): MarkLook {
  const text = word('council.state', state);
  if (state === 'closed') return { tone: 'ok', icon: 'check', text };
  if (state === 'cancelled') return { tone: 'plain', icon: 'dash', text };
  return { tone: 'info', icon: 'clock', text };
}

/** How far a matter is, in its own words: not counted, reached or not, and what the minutes made of it. */
export function matterMark(matter: { outcome: string; reached: boolean | null }, reached: string, missed: string, uncounted: string): MarkLook {
  if (matter.outcome) return { tone: matter.outcome === 'approved' ? 'ok' : 'bad', icon: matter.outcome === 'approved' ? 'check' : 'cross', text: word('council.outcome', matter.outcome) };
  if (matter.reached === null) return { tone: 'plain', icon: 'dash', text: uncounted };
  return { tone: matter.reached ? 'ok' : 'bad', icon: matter.reached ? 'check' : 'cross', text: matter.reached ? reached : missed };
}
