import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type ScoreRounds = Schemas['ScoreRounds'];
export type ScoreRoundView = Schemas['ScoreRoundView'];
export type ScoreSheetView = Schemas['ScoreSheetView'];
export type ScoreSheetRow = Schemas['ScoreSheetRow'];
export type ScoreItem = Schemas['ScoreItemView'];
export type ScoreCell = Schemas['ScoreCellView'];
export type ScoreBoard = Schemas['ScoreBoard'];
export type BoardSheet = Schemas['BoardSheet'];
export type BoardItem = Schemas['BoardItem'];
export type Sample = Schemas['ScoreSampleView'];
export type Objection = Schemas['ObjectionView'];
export type ScoreState = Schemas['ScoreState'];
export type StagePaper = Schemas['StagePaperInput'];
export type StageKind = Schemas['StageKind'];
export type ScoringTables = Schemas['ScoringTables'];
export type TableEffects = Schemas['ScoreTableEffects'];
