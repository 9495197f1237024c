// Printed forms, cover while absent, field teams and sheets without a unit, as their callers meet them. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';

const plus = (day, n) => new Date(Date.parse(day) + n * 86400000).toISOString().slice(0, 10);

test('who is absent delegates a role by a paper and takes it back; both are named', async () => {
  const clerk = await signedIn('canbo.xa');
  const { today } = await clerk.ok('show_config');
  const mine = await clerk.ok('list_my_delegations');
  assert.ok(mine.colleagues.some((each) => each.login === 'chutich.xa'));
  const body = { grant_id: mine.roles[0].grant_id, login: 'chutich.xa', from: today, until: plus(today, 5), paper_number: '01/UQ-MH', paper_day: today };
  await clerk.refused('delegate_role', 409, 'grant.need.within_the_days', { body: { ...body, until: plus(today, 90) } });
  await clerk.refused('delegate_role', 409, 'grant.need.not_for_himself', { body: { ...body, login: 'canbo.xa' } });
  const made = await clerk.ok('delegate_role', { body });
  assert.equal(made.delegated_by, 'Nguyễn Thị Lan');
  const head = await signedIn('chutich.xa');
  assert.ok((await head.ok('show_session')).roles.some((role) => role.role === 'unit_clerk' && role.delegated_by === 'Nguyễn Thị Lan'));
  const params = { id: made.id };
  await head.refused('end_delegation', 409, 'grant.need.given_by_himself', { params, body: { on: today, reason: 'x' } });
  const ended = await clerk.ok('end_delegation', { params, body: { on: today, reason: 'Đã trở lại làm việc' } });
  assert.equal(ended.state, 'ended');
  await (await signedIn('quantri')).refused('delegate_role', 403, 'access.not_your_role', { body });
});

test('the forms of a sheet are printed for who may see it; a field team stands beside it; a sheet with a unit is not handed over', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xab');
  const { today } = await province.ok('show_config');
  const rounds = await province.ok('list_rounds');
  let sheet;
  for (const round of rounds.items)
    sheet ??= (await clerk.ok('show_round', { params: { id: round.id } })).sheets.find((row) => row.state !== 'draft' && row.state !== 'appraised') ?? sheet;
  assert.ok(sheet, 'a sheet of the commune under check');
  const params = { id: sheet.id };
  const report = await clerk.call('print_sheet', { params });
  assert.equal(report.status, 200);
  assert.match(report.text, /Độc lập - Tự do - Hạnh phúc/);
  assert.ok(!/<script|style="/.test(report.text));
  const minutes = await province.call('print_minutes', { params, query: { criterion: '1' } });
  assert.match(minutes.text, /Biên bản/);
  await province.refused('print_minutes', 404, 'assessment.criterion_not_here', { params, query: { criterion: '99' } });
  await (await signedIn('quantri')).refused('print_sheet', 403, 'access.not_your_role', { params });

  const visit = { visited_on: today, members: 'Bà Phạm Thu Hà, trưởng đoàn', minutes_number: '01/BB-MH', minutes_day: today, unit_signer: 'Trần Văn Bình', office_signer: 'Hoàng Minh Đức', evidence: null, findings: [{ indicator: '1.1', finding: 'Có quyết định phê duyệt' }] };
  await province.refused('record_field_visit', 422, 'assessment.visit_faulty', { params, body: { ...visit, findings: [] } });
  await clerk.refused('record_field_visit', 403, 'access.not_your_role', { params, body: visit });
  await province.ok('record_field_visit', { params, body: visit });
  assert.equal((await clerk.ok('list_field_visits', { params })).items.at(-1).minutes_number, '01/BB-MH');

  await province.ok('list_orphan_sheets');
  await province.refused('hand_over_sheet', 409, 'assessment.sheet_has_holder', { params, body: { to_id: sheet.unit_id, paper_number: '1/QĐ', paper_day: today, reason: 'x' } });
});

test('a sheet whose unit is no more, with no one successor, waits for a decision and is handed over by a paper', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const { today } = await province.ok('show_config');
  const yaml = "key: thu-giai-the\nday: '2026-02-01'\ntitle: Giải thể (số liệu minh họa)\ninstrument: Nghị quyết minh họa số 03/NQ-MH\nsigned_on: unknown\nconfidence: verified\nsource: bản minh họa\nlines:\n- {do: dissolve, unit: 'MH0217', within: 'MH'}\n";
  await province.ok('apply_reorganisation', { query: { dry_run: false }, body: { yaml } });
  const made = (await province.ok('list_reorganisations')).items.find((r) => r.key === 'thu-giai-the');
  const orphan = (await province.ok('list_orphan_sheets')).items.find((row) => row.unit_name === 'Xã Minh Họa Y');
  assert.ok(orphan);
  const to = (await province.ok('list_units', { query: { q: 'MH0216' } })).items.find((u) => u.code === 'MH0216');
  await province.ok('hand_over_sheet', { params: { id: orphan.id }, body: { to_id: to.id, paper_number: '07/QĐ-MH', paper_day: today, reason: 'Địa bàn chuyển về xã bên' } });
  assert.ok(!(await province.ok('list_orphan_sheets')).items.some((row) => row.id === orphan.id));
  await province.ok('counter_reorganisation', { params: { id: made.id }, body: { reason: 'Chỉ để thử', paper: 'Công văn minh họa số 02' } });
});
