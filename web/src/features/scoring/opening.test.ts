import { expect, test } from 'vitest';
import { scorersOf, sentStages, stageFields, type ChosenStage } from './opening';
import type { TableContent } from './types';

const content = { stages: [{ id: 'self' }, { id: 'field' }, { id: 'council' }], items: [{ scorer: '' }, { scorer: 'Nội vụ' }, { scorer: 'Y tế' }, { scorer: 'Nội vụ' }] } as TableContent;
const stage = (id: string, on: boolean, kind: ChosenStage['kind'] = ''): ChosenStage => ({ id, title: id, field: id === 'field', kind, on });

test('each field that scores is asked for once', () => {
  expect(scorersOf(content)).toEqual(['Nội vụ', 'Y tế']);
});

test('the unit’s own stage is always sent first, a stage left out is not sent', () => {
  expect(sentStages(content, [stage('field', false), stage('council', true, 'cluster')])).toEqual([{ id: 'self', kind: null }, { id: 'council', kind: 'cluster' }]);
});

test('a fault of the second stage sent stands at the first that was chosen', () => {
  expect(stageFields([stage('field', false), stage('council', true)])).toEqual(['stages[1]']);
});
