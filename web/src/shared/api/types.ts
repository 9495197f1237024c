// Short names for what the server says; the shapes are generated from api/openapi.json.
import type { components } from './schema';

type Schemas = components['schemas'];

export type { Problem } from './client';
export type Action = Schemas['Action'];
export type Session = Schemas['Session'];
export type Config = Schemas['Config'];
export type SignIn = Schemas['SignIn'];
export type OpenSession = Schemas['OpenSession'];
export type Grant = Schemas['Grant'];
export type Person = Schemas['Person'];
export type People = Schemas['People'];
export type Role = Schemas['Role'];
export type Scope = Schemas['Scope'];

export type UnitRow = Schemas['UnitRow'];
export type Child = Schemas['Child'];
export type Unit = Schemas['Unit'];
export type UnitVersion = Schemas['UnitVersionRow'];
export type Units = Schemas['Units'];
export type LineageLink = Schemas['LineageLink'];
export type YearCount = Schemas['YearCountRow'];
export type Reorganisation = Schemas['ReorganisationPage'];
export type ReorganisationList = Schemas['ReorganisationList'];
export type Cluster = Schemas['Cluster'];
export type Clusters = Schemas['Clusters'];
export type ClusterHead = Schemas['ClusterHeadView'];
export type ClusterHeads = Schemas['ClusterHeads'];
export type HeadSeat = Schemas['HeadSeat'];

export type SetVersion = Schemas['SetVersion'];
export type SetCounts = Schemas['SetCounts'];
export type CriteriaSetRow = Schemas['CriteriaSetRow'];
export type CriteriaSets = Schemas['CriteriaSets'];
export type CriteriaSet = Schemas['CriteriaSet'];
export type Indicator = Schemas['Indicator'];
export type DiffLine = Schemas['SetDiffLine'];
export type SetLoading = Schemas['SetLoading'];
export type DeskRow = Schemas['DeskRow'];
export type Desk = Schemas['ConfirmationDesk'];
export type TrialPart = Schemas['TrialPart'];
export type Because = Schemas['Because'];
export type CriterionVerdict = Schemas['TrialCriterion'];
export type UnitVerdict = Schemas['TrialUnit'];
export type Trial = Schemas['Trial'];

export type Evidence = Schemas['EvidenceRow'];
export type EvidenceList = Schemas['EvidenceList'];
export type EvidenceWhole = Schemas['EvidenceWhole'];
export type EvidenceUse = Schemas['EvidenceUse'];
export type CitedEvidence = Schemas['CitedEvidence'];
export type CitedEvidenceList = Schemas['CitedEvidenceList'];

export type Delegations = Schemas['Delegations'];
export type FieldVisits = Schemas['FieldVisits'];

export type RoundRow = Schemas['RoundRow'];
export type RoundSheet = Schemas['RoundSheet'];
export type SheetView = Schemas['SheetView'];
export type SheetCriterion = Schemas['CriterionView'];
export type SheetIndicator = Schemas['IndicatorView'];
export type SheetLine = Schemas['LineView'];
export type PileRow = Schemas['PileRow'];
export type PileView = Schemas['PileView'];
export type PileSheet = Schemas['PileSheetRow'];
export type PileCell = Schemas['PileCell'];
export type PileHead = Schemas['PileIndicatorHead'];
export type ResultView = Schemas['ResultView'];
export type ReviewRow = Schemas['ReviewRow'];

export type History = Schemas['History'];

export type MyDuty = Schemas['Duty'];
export type Rounds = Schemas['Rounds'];
export type RoundView = Schemas['RoundView'];
export type RoundExtension = Schemas['RoundExtension'];
export type Charges = Schemas['Charges'];
export type ChargeRow = Schemas['ChargeRow'];
export type Stage = Schemas['Stage'];
export type SheetState = Schemas['SheetState'];
export type SheetCell = Schemas['CellView'];
export type ItemView = Schemas['ItemView'];
export type CellEdit = Schemas['CellEdit'];
export type SavedCells = Schemas['SavedCells'];
export type Submission = Schemas['SubmissionView'];
export type Receipt = Schemas['ReceiptView'];
export type Via = Schemas['Via'];
export type Board = Schemas['Board'];
export type BoardTarget = Schemas['BoardTarget'];
export type BoardLine = Schemas['BoardLine'];
export type BoardSeries = Schemas['BoardSeries'];
export type BoardUnits = Schemas['BoardUnits'];
export type BoardUnit = Schemas['BoardUnitRow'];
export type Standings = Schemas['Standings'];
export type StandingRow = Schemas['StandingRow'];
export type UnitStanding = Schemas['UnitStanding'];
export type Recognition = Schemas['RecognitionRow'];
export type StandingMap = Schemas['StandingMap'];
export type MapUnit = Omit<Schemas['MapShape'], 'path'>;
export type MapLayers = Schemas['MapLayers'];
export type MapLayerDrawn = Schemas['MapLayerDrawn'];
export type Target = Schemas['TargetRow'];
export type Targets = Schemas['Targets'];
export type Readings = Schemas['Readings'];
