// How states of recognition look: an icon and a word, never the colour alone.
import 'words:dossier';
import 'words:recog';
import 'words:withdrawal';
import { t, word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

export function dossierMark(state: string): MarkLook {
  const text = word('dossier.state', state);
  if (state === 'announced' || state === 'decided') return { tone: 'ok', icon: 'seal', text };
  if (state === 'turned_down' || state === 'withdrawn') return { tone: 'plain', icon: 'dash', text };
  if (state.startsWith('completing')) return { tone: 'warn', icon: 'warning', text };
  return { tone: 'info', icon: 'clock', text };
}

export function withdrawalMark(state: string): MarkLook {
  const text = word('withdrawal.state', state);
  if (state === 'revoked') return { tone: 'bad', icon: 'cross', text };
  if (state === 'dropped') return { tone: 'plain', icon: 'dash', text };
  return { tone: 'warn', icon: 'clock', text };
}

export function voiceMark(state: string, verdict: string | null | undefined): MarkLook {
  if (state === 'held') return { tone: 'warn', icon: 'clock', text: t('recog.voice.held') };
  if (state === 'awaited') return { tone: 'warn', icon: 'question', text: t('recog.voice.awaited') };
  if (verdict === 'not_met') return { tone: 'bad', icon: 'cross', text: t('recog.voice.not_met') };
  return { tone: 'ok', icon: 'check', text: t('recog.voice.given') };
}

export const provisionalMark = (): MarkLook => ({ tone: 'warn', icon: 'clock', text: t('recog.provisional') });
