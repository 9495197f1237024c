// A score sheet as a workbook, and the lists of a round: taken away, filled in, checked, loaded; the board the same as its file; blind
// where the round is blind. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';
import { cell, nobody, paper, unitOf, whole } from './march.mjs';
import { filledIn, textsOf, workbook } from './workbook.mjs';

// Where an item and a column of the table meet.
function finder(bytes) {
  const texts = textsOf(bytes), title = (text) => Object.keys(texts).find((at) => texts[at] === text).replace(/\d+/, '');
  const row = (item) => Object.keys(texts).find((at) => /^A\d+$/.test(at) && texts[at] === item).slice(1);
  return (item, column) => title(column) + row(item);
}
const file = (bytes, typed) => ({ name: 'Phiếu.xlsx', content: filledIn(bytes, typed).toString('base64') });

async function newRound(province, more) {
  const { items } = await province.ok('list_scoring_tables');
  const { today } = await province.ok('show_config');
  const { id: table, year } = items.find((each) => each.id === 'minh_hoa_xa').versions[0];
  const body = {
    table, title: 'Chấm điểm bằng biểu', root_id: await unitOf(province, 'MH'), unit_kind: 'commune', clusters: null, units_on: null, opens_on: '2026-03-01', closes_on: today,
    stages: null, offices: null, is_blind: false, seed: 'hat-giong', paper: 'KH thử số 3', ...more,
  };
  const clusters = (await province.ok('list_clusters', { query: { year: String(year) } })).items;
  if (more.in_cluster) body.clusters = [clusters.find((each) => each.name === more.in_cluster).id];
  delete body.in_cluster;
  const { id } = await province.ok('open_score_round', { body });
  return { id };
}
const sheetOf = async (caller, round, label) => (await caller.ok('show_score_round', { params: round })).sheets.find((each) => each.label === label).id;

test('a commune takes its score sheet as a workbook, a fault stands beside its cell, then it loads, all or nothing', async () => {
  const province = await signedIn('dieuphoi.tinh'), clerk = await signedIn('canbo.xa'), other = await signedIn('canbo.xab'), team = await signedIn('thamtra.huyen');
  const round = await newRound(province, {});
  const params = { id: await sheetOf(province, round, 'Xã Minh Họa A') };
  const blank = await clerk.call('download_score_workbook', { params });
  assert.equal(decodeURIComponent(blank.headers.get('content-disposition').split("''")[1]), 'Phiếu chấm điểm năm 2025, Xã tự chấm - Xã Minh Họa A.xlsx');
  const at = finder(blank.bytes);
  await team.refused('download_score_workbook', 403, 'access.not_your_role', { params });
  await other.refused('download_score_workbook', 404, 'score.sheet_unknown', { params });
  await (await signedIn('kiemtoan')).refused('download_score_workbook', 403, 'access.not_your_role', { params });

  const faulty = file(blank.bytes, { [at('1.6', 'Điểm')]: 9, [at('1.1', 'Kế hoạch')]: '1.234,5', [at('1.4', 'Có hay không')]: 'có' });
  const dry = await clerk.ok('check_score_workbook', { params, body: faulty });
  assert.deepEqual(dry.faults.map(({ code, where }) => [code, where]).toSorted(), [['sheet.form_out_of_range', at('1.6', 'Điểm')], ['sheet.thousands_mark', at('1.1', 'Kế hoạch')]]);
  assert.equal(dry.may_be_written, false);
  const refusal = await clerk.refused('load_score_workbook', 422, 'score.workbook_refused', { params, body: faulty });
  assert.equal(refusal.faults.length, 2);
  const copy = await clerk.ok('annotate_score_workbook', { params, body: faulty });
  assert.equal(copy.name, 'Ghi chú lỗi - Phiếu.xlsx');
  assert.equal(textsOf(Buffer.from(copy.content, 'base64'))[at('1.6', 'Điểm')], '9');
  await clerk.refused('annotate_score_workbook', 422, 'assessment.file_not_base64', { params, body: { name: 'a', content: '?' } });
  const half = await clerk.ok('check_score_workbook', { params, body: file(blank.bytes, { [at('1.1', 'Thực hiện')]: 12 }) });
  assert.deepEqual(half.faults.map(({ code, where }) => [code, where]), [['scoring.plan_missing', at('1.1', 'Kế hoạch')]]);
  await clerk.refused('check_score_workbook', 422, 'sheet.form_not_ours', { params, body: { name: 'a.xlsx', content: workbook([['Mục', 'Điểm'], ['1.6', 2]]).toString('base64') } });

  const good = file(blank.bytes, { [at('1.6', 'Điểm')]: '2,5', [at('1.1', 'Kế hoạch')]: 12, [at('1.1', 'Thực hiện')]: 12, [at('1.4', 'Có hay không')]: 'Có' });
  const ready = await clerk.ok('check_score_workbook', { params, body: good });
  assert.deepEqual(ready.lines.map(({ line, after }) => [line, after]), [['1.1', 'kế hoạch 12, thực hiện 12'], ['1.4', 'có'], ['1.6', '2,5']]);
  const theirs = { id: await sheetOf(province, round, 'Xã Minh Họa B') };
  await other.refused('check_score_workbook', 422, 'score.workbook_of_other_unit', { params: theirs, body: good });
  for (const name of ['check_score_workbook', 'annotate_score_workbook', 'load_score_workbook']) {
    await team.refused(name, 403, 'access.not_your_role', { params, body: good });
    await other.refused(name, 404, 'score.sheet_unknown', { params, body: good });
  }
  assert.equal((await clerk.ok('load_score_workbook', { params, body: good })).cells, 3);
  await clerk.refused('load_score_workbook', 422, 'score.workbook_unchanged', { params, body: good });
  const view = await clerk.ok('show_score_sheet', { params });
  assert.equal(view.items.find((each) => each.id === '1.6').cells[0].score, '2.5');
  assert.equal(view.items.find((each) => each.id === '1.4').cells[0].actual, '1');

  // Somebody types meanwhile; then the unit sends, and its stage has passed.
  await clerk.ok('save_scores', { params: round, body: { cells: [cell(params.id, '1.6', 's2')] } });
  const late = await clerk.refused('load_score_workbook', 422, 'score.workbook_refused', { params, body: good });
  assert.deepEqual(late.faults.map(({ code }) => code), ['sheet.form_stale']);
  await clerk.ok('save_scores', { params: round, body: { cells: whole(params.id) } });
  await clerk.ok('send_score', { params, body: paper('1/BC', (await clerk.ok('show_config')).today) });
  await clerk.refused('load_score_workbook', 409, 'score.workbook_stage_passed', { params, body: good });
  const next = await newRound(province, { title: 'Chấm điểm bằng biểu, lần hai' });
  await clerk.refused('check_score_workbook', 422, 'score.workbook_of_other_round', { params: { id: await sheetOf(clerk, next, 'Xã Minh Họa A') }, body: good });

  // The board as a file says what the board says.
  const board = await province.ok('show_score_board', { params: round });
  const csv = await province.call('export_score_board', { params: round, query: { format: 'csv' } });
  const [heading, ...rows] = csv.text.trimEnd().split('\n').slice(0, -1).map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  assert.equal(heading.length, 3 + board.sheets.length * board.round.stages.length);
  const column = heading.indexOf('Xã Minh Họa A: Xã tự chấm');
  const shown = board.sheets.find((each) => each.sheet.label === 'Xã Minh Họa A').stages[0];
  for (const { item, points } of shown.cells) assert.equal(rows.find((row) => row[0] === item)[column], points, item);
  assert.equal(rows.length, board.items.length + 1);
  assert.equal(rows.at(-1)[column], shown.total);
  const one = await province.call('export_score_board', { params: round, query: { format: 'csv', stage: '0', cluster: 'không có' } });
  assert.equal(one.text.split('\n')[0], 'item,content,max');
  assert.equal((await province.call('export_score_board', { params: round, query: { format: 'csv', stage: '7' } })).status, 422);
  const own = await clerk.call('export_score_board', { params: round, query: { format: 'csv', stage: '0' } });
  assert.equal(own.text.split('\n')[0], 'item,content,max,Xã Minh Họa A: Xã tự chấm');    // not its rivals
  for (const name of ['export_score_board', 'export_score_round', 'export_ranking']) {
    await clerk.refused(name, 404, 'score.round_unknown', { params: { id: nobody }, query: { format: 'csv' } });
    await (await signedIn('quantri')).refused(name, 403, 'access.not_your_role', { params: round, query: { format: 'csv' } });
  }
  await clerk.refused('export_ranking', 404, 'ranking.not_closed', { params: round, query: { format: 'csv' } });
});

test('in a blind round neither the workbook nor the lists say whose sheet a checker scores', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const round = await newRound(province, { in_cluster: 'Cụm thi đua số 1 huyện Minh Họa', is_blind: true, stages: [{ id: 'self', kind: null }, { id: 'recheck', kind: 'cross_check' }] });
  const clerks = { 'Xã Minh Họa A': await signedIn('canbo.xa'), 'Xã Minh Họa B': await signedIn('canbo.xab'), 'Xã Minh Họa C': await signedIn('canbo.xac') };
  for (const [label, clerk] of Object.entries(clerks)) {
    const id = await sheetOf(clerk, round, label);
    await clerk.ok('save_scores', { params: round, body: { cells: whole(id) } });
    await clerk.ok('send_score', { params: { id }, body: paper('1/BC', (await clerk.ok('show_config')).today) });
  }
  for (const [label, clerk] of Object.entries(clerks)) {
    const blind = (await clerk.ok('show_score_round', { params: round })).sheets.find((each) => each.label.startsWith('Đơn vị '));
    const others = Object.keys(clerks).filter((each) => each !== label);
    const silent = (text) => others.forEach((each) => assert.ok(!text.includes(each), `${label} reads ${each}`));
    const taken = await clerk.call('download_score_workbook', { params: { id: blind.id } });
    silent(decodeURIComponent(taken.headers.get('content-disposition')));
    silent(Object.values(textsOf(taken.bytes)).join('\n'));
    for (const name of ['export_score_board', 'export_score_round']) {
      const { text } = await clerk.call(name, { params: round, query: { format: 'csv' } });
      silent(text);
      assert.ok(text.includes(blind.label) && text.includes(label), `${name} has both sheets`);
    }
    const named = await clerk.call('export_score_board', { params: round, query: { format: 'csv', cluster: 'Cụm thi đua số 1 huyện Minh Họa' } });
    assert.ok(!named.text.includes(blind.label));    // a neutral label has no cluster
  }
});
