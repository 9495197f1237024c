// The yearly review and the standings, as their callers meet them. Part of api.test.mjs, which counts every operation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';

test('a recognition is entered from its decision, once, by the coordinator', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const unit = (await caller.ok('list_units', { query: { under_code: 'MH', kind: 'commune', q: 'minh hoa d', limit: 1 } })).items[0];
  const body = { unit_id: unit.id, standing: 'standard', year: 2022, number: 'unknown', decided_on: null, signer: 'unknown', counts_from: '2022-12-31', source: 'Bản minh họa' };
  const made = await caller.ok('enter_recognition', { body });
  assert.equal(made.standing, 'standard');
  await caller.refused('enter_recognition', 409, 'assessment.recognition_stands', { body });
  await caller.refused('enter_recognition', 422, 'assessment.recognition_faulty', { body: { ...body, standing: 'task_completed' } });
  const all = await caller.ok('list_recognitions', { query: { unit: unit.id } });
  assert.deepEqual(all.items.map((r) => r.year), [2022]);
  await (await signedIn('canbo.xa')).refused('enter_recognition', 403, 'access.not_your_role', { body });
});
