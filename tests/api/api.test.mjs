// The API as its callers meet it, on the real program with the demonstration world. Order matters only inside a test.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Caller, operations, seen, signedIn } from './client.mjs';
import { totp } from './totp.mjs';
import './assessment.mjs';
import './recognition.mjs';
import './scoring.mjs';
import './ranking.mjs';
import './reports.mjs';
import './evidence.mjs';

import './papers.mjs';
import './value_import.mjs';
import './unit_workbook.mjs';
import './score_workbook.mjs';
import './lists.mjs';
import './board.mjs';
import './agreements.mjs';

const paper = { instrument: 'Văn bản minh họa', number: '03/VB-MH', day: '2024-01-05', signer: 'unknown' };

test('nobody sees anything but the configuration before signing in', async () => {
  const stranger = new Caller();
  const config = await stranger.ok('show_config');
  assert.equal(config.world, 'demo');
  for (const [name, { method, path, operation }] of operations)
    if (method === 'GET' && operation['x-permission'] !== 'anyone') {
      const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, p]) => [p, '00000000-0000-7000-8000-000000000000']));
      const answer = await stranger.call(name, { params });
      assert.equal(answer.status, 401, name);
    }
});

test('a wrong password is refused like an unknown login, and the sixth try is locked out', async () => {
  const stranger = new Caller();
  for (let i = 0; i < 5; ++i) await stranger.refused('sign_in', 401, 'access.sign_in_refused', { body: { login: 'khong.co', password: 'sai-mat-khau' } });
  const locked = await stranger.call('sign_in', { body: { login: 'khong.co', password: 'sai-mat-khau' } });
  assert.equal(locked.body.code, 'access.sign_in_locked');
});

test('a body that is no JSON, has an unknown field or a wrong type is refused at the field', async () => {
  const stranger = new Caller();
  assert.equal((await stranger.call('sign_in', { body: '{' })).body.code, 'json.malformed');
  const refusal = await stranger.refused('sign_in', 422, 'json.refused', { body: { login: 7, pasword: 'x' } });
  assert.deepEqual(refusal.faults.map((f) => f.where).sort(), ['login', 'password', 'pasword']);
});

test('a write without the CSRF token is refused', async () => {
  const caller = await signedIn('canbo.xa');
  caller.csrf = '';
  const answer = await caller.call('sign_out');
  assert.equal(answer.status, 403);
});

test('one’s own account: sessions, password, second factor', async () => {
  const caller = await signedIn('kiemtoan');
  const other = await signedIn('kiemtoan');
  const sessions = await caller.ok('list_my_sessions');
  assert.ok(sessions.items.length >= 2);
  await caller.ok('end_my_session', { params: { id: sessions.items.find((s) => !s.current).id } });
  assert.equal((await other.call('show_session')).status, 401);
  await caller.ok('show_session');
  await caller.ok('change_my_password', { body: { old: 'minhhoa-547', new: 'mat-khau-moi-2026' } });
  const { secret } = await caller.ok('enrol_second_factor');
  await caller.refused('confirm_second_factor', 422, 'access.code_wrong', { body: { code: '000000' } });
  await caller.ok('confirm_second_factor', { body: { code: totp(secret) } });
  await new Caller().refused('sign_in', 401, 'access.code_needed', { body: { login: 'kiemtoan', password: 'mat-khau-moi-2026' } });
  await caller.ok('drop_second_factor', { query: { code: totp(secret, Date.now() + 30_000) } });
  await caller.ok('sign_out');
});

test('units: the Plan’s day, search without diacritics, pages, counts, export', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const day = '2022-12-07';
  const communes = await caller.ok('list_units', { query: { under_code: '27', on: day, kind: 'commune', limit: 50 } });
  assert.equal(communes.total, '89');
  const rest = await caller.ok('list_units', { query: { under_code: '27', on: day, kind: 'commune', limit: 50, after: communes.next } });
  assert.equal(new Set([...communes.items, ...rest.items].map((u) => u.id)).size, 89);
  const [found] = (await caller.ok('list_units', { query: { q: 'dai dong thanh', on: day } })).items;
  assert.equal(found.name, 'Xã Đại Đồng Thành');
  await caller.ok('show_unit', { params: { id: found.id }, query: { on: day } });
  await caller.ok('show_history', { params: { kind: 'unit', id: found.id } });
  const province = (await caller.ok('list_units', { query: { kind: 'province', q: 'Bắc Ninh', on: day } })).items[0];
  assert.equal((await caller.ok('list_unit_children', { params: { id: province.id }, query: { on: day } })).items.length, 8);
  const years = (await caller.ok('count_units', { query: { boundary: 'plan_547', from_year: 2021, to_year: 2024 } })).years;
  assert.deepEqual(years.map((y) => y.counts.find((c) => c.kind === 'commune').count), ['89', '89', '70', '70']);
  const csv = await caller.call('export_units', { query: { format: 'csv', under_code: '27', on: day, kind: 'commune' } });
  assert.match(csv.text.trimEnd().split('\n').at(-1), /^# rows=89 sha256=[0-9a-f]{64}$/);
  await caller.ok('list_boundaries');
  const bad = await caller.call('list_units', { query: { on: '31/12/2022' } });
  assert.equal(bad.status, 422);
  await caller.refused('list_units', 422, 'org.before_records', { query: { on: '2020-12-31' } });
});

test('a reorganisation is tried, applied, shown and taken back by a counter-command', async () => {
  const caller = await signedIn('noivu.tinh');
  const yaml = `key: thu-nghiem-1\nday: '2026-01-01'\ntitle: Đổi tên (số liệu minh họa)\ninstrument: Nghị quyết minh họa số 02/NQ-MH\nsigned_on: unknown\nconfidence: verified\nsource: bản minh họa\nlines:\n- {do: rename, unit: 'MH0104', name: Xã Minh Họa Đổi}\n`;
  await caller.ok('apply_reorganisation', { query: { dry_run: true }, body: { yaml } });
  const before = (await caller.ok('list_reorganisations')).items.length;
  await caller.ok('apply_reorganisation', { query: { dry_run: false }, body: { yaml } });
  const items = (await caller.ok('list_reorganisations')).items;
  assert.equal(items.length, before + 1);
  const made = items.find((r) => r.key === 'thu-nghiem-1');
  await caller.ok('show_reorganisation', { params: { id: made.id } });
  await caller.ok('counter_reorganisation', { params: { id: made.id }, body: { reason: 'Ghi nhầm', paper: 'Công văn minh họa số 01' } });
  const faulty = await caller.call('apply_reorganisation', { query: { dry_run: true }, body: { yaml: yaml.replace('MH0104', 'KHONG') } });
  assert.equal(faulty.status, 422);
  const unallowed = await (await signedIn('canbo.xa')).call('apply_reorganisation', { query: { dry_run: true }, body: { yaml } });
  assert.equal(unallowed.status, 403);
});

test('units are imported all or nothing; clusters stand beside the tree', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const csv = 'unit,code,name,kind,parent,rural,region,from,until\n,MH-TV,Thư viện tỉnh Minh Họa,other,MH,,,2026-01-01,\n';
  await caller.ok('import_units', { query: { dry_run: true }, body: { csv } });
  await caller.ok('import_units', { query: { dry_run: false }, body: { csv } });
  const twice = await caller.call('import_units', { query: { dry_run: false }, body: { csv } });
  assert.equal(twice.status, 422);
  assert.equal(twice.body.faults[0].line, 2);
  const communes = (await caller.ok('list_units', { query: { under_code: 'MH', kind: 'commune' } })).items;
  const cluster = await caller.ok('add_cluster', { body: { name: 'Cụm thi đua số 1', kind: 'cluster' } });
  const id = cluster.id;
  await caller.ok('save_cluster', { params: { id, year: 2026 }, body: { name: 'Cụm thi đua số 1', head_unit_id: communes[0].id, member_ids: communes.slice(0, 3).map((u) => u.id) } });
  assert.equal((await caller.ok('list_clusters', { query: { year: 2026 } })).items.length, 1);
});

test('criteria: sets, a new version with its diff, confirmation one by one and by one paper, a trial', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const { items } = await caller.ok('list_criteria_sets');
  assert.ok(items.length >= 11);
  const id = 'xa-ntm-2021-2025';
  await caller.ok('show_criteria_set', { params: { id } });
  await caller.ok('list_confirmations', { params: { id } });
  const yaml = readFileSync(new URL('../../law/criteria/huyen_ntm_nang_cao_2021_2025.yaml', import.meta.url), 'utf8');
  const changed = yaml.replace(/^title: /m, 'title: (Minh họa) ');
  await caller.ok('load_criteria_set', { query: { dry_run: true }, body: { yaml: changed } });
  await caller.ok('load_criteria_set', { query: { dry_run: false }, body: { yaml: changed, note: 'thử phiên bản' } });
  const diff = await caller.ok('diff_criteria_set', { params: { id: 'huyen-ntm-nang-cao-2021-2025' }, query: { from: 1, to: 2 } });
  assert.equal(diff.items?.length ?? diff.length, 1);
  const broken = await caller.call('load_criteria_set', { query: { dry_run: true }, body: { yaml: yaml.replace('criteria_total: 9', 'criteria_total: 10') } });
  assert.equal(broken.status, 422);
  await caller.ok('confirm_threshold', { params: { id }, body: { indicator: '15.3', threshold: '20', region: 'DBSH', ...paper } });
  await caller.ok('confirm_by_paper', { params: { id: 'huyen-ntm-2021-2025' }, body: { ...paper, issuer: 'UBND tỉnh Minh Họa', indicators: ['*'] } });
  const verdict = await caller.ok('try_evaluation', {
    body: { criteria_set: id, region: 'DBSH', year: 2024, values_csv: 'unit,indicator,value,value_male,value_female,applicable\nXã Minh Họa A,10,59,,,\n' },
  });
  const income = verdict.units[0].criteria.find((c) => c.no === '10');
  assert.equal(income.verdict, 'met');
  await (await signedIn('quantri')).refused('try_evaluation', 403, 'access.not_your_role', { body: { criteria_set: id, region: 'DBSH', year: 2024, values_csv: 'x' } });
});

test('people: nobody gives himself a role, the proposer does not decide, a second person grants', async () => {
  const one = await signedIn('quantri');
  const two = await signedIn('quantri.hai');
  const me = await one.ok('show_session');
  const { today } = await one.ok('show_config');
  const unit = (await one.ok('list_units', { query: { under_code: 'MH', kind: 'commune', limit: 1 } })).items[0];
  const grant = { role: 'unit_clerk', unit_id: unit.id, scope: 'own', from: today, until: null, paper: 'Quyết định minh họa số 01' };
  const person = await one.ok('add_person', { body: { login: 'nguoi.moi', name: 'Người Mới', position: 'Công chức xã', password: 'mat-khau-dau-tien' } });
  const itself = await one.call('propose_grant', { params: { id: me.person_id }, body: grant });
  assert.ok(itself.status >= 400);
  const proposed = await one.ok('propose_grant', { params: { id: person.id }, body: grant });
  const grantId = proposed.id ?? proposed.grants.at(-1).id;
  const own = await one.call('decide_grant', { params: { id: grantId }, body: { grant: true, reason: '' } });
  assert.ok(own.status >= 400);
  await two.ok('list_grants', { query: { state: 'proposed' } });
  await two.ok('decide_grant', { params: { id: grantId }, body: { grant: true, reason: 'Đúng quyết định' } });
  await two.ok('end_grant', { params: { id: grantId }, body: { on: today, reason: 'Chuyển công tác' } });
  await one.ok('list_people', { query: { q: 'nguoi moi' } });
  await one.ok('show_person', { params: { id: person.id } });
  await one.ok('reset_password', { params: { id: person.id }, body: { password: 'mat-khau-khac-2026' } });
  const newcomer = new Caller();
  await newcomer.signIn('nguoi.moi', 'mat-khau-khac-2026');
  assert.equal((await newcomer.call('list_units')).status, 403, 'a password given by another must be changed first');
  await newcomer.ok('change_my_password', { body: { old: 'mat-khau-khac-2026', new: 'mat-khau-rieng-2026' } });
  const { secret } = await newcomer.ok('enrol_second_factor');
  await newcomer.ok('confirm_second_factor', { body: { code: totp(secret) } });
  await one.ok('reset_second_factor', { params: { id: person.id }, body: { reason: 'Mất điện thoại' } });
  await one.ok('close_person', { params: { id: person.id }, body: { reason: 'Nghỉ việc' } });
  await one.ok('erase_person', { params: { id: person.id }, body: { reason: 'Theo yêu cầu' } });
});

test('a repeated write with the same key gives the same reply and writes once', async () => {
  const caller = await signedIn('noivu.tinh');
  const headers = { 'idempotency-key': '0192f0c0-0000-7000-8000-00000000abcd' };
  const body = { name: 'Khối thi đua các sở', kind: 'block' };
  const first = await caller.call('add_cluster', { headers, body });
  const again = await caller.call('add_cluster', { headers, body });
  assert.equal(again.text, first.text);
  const other = await caller.call('add_cluster', { headers, body: { ...body, name: 'Khác' } });
  assert.equal(other.status, 422);
});

test('law: parameters of a day and every clause', async () => {
  const caller = await signedIn('canbo.xa');
  const salary = async (on) => (await caller.ok('list_parameters', { query: { on } })).items.find((p) => p.key === 'award.base_salary').value;
  assert.equal(await salary('2025-01-01'), '2340000');
  assert.equal(await salary('2026-07-01'), '2530000');
  assert.ok((await caller.ok('list_clauses')).items.length > 50);
});

after(() => {
  const folder = new URL('../../api/examples/', import.meta.url);
  if (process.env.WRITE_EXAMPLES) {
    mkdirSync(folder, { recursive: true });
    for (const [name, example] of seen) writeFileSync(new URL(`${name}.json`, folder), JSON.stringify(shortened(example), null, 2) + '\n');
  }
  const without = (test) => [...operations.keys()].filter((name) => !test(name));
  assert.deepEqual(without((name) => seen.has(name)), [], 'operations never answered well');
  assert.deepEqual(without((name) => existsSync(new URL(`${name}.json`, folder))), [], 'operations without an example: run with WRITE_EXAMPLES=1');
});

// Examples are to be read: a list shows its first two items, a long text its beginning; secrets are not kept.
function shortened(value, key = '') {
  if (Array.isArray(value)) return value.slice(0, 2).map((item) => shortened(item, key));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shortened(v, k)]));
  if (typeof value === 'string' && ['csrf', 'secret', 'uri'].includes(key)) return '…';
  return typeof value === 'string' && value.length > 300 ? value.slice(0, 300) + '…' : value;
}
