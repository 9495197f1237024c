// Scoring tables and agreements as their callers meet them. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Caller, signedIn } from './client.mjs';

const unitOf = async (caller, code) => (await caller.ok('list_units', { query: { q: code } })).items.find((each) => each.code === code).id;
const draft = (id, year, max, from) =>
  `schema_version: 1\nid: ${id}\ntitle: Bảng thử\nyear: ${year}\nscale: 100\npaper: {number: 20/HD-MH, issuer: UBND tỉnh Minh Họa, applies_from: ${from}}\nitems:\n  - {id: a, title: Mục A, max: ${max}}\n  - {id: b, title: Mục B, max: ${100 - max}}\n`;

test('everybody signed in reads the tables; a draft is tried without being stored, its faults by line', async () => {
  const clerk = await signedIn('canbo.xa');
  const tables = await clerk.ok('list_scoring_tables');
  const example = tables.items.find((each) => each.id === 'minh_hoa_xa');
  assert.match(example.title, /bảng ví dụ, chưa có văn bản/);
  const table = await clerk.ok('show_scoring_table', { params: { id: example.versions[0].id } });
  assert.equal(table.content.scale, '100.0');
  assert.equal(table.content.items_sum, '100.0');
  assert.equal(table.content.items.filter((item) => item.rule).length, 21);
  await clerk.refused('show_scoring_table', 404, 'scoring.version_unknown', { params: { id: 'khong-co' } });
  const tried = await clerk.ok('try_scoring_table', { body: { yaml: table.yaml.replace('max: 30', 'max: 31'), against: table.version.id } });
  assert.equal(tried.content, null);
  assert.match(tried.faults[0].text, /cộng lại là 30/);
  assert.ok(Number(tried.faults[0].line) > 10);
  const better = await clerk.ok('try_scoring_table', { body: { yaml: table.yaml.replace('from: 95, points: 6', 'from: 96, points: 6'), against: table.version.id } });
  assert.deepEqual(better.faults, []);
  assert.equal(better.effects.length, 1);
  assert.equal(better.effects[0].field, 'rule');
  await (await signedIn('quantri')).refused('try_scoring_table', 403, 'access.not_your_role', { body: { yaml: 'a', against: null } });
  assert.equal((await new Caller().call('list_scoring_tables')).status, 401);
});

test('a table is loaded by the unit that holds it, with its paper; the next version shows its effect', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xa');
  const unit_id = await unitOf(province, 'MH');
  const body = { yaml: draft('bang_thu_api', 2026, 60, '2026-01-01'), note: 'Kiểm thử', unit_id };
  await clerk.refused('load_scoring_table', 403, 'access.not_your_role', { query: { dry_run: false }, body });
  await province.refused('load_scoring_table', 422, 'scoring.table_refused', { query: { dry_run: true }, body: { ...body, yaml: body.yaml.replace(/paper.*\n/, '') } });
  await province.refused('load_scoring_table', 422, 'scoring.holder_missing', { query: { dry_run: true }, body: { ...body, unit_id: null } });
  assert.equal((await province.ok('load_scoring_table', { query: { dry_run: true }, body })).number, '1');
  const first = await province.ok('load_scoring_table', { query: { dry_run: false }, body });
  await province.refused('load_scoring_table', 409, 'scoring.same_version', { query: { dry_run: false }, body });
  const next = await province.ok('load_scoring_table', { query: { dry_run: false }, body: { ...body, yaml: draft('bang_thu_api', 2026, 70, '2026-06-01') } });
  assert.equal(next.number, '2');
  assert.equal(next.effects.length, 2);
  const compared = await clerk.ok('compare_scoring_tables', { params: { id: next.id }, query: { against: first.id } });
  assert.deepEqual(compared.items.map((each) => [each.id, each.field, each.from, each.to]), [['a', 'max', '60', '70'], ['b', 'max', '40', '30']]);
  await clerk.refused('compare_scoring_tables', 404, 'scoring.version_unknown', { params: { id: next.id }, query: { against: 'x' } });
});

test('the agreement of the invented district: ambition beside each target, one unsigned, its members follow the merger', async () => {
  const clerk = await signedIn('canbo.xa');
  const row = (await clerk.ok('list_agreements')).items.find((each) => each.year === 2025);
  const params = { id: row.id };
  const view = await clerk.ok('show_agreement', { params });
  assert.equal(view.row.state, 'in_force');
  assert.equal(view.row.members, 7);
  assert.equal(view.row.signatures, 6);
  assert.deepEqual(view.members.filter((each) => !each.signature).map((each) => each.unit_name), ['Xã Minh Họa D']);
  assert.equal(view.members.find((each) => each.unit_name === 'Xã Minh Họa E').follower_name, 'Xã Minh Họa Mới');
  const own = view.members.find((each) => each.unit_name === 'Xã Minh Họa A');
  assert.equal(own.targets[0].ambition.than_baseline, 'better');
  assert.equal(own.targets[0].ambition.peer_best, '100');
  assert.ok(own.targets[1].past.length > 0, 'appraised values of former years');
  await clerk.refused('show_agreement', 404, 'agreement.unknown', { params: { id: 'x' } });
  const form = await clerk.call('print_agreement', { params });
  assert.match(form.text, /Giao ước thi đua/i);
  assert.match(form.text, /Chưa ký/);
  const admin = await signedIn('quantri');
  for (const name of ['show_agreement', 'print_agreement']) await admin.refused(name, 403, 'access.not_your_role', { params });
  await admin.refused('list_agreements', 403, 'access.not_your_role');
  await admin.refused('list_scoring_holders', 403, 'access.not_your_role');
});

test('a holder by paper opens an agreement; members register and sign; members and table change by paper, effect first', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xa');
  const head = await signedIn('chutich.xa');
  const { today } = await province.ok('show_config');
  const [mh, a, b, c] = await Promise.all(['MH', 'MH0101', 'MH0102', 'MH0103'].map((code) => unitOf(province, code)));
  const holders = await clerk.ok('list_scoring_holders');
  assert.equal(holders.items[0].number, '90/QĐ-MH');
  const named = { root_id: a, holder_id: mh, from: today, until: null, number: '91/QĐ-MH', day: today, issuer: 'UBND tỉnh Minh Họa' };
  await clerk.refused('name_scoring_holder', 403, 'access.not_your_role', { body: named });
  await province.refused('name_scoring_holder', 422, 'agreement.faulty', { body: { ...named, number: ' ' } });
  await province.ok('name_scoring_holder', { body: named });

  const tables = (await province.ok('list_scoring_tables')).items.find((each) => each.id === 'bang_thu_api').versions;
  const [second, first] = tables.map((each) => each.id);
  const indicators = [{ title: 'Đường thôn', unit: '%', low_is_better: false, set_id: null, indicator: null }];
  const body = { title: 'Giao ước 2026', year: 2026, holder_id: mh, cluster_id: null, table_id: first, indicators, member_ids: [a, b] };
  await clerk.refused('open_agreement', 403, 'access.not_your_role', { body });
  await head.refused('open_agreement', 403, 'access.not_your_unit', { body });
  await province.refused('open_agreement', 422, 'agreement.faulty', { body: { ...body, member_ids: [] } });
  const opened = await province.ok('open_agreement', { body });
  const params = { id: opened.row.id };
  const amended = await province.ok('amend_agreement', { params, body: { title: 'Giao ước thử năm 2026', table_id: first, indicators, member_ids: [a, b] }, headers: { 'if-match': `"${opened.row.version}"` } });
  await province.refused('amend_agreement', 409, 'agreement.stale', { params, body: { title: 'x', table_id: first, indicators, member_ids: [a] }, headers: { 'if-match': `"${opened.row.version}"` } });
  assert.equal(amended.row.title, 'Giao ước thử năm 2026');
  const step = (name, more = {}) => ({ params, body: { step: name, number: null, day: null, note: null, ...more } });
  await clerk.refused('move_agreement', 403, 'access.not_your_role', step('call_for_targets'));
  await province.ok('move_agreement', step('call_for_targets'));

  const targets = { unit_id: a, targets: [{ line: 1, value: '97,5', baseline: '95', baseline_source: 'Báo cáo năm 2025' }], number: '05/ĐK', day: today };
  const unread = await clerk.refused('register_targets', 422, 'agreement.faulty', { params, body: { ...targets, targets: [{ line: 1, value: 'nhiều', baseline: null, baseline_source: null }] } });
  assert.equal(unread.faults[0].code, 'agreement.not_a_number');
  await clerk.refused('register_targets', 403, 'access.not_your_unit', { params, body: { ...targets, unit_id: b } });
  const registered = await clerk.ok('register_targets', { params, body: targets });
  assert.equal(registered.members.find((each) => each.unit_id === a).targets[0].value, '97.5');
  await province.ok('move_agreement', step('call_for_signatures'));
  const signature = { unit_id: a, name: 'Trần Văn Bình', position: 'Chủ tịch UBND xã' };
  await clerk.refused('sign_agreement', 403, 'access.not_your_role', { params, body: signature });
  await head.refused('record_agreement_signature', 403, 'access.not_your_unit', { params, body: { ...signature, number: '01', day: today } });
  await head.ok('sign_agreement', { params, body: signature });
  await province.refused('record_agreement_signature', 409, 'agreement.need.targets_registered', { params, body: { unit_id: b, name: 'Lê Thị Hạnh', position: 'Chủ tịch', number: '01/GƯ', day: today } });
  await (await signedIn('canbo.xab')).ok('register_targets', { params, body: { ...targets, unit_id: b } });
  await province.ok('record_agreement_signature', { params, body: { unit_id: b, name: 'Lê Thị Hạnh', position: 'Chủ tịch UBND xã', number: '01/GƯ', day: today } });
  await province.refused('move_agreement', 422, 'agreement.faulty', step('bring_into_force'));
  await province.ok('move_agreement', step('bring_into_force', { number: '01/GƯ', day: today }));

  const change = { join: [c], leave: [], from: today, number: '02/UBND', day: today };
  await clerk.refused('change_agreement_members', 403, 'access.not_your_role', { params, query: { dry_run: true }, body: change });
  const effect = await province.ok('change_agreement_members', { params, query: { dry_run: true }, body: change });
  assert.deepEqual([effect.before, effect.after, effect.to_sign, effect.version], [2, 3, 1, null]);
  assert.notEqual((await province.ok('change_agreement_members', { params, query: { dry_run: false }, body: change })).version, null);
  await clerk.refused('bind_scoring_table', 403, 'access.not_your_role', { params, query: { dry_run: true }, body: { table_id: second } });
  await province.refused('bind_scoring_table', 409, 'agreement.table_bound', { params, query: { dry_run: true }, body: { table_id: first } });
  assert.equal((await province.ok('bind_scoring_table', { params, query: { dry_run: true }, body: { table_id: second } })).effects.length, 2);
  await province.ok('bind_scoring_table', { params, query: { dry_run: false }, body: { table_id: second } });
  const view = await province.ok('show_agreement', { params });
  assert.deepEqual(view.tables.map((each) => each.counts), [false, true]);
  assert.equal(view.members.length, 3);
  await province.refused('move_agreement', 409, 'agreement.need.year_over', step('close'));
});
