import type { CriteriaSet } from '../../shared/api/types';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** A values file with a row for each indicator of the set and an invented unit, to be filled in. With a BOM, so that Excel reads UTF-8. */
export function template(set: CriteriaSet, unit = 'Xã Minh Họa A'): string {
  const rows = set.criteria.flatMap((criterion) => criterion.indicators.map((indicator) => [cell(unit), cell(indicator.no), '', '', '', ''].join(',')));
  return `\uFEFF${['unit,indicator,value,value_male,value_female,applicable', ...rows].join('\r\n')}\r\n`;
}
