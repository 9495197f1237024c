// From Excel into cells: a column, a row, or two columns "number of the indicator, value" (a third one for women where both
// sexes are asked). Only says what would go where; nothing is saved before the person has seen it.
import type { SheetLine } from '../../shared/api/types';
import { readNumber } from '../../shared/lib/num';
import { parts, shape, yesNo, type Part } from './says';

export type Target = Pick<SheetLine, 'no' | 'name' | 'kind' | 'scale' | 'both_sexes' | 'editable'>;
export type PasteFault = 'unknown' | 'twice' | 'locked' | 'unreadable' | 'no_room' | 'empty';
export interface Placed { no: string; part: Part; text: string; value: string; fault: PasteFault | null }

/** Several cells, not one: what Excel puts on the clipboard ends each row with a line break. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/\r?\n$/, ''));

function table(text: string): string[][] {
  const rows = text.replace(/\r/g, '').split('\n').map((row) => row.split('\t').map((cell) => cell.trim()));
  while (rows.length && rows.at(-1)!.every((cell) => cell === '')) rows.pop();
  return rows;
}

/** "1.234,5 %" → "1234,5": a sheet of numbers carries marks that a field does not. */
export function plainNumber(text: string): string | undefined {
  const bare = text.replace(/\s*%$/, '').replace(/[\s\u00a0]/g, '');
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) && (bare.includes(',') || (bare.match(/\./g) ?? []).length > 1);
  const number = readNumber(grouped ? bare.replaceAll('.', '') : bare);
  return number?.replace('.', ',');
}

function read(target: Target, text: string): string | undefined {
  switch (shape(target)) {
    case 'number': return plainNumber(text);
    case 'yes_no': return yesNo(text) || undefined;
    case 'scale': return target.scale.find((word) => word.toLocaleLowerCase('vi') === text.toLocaleLowerCase('vi'));
    case 'words': return text;
  }
}

function place(target: Target, part: Part, text: string): Placed {
  const value = read(target, text);
  const fault = !target.editable ? 'locked' : value === undefined ? 'unreadable' : null;
  return { no: target.no, part, text, value: value ?? '', fault };
}

function byNumber(rows: string[][], targets: Target[]): Placed[] {
  const known = new Map(targets.map((target) => [target.no, target]));
  const met = new Set<string>();
  return rows.flatMap(([no = '', ...values]): Placed[] => {
    const target = known.get(no);
    const told = (fault: PasteFault): Placed[] => [{ no, part: 'value', text: values.join(' '), value: '', fault }];
    if (!target) return told('unknown');
    if (met.has(no)) return told('twice');
    met.add(no);
    return parts(target).flatMap((part, i) => (values[i] ? [place(target, part, values[i])] : []));
  });
}

function inOrder(rows: string[][], targets: Target[], from: { no: string; part: Part } | null): Placed[] {
  const fields = targets.filter((target) => target.editable).flatMap((target) => parts(target).map((part) => ({ target, part })));
  const start = from ? fields.findIndex(({ target, part }) => target.no === from.no && part === from.part) : 0;
  return rows.flat().flatMap((text, i): Placed[] => {
    if (text === '') return []; // an empty cell leaves what stands
    const field = start < 0 ? undefined : fields[start + i];
    return [field ? place(field.target, field.part, text) : { no: '', part: 'value', text, value: '', fault: 'no_room' }];
  });
}

export function plan(text: string, targets: Target[], from: { no: string; part: Part } | null): Placed[] {
  const rows = table(text);
  const numbers = new Set(targets.map((target) => target.no));
  const numbered = rows.filter((row) => row.length > 1 && numbers.has(row[0]!)).length;
  const asBlock = rows.every((row) => row.length > 1) && numbered * 2 > rows.length;
  const placed = asBlock ? byNumber(rows, targets) : inOrder(rows, targets, from);
  return placed.length ? placed : [{ no: '', part: 'value', text: '', value: '', fault: 'empty' }];
}
