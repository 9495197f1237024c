import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type RoundView = Schemas['RoundView'];
export type RoundSheet = Schemas['RoundSheet'];
export type ValueFile = Schemas['ValueFileView'];
export type ValueFileColumn = Schemas['ValueFileColumn'];
export type ValueFileLine = Schemas['ValueFileLine'];
export type ImportColumn = Schemas['ValueImportColumn'];
export type ImportInput = Schemas['ValueImportInput'];
export type ImportCheck = Schemas['ValueImportCheck'];
export type ImportFault = Schemas['ValueImportFault'];
