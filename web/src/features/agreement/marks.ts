import 'words:agreement.state';
import { word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

export function stateMark(state: string): MarkLook {
  const text = word('agreement.state', state);
  if (state === 'in_force') return { tone: 'ok', icon: 'check', text };
  if (state === 'closed' || state === 'cancelled') return { tone: 'plain', icon: 'dash', text };
  return { tone: 'info', icon: 'clock', text };
}
