// What a column of a province's file says, as one choice of a list: "unit_name", "value|1.1", "male|17.2", "" for nothing.
import type { ImportColumn, ValueFileColumn, ValueFileLine } from './import_types';

export interface Choice { value: string; line: ValueFileLine; sex: '' | 'male' | 'female' }

/** The choices for columns that hold the values of one line; lines told by sex have one for each. */
export function lineChoices(lines: ValueFileLine[]): Choice[] {
  return lines.flatMap((line): Choice[] =>
    line.both_sexes
      ? [{ value: `male|${line.no}`, line, sex: 'male' }, { value: `female|${line.no}`, line, sex: 'female' }]
      : [{ value: `value|${line.no}`, line, sex: '' }]);
}

export const choiceOf = (column: Pick<ValueFileColumn, 'role' | 'line'>): string =>
  column.role === 'skip' ? '' : column.line === null ? column.role : `${column.role}|${column.line}`;

/** What is sent: columns without a choice are left out by not being named. */
export function columnsSent(columns: ValueFileColumn[], choices: string[]): ImportColumn[] {
  return columns.flatMap(({ column }, i): ImportColumn[] => {
    const [role, line] = (choices[i] ?? '').split('|');
    return role ? [{ column, role: role as ImportColumn['role'], line: line ?? null }] : [];
  });
}
