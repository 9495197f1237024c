import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type RankingView = Schemas['RankingView'];
export type RankingCluster = Schemas['RankingCluster'];
export type RankingRow = Schemas['RankingRow'];
export type PublicRanking = Schemas['PublicRanking'];
export type WhatIfView = Schemas['WhatIfView'];
