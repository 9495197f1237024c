// How states of recognition look: an icon and a word, never the colour alone.
import 'words:dossier.state';
import 'words:recog';
import { t, word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

export function dossierMark(state: string): MarkLook {
  const text = word('dossier.state', state);
  if (state === 'announced' || state === 'decided') return { tone: 'ok', icon: 'seal', text };
  if (state === 'turned_down' || state === 'withdrawn') return { tone: 'plain', icon: 'dash', text };
  if (state.startsWith('completing')) return { tone: 'warn', icon: 'warning', text };
  return { tone: 'info', icon: 'clock', text };
}

export const provisionalMark = (): MarkLook => ({ tone: 'warn', icon: 'clock', text: t('recog.provisional') });
