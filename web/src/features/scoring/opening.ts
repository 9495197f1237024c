// What the form of a round makes of the version of the table that was chosen.
import type { StageKind, TableContent } from './types';

/** A stage of the table after the first; `kind` "": as the table says. */
export interface ChosenStage { id: string; title: string; field: boolean; kind: StageKind | ''; on: boolean }

/** The fields that score, in the order of the table: each needs an office when a stage is scored by field. */
export const scorersOf = (content: TableContent): string[] => [...new Set(content.items.map((item) => item.scorer).filter(Boolean))];

/** The unit's own stage first, then those chosen. */
export function sentStages(content: TableContent, stages: ChosenStage[]): { id: string; kind: StageKind | null }[] {
  const first = content.stages[0]?.id ?? 'self';
  return [{ id: first, kind: null }, ...stages.filter((each) => each.on).map((each) => ({ id: each.id, kind: each.kind || null }))];
}

/** The names the server's faults give to the chosen stages, in their order. */
export const stageFields = (stages: ChosenStage[]): string[] => stages.filter((each) => each.on).map((_, i) => `stages[${i + 1}]`);
