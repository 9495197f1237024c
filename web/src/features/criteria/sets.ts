import type { Action, CriteriaSetRow } from '../../shared/api/types';

type Get = <T>(path: string, query?: Record<string, string>) => Promise<T>;
interface List { items: CriteriaSetRow[]; actions?: Action[] }

export async function listSets(get: Get): Promise<List> {
  const reply = await get<List | CriteriaSetRow[]>('/api/criteria-sets');
  return Array.isArray(reply) ? { items: reply } : reply;
}

const comparators: Record<string, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', equals: '=', at_least: '≥', is_true: '' };

/** "≥" before a threshold; nothing where the threshold is "đạt". */
export const sign = (comparator: string): string => comparators[comparator] ?? comparator;
