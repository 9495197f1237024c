// What a pile shows of its units, and what one paper would do to the chosen ones: said before it is sent.
import type { PileCell, PileSheet, Problem } from '../../shared/api/types';
import { fold } from '../../shared/lib/fold';

export type Filter = 'cho' | 'tat-ca' | 'khong-dat';
export interface Exception { sheet: string; indicator: string; reason: string; due: string }
export interface Outcome { agreed: PileSheet[]; returned: { unit: string; indicators: string[] }[] }

export const may = (cell: PileCell, name: string): boolean => cell.actions.some((action) => action.name === name && action.allowed);
/** Still to be looked at, and his to look at now. */
export const waits = (sheet: PileSheet): boolean => sheet.cells.some((cell) => cell.state === 'open' && may(cell, 'agree'));

export function shown(sheets: PileSheet[], filter: Filter, q: string): PileSheet[] {
  const wanted = fold(q);
  return sheets.filter((sheet) => {
    if (wanted && !fold(sheet.unit_name).includes(wanted)) return false;
    if (filter === 'cho') return waits(sheet);
    return filter === 'tat-ca' || sheet.cells.some((cell) => cell.verdict !== 'met' && cell.verdict !== 'not_applicable');
  });
}

export function outcome(chosen: PileSheet[], exceptions: Exception[]): Outcome {
  const of = (sheet: PileSheet): string[] => exceptions.filter((each) => each.sheet === sheet.sheet_id && each.indicator).map((each) => each.indicator);
  return {
    agreed: chosen.filter((sheet) => of(sheet).length === 0),
    returned: chosen.filter((sheet) => of(sheet).length > 0).map((sheet) => ({ unit: sheet.unit_name, indicators: of(sheet) })),
  };
}

/** "sheets[3].…" of a refusal names the unit instead of its place in the request. */
export function named(problem: Problem, sheets: PileSheet[], exceptions: Exception[]): Problem {
  const name = (id: string | undefined): string => sheets.find((sheet) => sheet.sheet_id === id)?.unit_name ?? '';
  const faults = problem.faults.map((fault) => {
    const place = /^(sheets|exceptions)\[(\d+)\]/.exec(fault.where ?? '');
    if (!place) return fault;
    const at = Number(place[2]);
    return { ...fault, where: name(place[1] === 'sheets' ? sheets[at]?.sheet_id : exceptions[at]?.sheet) };
  });
  return { ...problem, faults };
}
