// How a status looks: always an icon and a word, the colour only underlines. Words stand in i18n/vi/office.json.
import 'words:confidence';
import 'words:verdict';
import { t } from '../lib/i18n';
import type { IconName } from './icons';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'plain';
export interface MarkLook { tone: Tone; icon: IconName; text: string }

export function verdictMark(verdict: string): MarkLook {
  switch (verdict) {
    case 'met': return { tone: 'ok', icon: 'check', text: t('verdict.met') };
    case 'not_met': return { tone: 'bad', icon: 'cross', text: t('verdict.not_met') };
    case 'not_applicable': return { tone: 'plain', icon: 'dash', text: t('verdict.not_applicable') };
    default: return { tone: 'warn', icon: 'question', text: t('verdict.undetermined') };
  }
}

/** How far a threshold may be trusted. A confirmation by a person outweighs what was shipped. */
export function confidenceMark(confidence: string, confirmed: boolean): MarkLook {
  if (confirmed) return { tone: 'ok', icon: 'seal', text: t('confidence.confirmed') };
  if (confidence === 'verified') return { tone: 'ok', icon: 'check', text: t('confidence.verified') };
  if (confidence.startsWith('memory')) return { tone: 'warn', icon: 'clock', text: t('confidence.memory') };
  return { tone: 'bad', icon: 'question', text: t('confidence.unknown') };
}
