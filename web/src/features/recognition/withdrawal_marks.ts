// How the states of a withdrawal look: an icon and a word, never the colour alone.
import 'words:withdrawal.state';
import { word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

export function withdrawalMark(state: string): MarkLook {
  const text = word('withdrawal.state', state);
  if (state === 'revoked') return { tone: 'bad', icon: 'cross', text };
  if (state === 'dropped') return { tone: 'plain', icon: 'dash', text };
  return { tone: 'warn', icon: 'clock', text };
}
