import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type ScoringTables = Schemas['ScoringTables'];
export type ScoringTable = Schemas['ScoringTable'];
export type TableContent = Schemas['TableContent'];
export type TableItem = Schemas['TableItem'];
export type TableVersionRow = Schemas['TableVersionRow'];
export type TableEffect = Schemas['TableEffect'];
export type TableTrial = Schemas['TableTrial'];
export type LoadedTable = Schemas['LoadedTable'];
export type Agreements = Schemas['Agreements'];
export type AgreementView = Schemas['Agreement'];
export type MemberRow = Schemas['MemberRow'];
export type MemberTarget = Schemas['MemberTarget'];
export type AgreementAction = Schemas['AgreementAction'];
export type ScoringHolders = Schemas['ScoringHolders'];
