export type BoundaryMode = 'reported' | 'today' | 'day';
export interface Boundary { mode: BoundaryMode; year: number; day: string }

/** Years the data knows: units are recorded from 01/02/2021. */
export const firstRecordedDay = '2021-02-01';

export function years(today: string): number[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - 2021 + 1 }, (_, i) => 2021 + i);
}

/** The boundary an address asks for: ranh-gioi=khi-do|hom-nay|2023-04-10, nam=2022. */
export function readBoundary(query: Record<string, string>, today: string): Boundary {
  const asked = query['ranh-gioi'] ?? '';
  const year = Number(query['nam'] ?? today.slice(0, 4));
  if (asked === 'khi-do') return { mode: 'reported', year, day: today };
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked)) return { mode: 'day', year, day: asked };
  return { mode: 'today', year, day: today };
}

export function boundaryQuery(value: Boundary): Record<string, string> {
  if (value.mode === 'reported') return { 'ranh-gioi': 'khi-do', nam: String(value.year) };
  return { 'ranh-gioi': value.mode === 'day' ? value.day : '', nam: '' };
}

/** The day on which a list is read. A year was reported as it stood on its last day, or today while it runs. */
export function dayOf(value: Boundary, today: string): string {
  if (value.mode === 'today') return today;
  if (value.mode === 'day') return value.day;
  const end = `${value.year}-12-31`;
  return end < today ? end : today;
}

/** As the counts of units take it. */
export function boundaryParam(value: Boundary): string {
  return value.mode === 'reported' ? 'as_reported' : value.mode === 'today' ? 'today' : value.day;
}
