export type BoundaryMode = 'reported' | 'today' | 'day' | 'named';
export interface Boundary { mode: BoundaryMode; year: number; day: string; key: string }
/** A boundary with a name of its own: "Phạm vi Kế hoạch 547". */
export interface Named { key: string; name: string; description: string }

/** Years the data knows: units are recorded from 01/02/2021. */
export function years(today: string): number[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - 2021 + 1 }, (_, i) => 2021 + i);
}

/** The boundary an address asks for: ranh-gioi=khi-do|hom-nay|2023-04-10|plan_547, nam=2022. */
export function readBoundary(query: Record<string, string>, today: string): Boundary {
  const asked = query['ranh-gioi'] ?? '';
  const base = { year: Number(query['nam'] || today.slice(0, 4)), day: today, key: '' };
  if (asked === 'khi-do') return { ...base, mode: 'reported' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked)) return { ...base, mode: 'day', day: asked };
  if (/^[a-z]+_\w+$/.test(asked)) return { ...base, mode: 'named', key: asked };
  return { ...base, mode: 'today' };
}

export function boundaryQuery(value: Boundary): Record<string, string> {
  switch (value.mode) {
    case 'reported': return { 'ranh-gioi': 'khi-do', nam: String(value.year) };
    case 'day': return { 'ranh-gioi': value.day, nam: '' };
    case 'named': return { 'ranh-gioi': value.key, nam: '' };
    case 'today': return { 'ranh-gioi': '', nam: '' };
  }
}

/** The day on which a list is read. A year was reported as it stood on its last day, or today while it runs. */
export function dayOf(value: Boundary, today: string): string {
  if (value.mode === 'day') return value.day;
  if (value.mode !== 'reported') return today;
  const end = `${value.year}-12-31`;
  return end < today ? end : today;
}

/** As the counts and lists of units take it. */
export function boundaryParam(value: Boundary): string {
  switch (value.mode) {
    case 'reported': return 'as_reported';
    case 'day': return value.day;
    case 'named': return value.key;
    case 'today': return 'today';
  }
}
