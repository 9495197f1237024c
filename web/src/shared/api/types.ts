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

export type History = Schemas['History'];
