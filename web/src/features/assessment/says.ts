// What stands in a cell while it is typed, how it travels and how it reads. Numbers stay text (num.ts); whether a value may
// stand is the server's to say, so what cannot be read here travels as it was typed.
import type { CellEdit, SheetCell, SheetLine } from '../../shared/api/types';
import { readNumber, showNumber } from '../../shared/lib/num';

export interface Says { value: string; male: string; female: string; absent: boolean; note: string }
export type Part = 'value' | 'male' | 'female';
export type Shape = 'number' | 'yes_no' | 'scale' | 'words';

export const nothing: Says = { value: '', male: '', female: '', absent: false, note: '' };

type Kind = Pick<SheetLine, 'kind' | 'scale'>;

export function shape(line: Kind): Shape {
  if (line.kind === 'boolean') return 'yes_no';
  if (line.kind === 'text') return line.scale.length ? 'scale' : 'words';
  return 'number';
}

/** The fields of a line, in the order the eye meets them. */
export const parts = (line: Pick<SheetLine, 'both_sexes'>): Part[] => (line.both_sexes ? ['male', 'female'] : ['value']);

/** "95.5" as it is typed: "95,5". Without thousands marks, which could not be read back. */
const typed = (line: Kind, value: string): string => (shape(line) === 'number' ? value.replace('.', ',') : value);

export function saysOf(line: Kind, cell: SheetCell | null): Says {
  if (!cell) return nothing;
  return {
    value: typed(line, cell.value), male: typed(line, cell.value_male), female: typed(line, cell.value_female),
    absent: cell.applicable === false, note: cell.note,
  };
}

const sent = (line: Kind, text: string): string => (shape(line) === 'number' ? (readNumber(text) ?? text.trim()) : text.trim());

export function edit(line: Pick<SheetLine, 'no' | 'kind' | 'scale'>, says: Says, seen: number): CellEdit {
  return {
    line: line.no, value: sent(line, says.value), value_male: sent(line, says.male), value_female: sent(line, says.female),
    applicable: says.absent ? false : null, note: says.note.trim(), seen,
  };
}

/** Two ways of writing one thing are the same thing: nothing to save. */
export function same(line: Kind, a: Says, b: Says): boolean {
  const parted = (says: Says): string => JSON.stringify([sent(line, says.value), sent(line, says.male), sent(line, says.female), says.absent, says.note.trim()]);
  return parted(a) === parted(b);
}

export const isEmpty = (says: Says): boolean => !says.value && !says.male && !says.female && !says.absent;

/** The server's word for yes and no, whatever form it was stored in. */
export function yesNo(value: string): 'true' | 'false' | '' {
  const word = value.trim().toLocaleLowerCase('vi');
  if (['true', '1', 'đạt'].includes(word)) return 'true';
  return ['false', '0', 'không đạt'].includes(word) ? 'false' : '';
}

const signs: Record<string, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', equals: '=', at_least: '≥' };

/** "≥ 95,5 %"; "" where the threshold is only "đạt" or nobody knows it. */
export function limit(line: Pick<SheetLine, 'threshold' | 'comparator' | 'unit' | 'kind'>): string {
  if (!line.threshold || line.kind === 'boolean') return '';
  return [signs[line.comparator] ?? line.comparator, showNumber(line.threshold), line.unit].filter(Boolean).join(' ');
}
