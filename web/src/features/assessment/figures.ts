// How a line of a sheet reads: its figure as the unit or an office said it, and what it is held against.
import 'words:check';
import 'words:confidence';
import 'words:verdict';
import { t } from '../../shared/lib/i18n';
import { showNumber } from '../../shared/lib/num';

export interface Figure { value: string; value_male: string; value_female: string; applicable: boolean | null }

const plain = (text: string): string => {
  if (text === '') return t('check.no_value');
  if (/^(true|đạt)$/i.test(text)) return t('verdict.met');
  return /^(false|không đạt)$/i.test(text) ? t('verdict.not_met') : showNumber(text.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
};

/** "98,5", "nam 97, nữ 96", "Không áp dụng", or that nothing was said. */
export function figureText(figure: Figure | null | undefined): string {
  if (!figure) return t('check.no_value');
  if (figure.applicable === false) return t('verdict.not_applicable');
  if (figure.value_male || figure.value_female) return t('check.sexes', { male: plain(figure.value_male), female: plain(figure.value_female) });
  return plain(figure.value);
}

const signs: Record<string, string> = { '>=': '≥', '<=': '≤', equals: '=', at_least: '≥', is_true: '' };

export function wantedText(line: { threshold: string | null; unit: string; comparator: string }): string {
  if (line.comparator === 'is_true' || line.threshold === 'true') return t('verdict.must_meet');
  if (!line.threshold) return t('confidence.no_threshold');
  return [signs[line.comparator] ?? line.comparator, showNumber(line.threshold), line.unit].filter(Boolean).join(' ');
}
