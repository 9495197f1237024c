// A period travels as "2026-half_year" and is spoken of as "6 tháng đầu năm 2026".
import 'words:report_kind';
import { word } from '../../shared/lib/i18n';

export const first = 2023; // the first whole year of the Plan

export function periodName(period: string): string {
  const [year = '', kind = ''] = [period.slice(0, 4), period.slice(5)];
  return `${word('report_kind', kind)} ${year}`;
}

/** Every period up to the year of `today`, newest first. */
export function periods(today: string): string[] {
  const list: string[] = [];
  for (let year = Number(today.slice(0, 4)); year >= first; year--) list.push(`${year}-year`, `${year}-half_year`);
  return list;
}
