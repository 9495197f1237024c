import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type Reports = Schemas['PeriodicReports'];
export type ReportRow = Schemas['ReportRow'];
export type ReportView = Schemas['PeriodicReportView'];
export type ReportFigure = Schemas['ReportFigure'];
export type ReportSection = Schemas['ReportSection'];
export type ReportStep = Schemas['ReportStep'];
export type UnitBelow = Schemas['ReportOfUnitBelow'];
export type Deadline = Schemas['ReportDeadline'];
export type Timeliness = Schemas['Timeliness'];
export type Via = Schemas['Via'];
