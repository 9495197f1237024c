// How a decision reads: what nobody has shown says so.
import 'words:decided';
import type { Recognition } from '../../shared/api/types';
import { showDay } from '../../shared/lib/date';
import { t } from '../../shared/lib/i18n';

export const numberText = (number: string): string => (number === 'unknown' ? t('decided.unknown_number') : t('decided.number', { number }));

/** "Số 15/QĐ-UBND, ngày 19/01/2022, người ký chưa rõ": what nobody has shown says so. */
export function decisionText(one: Recognition): string {
  return t('decided.decision', {
    number: numberText(one.number),
    day: one.decided_on ? t('decided.decision_day', { day: showDay(one.decided_on) }) : t('decided.unknown_day'),
    signer: one.signer === 'unknown' ? t('decided.unknown_signer') : one.signer,
  });
}
