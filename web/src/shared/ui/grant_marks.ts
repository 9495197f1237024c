// How far the giving of a role has come, as a mark.
import 'words:grant';
import { t } from '../lib/i18n';
import type { MarkLook } from './marks';

export function grantMark(state: string): MarkLook {
  switch (state) {
    case 'granted': return { tone: 'ok', icon: 'check', text: t('grant.granted') };
    case 'proposed': return { tone: 'warn', icon: 'clock', text: t('grant.proposed') };
    case 'refused': return { tone: 'bad', icon: 'cross', text: t('grant.refused') };
    default: return { tone: 'plain', icon: 'dash', text: t('grant.ended') };
  }
}
