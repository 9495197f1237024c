import 'words:tie_rule';
import { word } from '../../shared/lib/i18n';

/** What follows the name of a leaf's rule: "99:5 98:3" of "steps 99:5 98:3", with the decimal comma. */
export function ruleDetail(text: string | null): string {
  return (text ?? '').split(' ').slice(1).filter((part) => !/^(un)?capped$|^low_is_better$/.test(part)).join('; ').replace(/(\d)\.(\d)/g, '$1,$2').replace(/:/g, ' → ');
}

/** A tie rule as a person says it: "higher_item:4" is "mục 4 cao hơn". */
export function tieText(rule: string): string {
  const [name = '', id = ''] = rule.split(':');
  return word('tie_rule', name).replace('{id}', id);
}

/** "03-20" as a day of the year: 20/03. */
export const closingDay = (text: string): string => text.split('-').reverse().join('/');
