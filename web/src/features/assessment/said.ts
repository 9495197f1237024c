// What a cell says, in words for reading.
import 'words:sheet';
import 'words:verdict';
import type { SheetLine } from '../../shared/api/types';
import { t } from '../../shared/lib/i18n';
import { showNumber } from '../../shared/lib/num';
import { shape, yesNo, type Says } from './says';

type Kind = Pick<SheetLine, 'kind' | 'scale' | 'both_sexes' | 'unit'>;

function one(line: Kind, text: string): string {
  if (text === '') return '';
  if (shape(line) === 'yes_no') return { true: t('verdict.met'), false: t('verdict.not_met'), '': text }[yesNo(text)];
  return shape(line) === 'number' ? [showNumber(text.replace(',', '.')), line.unit].filter(Boolean).join(' ') : text;
}

/** "95,5 %", "nam 97 %, nữ 91,5 %", "Đạt", "Không có trên địa bàn"; "" for nothing. */
export function saidText(line: Kind, says: Says): string {
  if (says.absent) return t('sheet.absent');
  if (!line.both_sexes) return one(line, says.value);
  if (!says.male && !says.female) return '';
  return t('sheet.by_sex', { male: one(line, says.male) || '–', female: one(line, says.female) || '–' });
}
