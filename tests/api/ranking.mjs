// The ranking of a round as its callers meet it: open, closed, its package, published by two people, reopened. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { signedIn } from './client.mjs';
import { paper, unitOf, whole } from './march.mjs';

let round;
let closing;

test('an open ranking is for its holders, and is not closed before every sheet is settled', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const secretary = await signedIn('thuky.hoidong');
  const clerk = await signedIn('canbo.xa');
  const { today } = await clerk.ok('show_config');
  const tables = await province.ok('list_scoring_tables');
  const { id: table, year } = tables.items.find((each) => each.id === 'minh_hoa_xa').versions[0];
  const cluster = (await province.ok('list_clusters', { query: { year: String(year) } })).items.find((each) => each.name === 'Cụm thi đua số 1 huyện Minh Họa');
  const made = await province.ok('open_score_round', {
    body: {
      table, title: 'Xếp hạng thử', root_id: await unitOf(province, 'MH'), unit_kind: 'commune', clusters: [cluster.id], units_on: null, opens_on: '2026-03-01', closes_on: today,
      stages: [{ id: 'self', kind: null }, { id: 'council', kind: null }], offices: null, is_blind: false, seed: 'hat-giong', paper: 'KH thử số 2',
    },
  });
  round = { id: made.id };
  await clerk.refused('show_ranking', 404, 'ranking.not_closed', { params: round });
  const view = await province.ok('show_score_round', { params: round });
  const ids = view.sheets.map((each) => each.id);
  assert.equal(ids.length, 3);
  await secretary.refused('close_ranking', 409, 'closing.need.sheets_settled', { params: round, body: paper('1/BB', today) });
  const clerks = { 'Xã Minh Họa A': 'canbo.xa', 'Xã Minh Họa B': 'canbo.xab', 'Xã Minh Họa C': 'canbo.xac' };
  for (const sheet of view.sheets) {
    const unit = await signedIn(clerks[sheet.label]);
    const changes = { 'Xã Minh Họa B': { 1.6: ['s3'] }, 'Xã Minh Họa C': { 1.6: ['s1'] } }[sheet.label] ?? {};
    await unit.ok('save_scores', { params: round, body: { cells: whole(sheet.id, changes) } });
    await unit.ok('send_score', { params: { id: sheet.id }, body: paper('1/BC', today) });
    await secretary.ok('save_scores', { params: round, body: { cells: whole(sheet.id, changes) } });
  }
  await secretary.ok('confirm_scores', { params: round, body: { sheets: ids, paper: paper('2/BB', today) } });
  await secretary.ok('announce_scores', { params: round, body: { sheets: ids, paper: paper('3/TB', today) } });
  const open = await secretary.ok('show_ranking', { params: round });
  assert.equal(open.state, 'open');
  assert.equal(open.settled, 0);
  assert.ok(open.actions.find((each) => each.name === 'close_ranking' && !each.allowed && each.because === 'closing.need.sheets_settled'));
  await secretary.ok('settle_scores', { params: round, body: { sheets: ids } });
});

test('the minutes close it; the package carries the digest that anybody computes again', async () => {
  const secretary = await signedIn('thuky.hoidong');
  const clerk = await signedIn('canbo.xa');
  const { today } = await clerk.ok('show_config');
  await clerk.refused('close_ranking', 403, 'access.not_your_role', { params: round, body: paper('4/BB', today) });
  await secretary.refused('close_ranking', 422, 'ranking.faulty', { params: round, body: { ...paper('', today) } });
  const view = await secretary.ok('close_ranking', { params: round, body: paper('4/BB', today) });
  assert.equal(view.state, 'closed');
  assert.deepEqual(view.clusters[0].rows.map((each) => [each.unit_name, each.rank]), [['Xã Minh Họa B', 1], ['Xã Minh Họa A', 2], ['Xã Minh Họa C', 3]]);
  closing = { id: view.closing.id };
  const file = await secretary.call('download_ranking_package', { params: closing });
  const text = file.text ?? JSON.stringify(file.body);
  const result = text.slice(text.indexOf('"result":') + 9, text.indexOf(',\n"progress":'));
  const bare = `${result.slice(0, result.indexOf(',"digest":'))}}`;
  assert.equal(`sha256:${createHash('sha256').update(bare).digest('hex')}`, view.closing.digest);
  await clerk.refused('download_ranking_package', 403, 'access.not_your_role', { params: closing });
  const seen = await clerk.ok('show_ranking', { params: round });
  const other = seen.clusters[0].rows.find((each) => each.unit_name === 'Xã Minh Họa B');
  for (const reason of other.because) assert.ok(!['knock_out', 'hold', 'unconfirmed'].includes(reason.rule), reason.text);    // not its rival's reasons
});

test('one person proposes what everybody will read, another publishes it; reopening takes it down', async () => {
  const secretary = await signedIn('thuky.hoidong');
  const province = await signedIn('dieuphoi.tinh');
  const publisher = await signedIn('congbo.tinh');
  const clerk = await signedIn('canbo.xa');
  const { today } = await clerk.ok('show_config');
  const preview = await secretary.ok('preview_publication', { params: closing, query: { total: 'true', class: 'true', ranks_to: '1' } });
  assert.ok(preview.clusters[0].places.every((each) => each.rank === 1 || each.rank === null));
  const body = { total: true, klass: true, ranks_to: 1, number: '5/TB', day: today };
  await secretary.refused('propose_publication', 422, 'ranking.faulty', { params: closing, body: { ...body, ranks_to: 3 } });
  await clerk.refused('propose_publication', 403, 'access.not_your_role', { params: closing, body });
  const proposed = await secretary.ok('propose_publication', { params: closing, body });
  assert.equal(proposed.state, 'proposed');
  await secretary.refused('publish_ranking', 409, 'closing.need.another_person', { params: closing });
  await province.refused('turn_down_publication', 409, 'closing.need.reason_given', { params: closing, body: { reason: '' } });
  await province.ok('turn_down_publication', { params: closing, body: { reason: 'Chờ gửi các xã' } });
  await secretary.ok('propose_publication', { params: closing, body });
  await clerk.refused('preview_publication', 403, 'access.not_your_role', { params: closing });
  assert.ok((await publisher.ok('list_my_duties')).items.some((each) => each.kind === 'publication_to_decide' && each.object_id === round.id));
  assert.equal((await publisher.ok('preview_publication', { params: closing })).digest, proposed.closing.digest);
  assert.equal((await publisher.ok('publish_ranking', { params: closing })).state, 'published');
  assert.ok((await clerk.ok('show_history', { params: { kind: 'ranking_closing', id: closing.id } })).items.length >= 5);
  await secretary.refused('reopen_ranking', 409, 'closing.need.reason_given', { params: closing, body: { reason: ' ' } });
  const open = await secretary.ok('reopen_ranking', { params: closing, body: { reason: 'Nhập nhầm một mục' } });
  assert.equal(open.state, 'open');
  assert.equal(open.earlier.length, 1);
});

test('what if the table were another: tried, not kept', async () => {
  const secretary = await signedIn('thuky.hoidong');
  const clerk = await signedIn('canbo.xa');
  const yaml = 'id: thu\ntitle: Thử\nyear: 2025\nscale: 5\nitems: [{id: "1.6", title: Một, max: 3}, {id: moi, title: Mới, max: 2}]\n';
  const tried = await secretary.ok('try_ranking', { params: round, body: { yaml } });
  assert.deepEqual(tried.unscored, ['moi']);
  assert.equal(tried.clusters[0].rows[0].unit_name, 'Xã Minh Họa B');
  await secretary.refused('try_ranking', 422, 'scoring.table_refused', { params: round, body: { yaml: 'id: x\n' } });
  await clerk.refused('try_ranking', 403, 'access.not_your_role', { params: round, body: { yaml } });
});
