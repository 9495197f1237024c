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

const values = (sheet) => {
  // Answers every indicator that has a known threshold with just that threshold, and explains the rest.
  const cells = [];
  for (const criterion of sheet.criteria)
    for (const indicator of criterion.indicators) {
      const [line] = indicator.lines;
      const said = line.threshold ?? (line.kind === 'boolean' ? 'true' : '');
      const cell = { line: line.no, note: said ? '' : 'Chưa có mức của tỉnh' };
      cells.push(line.both_sexes ? { ...cell, value_male: said, value_female: said } : { ...cell, value: line.kind === 'text' ? '' : said, note: line.kind === 'text' ? 'Chưa có thang' : cell.note });
    }
  return cells;
};
const report = { paper_number: '15/BC-UBND', paper_day: '2023-12-20', signer: 'Trần Văn Bình', via: 'document_system' };

test('the yearly review: a round, a sheet filled in and sent, one indicator sent back, a paper that confirms, the result', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xa');
  const office = await signedIn('thamdinh.so');
  const { today } = await province.ok('show_config');
  const set = 'xa-ntm-2021-2025';
  const unit = async (code) => (await province.ok('list_units', { query: { q: code } })).items.find((u) => u.code === code);
  const root = await unit('MH'), commune = await unit('MH0101'), department = await unit('MH-SXD');

  const charge = { set, criteria: ['1'], stage: 'department', root_id: root.id, holder_id: department.id, from: '2021-03-01', paper: 'Quyết định minh họa số 05' };
  await province.ok('assign_charge', { body: charge });
  await province.refused('assign_charge', 422, 'assessment.charge_faulty', { body: { ...charge, criteria: ['99'] } });
  assert.ok((await office.ok('list_charges', { query: { set } })).items.length >= 1);

  const round = { set, year: 2022, title: 'Rà soát năm 2022 (số liệu minh họa)', root_id: root.id, units_on: '2022-12-31', opens_on: '2022-12-31', closes_on: '2023-01-15', paper: 'Công văn minh họa số 06', only: [commune.id] };
  await province.refused('open_round', 422, 'assessment.round_faulty', { body: { ...round, title: ' ' } });
  const { id } = await province.ok('open_round', { body: round });
  await clerk.refused('open_round', 403, 'access.not_your_role', { body: round });
  const extension = { unit_id: null, until: today, paper_number: '09/CV-MH', paper_day: '2023-01-10', reason: 'Số liệu minh họa' };
  await province.refused('extend_round', 422, 'assessment.extension_faulty', { params: { id }, body: { ...extension, reason: '' } });
  await province.ok('extend_round', { params: { id }, body: extension });
  assert.ok((await clerk.ok('list_rounds')).items.some((r) => r.id === id));
  const [row] = (await clerk.ok('show_round', { params: { id } })).sheets;
  assert.equal(row.state, 'draft');

  const params = { id: row.id };
  const sheet = await clerk.ok('show_sheet', { params });
  assert.ok(sheet.actions.find((a) => a.name === 'submit_sheet').because.startsWith('sheet.need.'));
  const bad = await clerk.refused('save_cells', 422, 'assessment.cells_refused', { params, body: { cells: [{ line: '10', value: 'nhiều' }] } });
  assert.equal(bad.faults[0].where, 'cells[0].value');
  const saved = await clerk.ok('save_cells', { params, body: { cells: values(sheet) } });
  assert.deepEqual(saved.unanswered, []);
  await clerk.refused('save_cells', 409, 'assessment.cell_stale', { params, body: { cells: [{ line: '10', value: '7', seen: 0 }] } });
  await clerk.refused('submit_sheet', 409, 'sheet.need.paper_named', { params, body: { ...report, paper_number: '' } });
  const sent = await clerk.ok('submit_sheet', { params, body: report });
  assert.match(sent.receipt, /^CS-\d{4}-\d{6}$/);
  assert.equal((await clerk.ok('show_receipt', { params: { id: sent.receipt } })).digest, sent.digest);
  assert.equal((await office.ok('show_receipt', { params: { id: sent.receipt } })).digest, sent.digest);
  await clerk.refused('show_receipt', 404, 'assessment.receipt_unknown', { params: { id: 'CS-2020-000001' } });
  await clerk.ok('withdraw_sheet', { params, body: { reason: 'Gửi nhầm' } });
  await clerk.ok('submit_sheet', { params, body: report });

  const pile = (await office.ok('list_queue')).items.find((p) => p.round_id === id);
  assert.deepEqual([pile.criterion, pile.open], ['1', 1]);
  assert.ok((await office.ok('list_my_duties')).items.some((d) => d.kind === 'pile_to_check'));
  const seen = await office.ok('show_pile', { params: { id }, query: { criterion: '1' } });
  assert.equal(seen.sheets.length, 1);
  await office.refused('show_pile', 403, 'assessment.not_in_charge', { params: { id }, query: { criterion: '2' } });
  const confirmation = { criterion: '1', number: '88/SXD-MH', day: '2023-01-10', signer: 'unknown', sheet_ids: [row.id], exceptions: [{ sheet_id: row.id, indicator: '1.1', reason: 'Thiếu quyết định phê duyệt', due_on: today }] };
  await office.refused('confirm_many', 422, 'assessment.confirmation_refused', { params: { id }, body: { ...confirmation, number: '' } });
  const made = await office.ok('confirm_many', { params: { id }, body: confirmation });
  assert.equal(made.returned, 1);
  assert.ok((await clerk.ok('list_my_duties')).items.some((d) => d.kind === 'sheet_returned' && d.by === today));
  await clerk.refused('save_cells', 409, 'assessment.cells_locked', { params, body: { cells: [{ line: '10', value: '1' }] } });
  await clerk.ok('save_cells', { params, body: { cells: [{ line: '1.1', value: 'đạt', note: 'Quyết định minh họa số 12' }] } });
  await clerk.ok('resubmit_sheet', { params, body: report });
  await office.ok('check_items', { params, body: { checks: [{ indicator: '1.1', action: 'agree' }] } });
  await office.refused('check_items', 422, 'assessment.checks_refused', { params, body: { checks: [{ indicator: '10', action: 'agree' }] } });

  const now = await province.ok('show_sheet', { params });
  const rest = now.criteria.flatMap((c) => c.indicators).filter((i) => i.mine);
  const checked = await province.ok('check_items', { params, body: { checks: rest.map((i) => ({ indicator: i.no, action: 'agree' })) } });
  assert.equal(checked.state, 'checked');
  await province.refused('appraise_sheet', 409, 'sheet.need.verdict_decided', { params, body: {} });
  await province.ok('correct_value', { params, body: { indicator: '10', lines: [{ line: '10', value: '1' }], reason: 'Theo số của Cục Thống kê (minh họa)' } });
  const result = await province.ok('appraise_sheet', { params, body: { paper_number: '05/TB-MH', paper_day: '2023-02-01' } });
  assert.equal(result.verdict, 'not_met');
  await province.ok('reopen_sheet', { params, body: { reason: 'Xem lại thu nhập' } });
  assert.equal((await province.ok('appraise_sheet', { params, body: {} })).sequence, 2);
  const stranger = await signedIn('quantri');
  await stranger.refused('show_sheet', 403, 'access.not_your_role', { params });
});
