import 'words:confidence';
import 'words:verdict';
import type { DeskRow } from '../../shared/api/types';
import { t } from '../../shared/lib/i18n';
import { showNumber } from '../../shared/lib/num';

const comparators: Record<string, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', equals: '=', at_least: '≥', is_true: '' };

/** "≥" before a threshold; nothing where the threshold is "đạt". */
export const sign = (comparator: string): string => comparators[comparator] ?? comparator;

/** A threshold as the desk shows it: "98 %", "Đạt", or that none is known. */
export function thresholdText(row: Pick<DeskRow, 'threshold' | 'unit' | 'comparator'>): string {
  if (!row.threshold) return t('confidence.no_threshold');
  return row.threshold === 'true' ? t('verdict.must_meet') : [sign(row.comparator), showNumber(row.threshold), row.unit].filter(Boolean).join(' ');
}
