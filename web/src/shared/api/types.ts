// What the server says, in the shapes of its API (snake_case, days as text, int64 as text).

export interface Fault { code: string; message: string; where: string; line: number | string | null }
export interface Problem {
  type: string; title: string; status: number; code: string; args: Record<string, string>;
  clause: string | null; faults: Fault[]; incident: string | null;
}
export interface Action { name: string; allowed: boolean; because: string | null; clause: string | null }
export interface Page<T> { items: T[]; total: string; next: string | null }

export interface SessionRole { role: string; unit_id: string; unit_name: string; scope: string; from: string; until: string | null }
export interface Session {
  person_id: string; name: string; login: string; csrf: string; expires_at: string;
  second_factor_needed: boolean; must_change_password: boolean; second_factor_enrolled: boolean; roles: SessionRole[];
}
export interface SignIn { login: string; password: string; name: string; role: string }
export interface Config { version: string; world: string; demo: boolean; today: string; sign_ins: SignIn[] }
export interface OpenSession { id: string; started_at: string; last_seen_at: string; expires_at: string; peer: string; agent: string; current: boolean }

export interface Grant {
  id: string; role: string; unit_id: string; unit_name: string; scope: string; from: string; until: string | null;
  state: 'proposed' | 'granted' | 'refused' | 'ended'; proposed_by: string | null; decided_by: string | null;
  person_id?: string; person_name?: string; paper?: string; actions?: Action[];
}
export interface Person {
  id: string; login: string; name: string; position: string; closed: boolean; version: string; grants: Grant[]; actions: Action[];
}

export interface UnitRow {
  id: string; code: string; name: string; kind: string; parent_id: string | null; parent_name: string | null;
  rural: boolean; region: string | null; from: string; until: string | null; child_count?: string | number;
}
export interface UnitVersion extends Omit<UnitRow, 'id'> { change_id: string | null }
export interface LineageLink { unit_id: string; name: string; day: string; change_id: string; change_kind: string; part: 'full' | 'part' | 'unknown' }
export interface Unit {
  id: string; versions: UnitVersion[]; lineage: { before: LineageLink[]; after: LineageLink[] };
  path: { id: string; name: string }[]; child_counts: { kind: string; count: string | number }[]; actions: Action[];
}
export interface YearCount { year: number; day: string; counts: { kind: string; count: string | number; rural: boolean }[]; unassigned: string | number }
export interface Boundary { key: string; name: string; description: string }
export interface Reorganisation {
  id: string; kind: string; day: string; instrument: string; confidence: string; source: string; note: string; summary: string;
  countered_by: string | null; counters: string | null; actions: Action[]; before?: UnitRow[]; after?: UnitRow[];
}
export interface Cluster { id: string; name: string; kind: 'cluster' | 'block'; year: number; head_unit_id: string | null; members: { unit_id: string; name: string }[]; actions?: Action[] }

export interface SetVersion { number: string | number; loaded_at: string; loaded_by: string; digest: string; note: string; in_force: boolean }
export interface SetCounts { indicators: string | number; verified: string | number; confirmed: string | number; unconfirmed: string | number; unknown: string | number }
export interface CriteriaSetRow {
  id: string; title: string; level: string; period: string; legal_instrument: string; effective_from: string | null; effective_to: string | null;
  versions: SetVersion[]; counts: SetCounts; kind: 'set' | 'template' | 'procedure' | 'movement';
}
export interface Confirmation { threshold: string | null; instrument: string; number: string; day: string; signer: string; article: string | null; note: string; confirmed_by?: string; at?: string }
export interface Indicator {
  no: string; name: string; kind: string; unit: string; comparator: string; threshold_text: Record<string, string | null>; mode: string;
  confidence: string; source: string; note: string; both_sexes: boolean; if_present: boolean; sub_conditions: string[]; confirmation: Confirmation | null;
}
export interface Criterion { no: string; name: string; group: string; department: string; indicators: Indicator[] }
export interface CriteriaSet extends CriteriaSetRow { criteria: Criterion[]; regions: Record<string, string>; years: (string | number)[]; actions: Action[] }
export interface DiffLine { path: string; what: 'added' | 'removed' | 'changed'; from: string | null; to: string | null }
export interface DeskRow { indicator: string; name: string; criterion: string; threshold: string | null; confidence: string; source: string; unit: string; confirmation: Confirmation | null; actions: Action[] }

export type Verdict = 'met' | 'not_met' | 'undetermined' | 'not_applicable';
export interface Because {
  indicator: string; name: string; value: string | null; value_male?: string | null; value_female?: string | null; comparator: string;
  threshold: string | null; confidence: string; verdict: Verdict; unit?: string;
}
export interface CriterionVerdict { no: string; name: string; verdict: Verdict; because: Because[] }
export interface UnitVerdict { unit: string; met: number; of: number; verdict: Verdict; provisional: boolean; criteria: CriterionVerdict[]; preconditions?: CriterionVerdict[] }
export interface Trial { criteria_set: string; year: number | string; region: string; units: UnitVerdict[] }

export interface PastEntry {
  day: string; sequence: string; at: string; event: string; event_text: string; person_name: string; role: string; note: string;
  changes: { field: string; from: string | null; to: string | null }[];
}
export interface Parameter { key: string; value: string; unit: string; from: string; until: string | null; source: string; confidence: string }
