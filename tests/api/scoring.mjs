// The scoring of March as its callers meet it: a round, cells, papers, objections, facts, the board and the sample. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { signedIn } from './client.mjs';
import { cell, nobody, paper, unitOf, whole } from './march.mjs';

let round;
const sheets = {};

test('a round of scoring is opened with its seed, and only by its holder', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xa');
  const tables = await province.ok('list_scoring_tables');
  const { id: table } = tables.items.find((each) => each.id === 'minh_hoa_xa').versions[0];
  const { today } = await clerk.ok('show_config');
  const body = {
    table, title: 'Chấm điểm thử', root_id: await unitOf(province, 'MH'), unit_kind: 'commune', clusters: null, units_on: null, opens_on: '2026-03-01', closes_on: today,
    stages: null, offices: null, is_blind: false, seed: 'hat-giong', paper: 'KH thử số 1',
  };
  await clerk.refused('open_score_round', 403, 'access.not_your_role', { body });
  await province.refused('open_score_round', 422, 'score.round_faulty', { body: { ...body, title: ' ', stages: [{ id: 'khac', kind: null }] } });
  const made = await province.ok('open_score_round', { body });
  assert.equal(made.seed, 'hat-giong');
  round = { id: made.id };
  const view = await province.ok('show_score_round', { params: round });
  assert.equal(view.sheets.length, made.sheets);
  assert.equal(view.round.table_id, table);
  assert.deepEqual(view.round.stages.map((each) => each.kind), ['self', 'recheck', 'council']);
  for (const [label, key] of [['Xã Minh Họa A', 'a'], ['Xã Minh Họa B', 'b']]) sheets[key] = view.sheets.find((each) => each.label === label).id;
  await clerk.refused('show_score_round', 404, 'score.round_unknown', { params: { id: nobody } });
  const seen = await clerk.ok('show_score_round', { params: round });
  assert.deepEqual(seen.sheets.map((each) => each.label), ['Xã Minh Họa A']);    // not its rivals
  assert.ok((await clerk.ok('list_score_rounds')).items.some((each) => each.id === made.id && each.own_sheet === sheets.a));
});

test('a commune scores itself, is re-checked, returned, scored by the council, told, and answered before it is final', async () => {
  const clerk = await signedIn('canbo.xa');
  const team = await signedIn('thamtra.huyen');
  const council = await signedIn('thuky.hoidong');
  const params = { id: sheets.a };
  const { today } = await clerk.ok('show_config');
  await clerk.refused('save_scores', 422, 'score.cells_refused', { params: round, body: { cells: [cell(sheets.a, '1.6', 's9')] } });
  await (await signedIn('canbo.xab')).refused('save_scores', 404, 'score.sheet_unknown', { params: round, body: { cells: [cell(sheets.a, '1.6', 's1')] } });
  const refusal = await clerk.refused('send_score', 409, 'score.need.every_leaf_scored', { params, body: paper('1/BC', today) });
  assert.ok(refusal.faults.some((each) => each.where === '1.6'));
  assert.equal((await clerk.ok('save_scores', { params: round, body: { cells: whole(sheets.a) } })).cells, 18);
  await team.refused('save_scores', 403, 'access.not_your_role', { params: round, body: { cells: [cell(sheets.a, '1.6', 's1')] } });
  const sent = await clerk.ok('send_score', { params, body: paper('1/BC', today) });
  assert.match(sent.receipt, /^CS-\d{4}-\d{6}$/);
  await clerk.ok('withdraw_score', { params, body: { reason: 'Nhầm' } });
  await clerk.ok('send_score', { params, body: paper('2/BC', today) });
  assert.ok((await team.ok('list_my_duties')).items.some((each) => each.kind === 'scores_to_score'));

  await team.refused('save_scores', 422, 'score.cells_refused', { params: round, body: { cells: [cell(sheets.a, '1.6', 's2')] } });    // why?
  await team.ok('save_scores', { params: round, body: { cells: whole(sheets.a, { 1.6: ['s2', 'Hai tuyến chưa trồng hoa'] }) } });
  const stale = await team.call('save_scores', { params: round, body: { cells: [{ ...cell(sheets.a, '1.6', 's1', 'vì'), seen: '0' }] } });
  assert.equal(stale.body.code, 'score.cell_stale');
  await team.ok('return_score_items', { params, body: { items: [{ leaf: '3.2', reason: 'Bổ sung hợp đồng', due_on: today }] } });
  await team.refused('confirm_scores', 409, 'score.need.returns_answered', { params: round, body: { sheets: [sheets.a], paper: paper('3/BB', today) } });
  assert.ok((await clerk.ok('list_my_duties')).items.some((each) => each.kind === 'score_returned'));
  await clerk.ok('save_scores', { params: round, body: { cells: [cell(sheets.a, '3.2', ['100', '92'], 'Đã có hợp đồng')] } });
  assert.equal((await team.ok('confirm_scores', { params: round, body: { sheets: [sheets.a], paper: paper('3/BB', today) } })).sheets, 1);
  await council.ok('save_scores', { params: round, body: { cells: whole(sheets.a, { 1.6: ['s2', null] }) } });
  await council.ok('confirm_scores', { params: round, body: { sheets: [sheets.a], paper: paper('4/BB', today) } });
  await clerk.refused('object_to_score', 409, 'score.not_announced', { params, body: { leaf: '1.6', words: 'Xem lại', paper_number: null, paper_day: null } });
  await council.ok('announce_scores', { params: round, body: { sheets: [sheets.a], paper: paper('5/TB', today) } });

  const made = await clerk.ok('object_to_score', { params, body: { leaf: '1.6', words: 'Hai tuyến đã trồng hoa', paper_number: null, paper_day: null } });
  await council.refused('settle_scores', 409, 'score.need.objections_answered', { params: round, body: { sheets: [sheets.a] } });
  const answer = { accepted: true, words: 'Biên bản hợp lệ', paper_number: '6/TL', paper_day: today, score: '2.5', plan: null, actual: null };
  await clerk.refused('answer_score_objection', 403, 'access.not_your_role', { params: { id: made.id }, body: answer });
  await council.refused('answer_score_objection', 422, 'score.answer_faulty', { params: { id: made.id }, body: { ...answer, score: null } });
  await council.ok('answer_score_objection', { params: { id: made.id }, body: answer });
  await council.ok('settle_scores', { params: round, body: { sheets: [sheets.a] } });
  const view = await clerk.ok('show_score_sheet', { params });
  assert.equal(view.sheet.state, 'settled');
  assert.equal(view.items.find((each) => each.id === '1.6').cells.length, 3);    // every column stays
  assert.equal(view.items.find((each) => each.id === '1.6').points.at(-1), '2.5');
  assert.equal(view.objections[0].accepted, true);
  assert.equal(view.stages[1].paper_number, '3/BB');
  await council.ok('take_back_score', { params, body: { reason: 'Ghi nhầm' } });
  assert.equal((await clerk.ok('show_score_sheet', { params })).sheet.state, 'waiting');
  assert.ok((await clerk.ok('show_history', { params: { kind: 'score_sheet', id: sheets.a } })).items.length > 8);
});

test('facts by their papers, an extension, the board, the sample anyone redraws, and the CSV', async () => {
  const team = await signedIn('thamtra.huyen');
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xa');
  const { today } = await clerk.ok('show_config');
  const fact = { kind: 'knock_out', rule: 'no_dong', state: 'yes', found: '1200000', reason: 'công trình Đường thôn Minh Họa', paper_number: '8/XN', paper_day: today };
  await clerk.refused('record_score_fact', 403, 'access.not_your_role', { params: { id: sheets.a }, body: fact });
  await team.refused('record_score_fact', 422, 'score.fact_faulty', { params: { id: sheets.a }, body: { ...fact, paper_number: '' } });
  await team.ok('record_score_fact', { params: { id: sheets.a }, body: { ...fact, state: 'unconfirmed', found: null } });
  await team.ok('record_score_fact', { params: { id: sheets.a }, body: fact });
  const view = await team.ok('show_score_sheet', { params: { id: sheets.a } });
  assert.deepEqual(view.facts.map((each) => [each.state, each.is_last]), [['unconfirmed', false], ['yes', true]]);

  const extension = { unit_id: null, until: '2030-03-31', paper_number: '9/UBND', paper_day: today, reason: 'Mưa lũ' };
  await clerk.refused('extend_score_round', 403, 'access.not_your_role', { params: round, body: extension });
  await province.ok('extend_score_round', { params: round, body: extension });
  const { items } = await province.ok('list_scoring_tables');
  const { id: table } = items.find((each) => each.id === 'minh_hoa_xa').versions[0];
  const effects = await province.ok('change_score_table', { params: round, body: { table, dry_run: true } });
  assert.deepEqual(effects.items.map((each) => [each.label, each.before === each.after, each.faults]), [['Xã Minh Họa A', true, []]]);
  await clerk.refused('change_score_table', 403, 'access.not_your_role', { params: round, body: { table, dry_run: true } });
  await province.refused('change_score_table', 404, 'scoring.version_unknown', { params: round, body: { table: nobody, dry_run: true } });

  const board = await province.ok('show_score_board', { params: round });
  assert.ok(board.sheets.find((each) => each.sheet.id === sheets.a).stages.length === 3);
  const stages = board.round.stages.map((each) => each.id);
  const minutes = await province.call('print_score_minutes', { params: round, query: { stage: stages.at(-1), sheet: sheets.a } });
  assert.match(minutes.text, /Biên bản[^]*xã Minh Họa A[^]*Tổng điểm/);
  assert.ok(!minutes.text.includes('Xã Minh Họa B'));
  const of_all = (await province.call('print_score_minutes', { params: round, query: { stage: stages.at(-1) } })).text;
  assert.match(of_all, /Nội dung thay đổi điểm so với bước trước|giữ nguyên như bước trước/);
  await province.refused('print_score_minutes', 422, 'score.minutes_stage_unknown', { params: round, query: { stage: stages[0] } });
  await clerk.refused('print_score_minutes', 404, 'score.sheet_unknown', { params: round, query: { stage: stages[1], sheet: sheets.b } });
  await (await signedIn('quantri')).refused('print_score_minutes', 403, 'access.not_your_role', { params: round, query: { stage: stages[1] } });
  const sample = await clerk.ok('draw_score_sample', { params: round, query: { kind: 'items', sheet: sheets.a } });
  assert.equal(sample.order.length, 18);
  assert.equal(sample.order.filter((each) => each.taken).length, sample.size);
  for (const { name, digest } of sample.order) assert.match(digest, /^[0-9a-f]{64}$/, name);
  assert.deepEqual(sample.order.map((each) => each.digest), sample.order.map((each) => each.digest).toSorted());
  await clerk.refused('draw_score_sample', 422, 'score.sample_of_what', { params: round, query: { kind: 'weather', sheet: sheets.a } });
  await clerk.refused('draw_score_sample', 404, 'score.sheet_unknown', { params: round, query: { kind: 'items', sheet: sheets.b } });
  const csv = await province.call('export_score_sheets', { params: round });
  assert.match(csv.text ?? String(csv.body), /^unit,cluster,item,stage,score,plan,actual,reason\nXã Minh Họa A,/);
  await clerk.refused('export_score_sheets', 403, 'access.not_your_role', { params: round });
});

test('a score leans on a file of the unit’s store, cited by the unit alone', async () => {
  const clerk = await signedIn('canbo.xab');
  const unit = (await clerk.ok('show_session')).roles[0].unit_id;
  const bytes = readFileSync(new URL('../files/quarters.jpg', import.meta.url));
  const tus = { 'tus-resumable': '1.0.0' };
  const base64 = (text) => Buffer.from(text).toString('base64');
  const metadata = Object.entries({ filename: 'bien-ban.jpg', unit_id: unit, declaration: 'no_state_secret' }).map(([key, value]) => `${key} ${base64(value)}`).join(',');
  const started = await clerk.call('start_upload', { headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata } });
  const upload = { id: started.headers.get('location').split('/').at(-1) };
  await clerk.call('continue_upload', { params: upload, body: Uint8Array.from(bytes), headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' } });
  const { id } = (await clerk.call('finish_upload', { params: upload })).body;
  const params = { id: sheets.b };
  const body = { leaf: '1.1', evidence_id: id };
  await (await signedIn('canbo.xa')).refused('cite_for_score', 404, 'score.sheet_unknown', { params, body });
  await (await signedIn('thamtra.huyen')).refused('cite_for_score', 403, 'access.not_your_role', { params, body });
  await clerk.refused('cite_for_score', 404, 'evidence.unknown', { params, body: { ...body, evidence_id: nobody } });
  await clerk.ok('cite_for_score', { params, body });
  const view = await clerk.ok('show_score_sheet', { params });
  assert.deepEqual(view.items.find((each) => each.id === '1.1').evidence_cited.map((each) => each.id), [id]);
  await clerk.ok('uncite_for_score', { params, query: { leaf: '1.1', evidence: id } });
});

test('a cluster names its head from a day on', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xa');
  const year = 2025;
  const { id } = (await province.ok('list_clusters', { query: { year: String(year) } })).items.find((each) => each.name === 'Cụm thi đua số 1 huyện Minh Họa');
  const [a, b] = [await unitOf(province, 'MH0101'), await unitOf(province, 'MH0102')];
  const body = { unit_id: a, seat: 'head', from: `${year}-01-01`, paper: 'BB cụm' };
  await (await signedIn('canbo.xab')).refused('name_cluster_head', 403, 'access.not_your_unit', { params: { id }, body });    // no head yet
  const says = async (caller) => (await caller.ok('list_cluster_heads', { params: { id }, query: { year: String(year) } })).actions[0];
  assert.deepEqual(await says(await signedIn('canbo.xab')), { name: 'name_cluster_head', allowed: false, because: 'access.not_your_unit', clause: 'cs.clusters_by_paper' });
  assert.ok((await says(province)).allowed);
  await province.ok('name_cluster_head', { params: { id }, body });
  await clerk.ok('name_cluster_head', { params: { id }, body: { ...body, unit_id: b, from: `${year}-06-01` } });    // the head hands over
  const { items, running } = await clerk.ok('list_cluster_heads', { params: { id } });
  assert.equal(items.length, 2);
  assert.deepEqual(running, []);    // its round is settled
});
