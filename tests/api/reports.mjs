// Half-year and year-end reports, and where one gets letters, as their callers meet them. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';

const unitOf = async (caller, code) => (await caller.ok('list_units', { query: { q: code } })).items.find((u) => u.code === code);
const zeros = (view, but = {}) => view.figures.map((f) => ({ figure: f.key, amount: but[f.key] ?? '0', reason: null }));
const figure = (view, key) => view.figures.find((f) => f.key === key);
const may = (view, name) => view.actions.find((a) => a.name === name).allowed;
const sentWith = { number: '88/BC-UBND', day: '2025-12-03', signer: 'Chủ tịch UBND xã', via: 'document_system', on: null };

test('a commune sends its year-end report; the province sees who did not, receives it, sends it back', async () => {
  const clerk = await signedIn('canbo.xax');
  const province = await signedIn('dieuphoi.tinh');
  const unit = await unitOf(clerk, 'MH0216');
  const params = { id: unit.id, period: '2025-year' };
  const { deadline } = await clerk.ok('show_periodic_report', { params: { ...params, period: '2026-year' } });
  assert.deepEqual([deadline.stated, deadline.due, deadline.cutoff], ['2026-12-05', '2026-12-07', '2026-12-04']); // the 5th is a Saturday
  assert.equal(deadline.provisional, true);

  const blank = await clerk.ok('show_periodic_report', { params });
  assert.equal(blank.id, null);
  assert.equal(may(blank, 'send_periodic_report'), false);
  await (await signedIn('canbo.xab')).refused('show_periodic_report', 403, 'access.not_your_unit', { params });
  await (await signedIn('quantri')).refused('show_periodic_report', 403, 'access.not_your_role', { params });
  await clerk.refused('show_periodic_report', 404, 'report.period_unknown', { params: { ...params, period: '2026-quarter' } });
  await clerk.refused('save_periodic_report', 422, 'report.form_faulty', { params, body: { version: '0', figures: [{ figure: 'canals', amount: '1.5', reason: null }], sections: {} } });
  await clerk.refused('send_periodic_report', 409, 'periodic_report.need.every_figure_known', { params, body: sentWith });

  const body = { version: '0', figures: zeros(blank, { residential_land: '1,5 ha', money_contributed: '2,5 tỷ' }), sections: { limits: 'Tiến độ chậm.' } };
  const saved = await clerk.ok('save_periodic_report', { params, body });
  assert.equal(figure(saved, 'residential_land').amount, '15.000');
  assert.equal(figure(saved, 'residential_land').hectares, '1,5 ha');
  assert.equal(figure(saved, 'money_contributed').amount, '2.500.000.000');
  await clerk.refused('save_periodic_report', 409, 'report.stale', { params, body });
  const sent = await clerk.ok('send_periodic_report', { params, body: sentWith });
  assert.equal(sent.state, 'sent');
  assert.match(sent.steps[0].receipt, /^CS-\d{4}-\d{6}$/);
  assert.equal(sent.timeliness, 'on_time');

  const paper = await province.call('print_periodic_report', { params });
  assert.equal(paper.status, 200);
  assert.match(paper.text, /88\/BC-UBND/);
  assert.match(paper.text, /2\.500\.000\.000/);
  assert.match(paper.text, /Tiến độ chậm\./);
  await (await signedIn('canbo.xab')).refused('print_periodic_report', 403, 'access.not_your_unit', { params });

  const query = { period: '2025-year', under: unit.id };
  assert.equal((await province.ok('list_periodic_reports', { query: { ...query, on: '2025-12-02' } })).items[0].timeliness, 'awaited'); // before it went
  const [row] = (await province.ok('list_periodic_reports', { query: { ...query, timeliness: 'on_time' } })).items;
  assert.equal(row.number, '88/BC-UBND');
  await province.refused('list_periodic_reports', 422, 'report.not_a_choice', { query: { timeliness: 'never' } });
  const everybody = await province.ok('list_periodic_reports', { query: { period: '2025-year' } });
  assert.ok(everybody.items.length > 20 && everybody.items.some((each) => each.level === 'province'));
  assert.equal((await clerk.ok('list_periodic_reports')).items.length, 1); // his own only
  await clerk.refused('receive_periodic_report', 403, 'access.not_your_role', { params, body: { on: null } });
  await province.ok('receive_periodic_report', { params, body: { on: null } });
  const back = await province.ok('return_periodic_report', { params, body: { reason: 'Thiếu phụ lục' } });
  assert.equal(back.state, 'returned');
  const again = await clerk.ok('send_periodic_report', { params, body: { ...sentWith, number: '89/BC-UBND', on: (await clerk.ok('show_config')).today } });
  assert.equal(again.steps.at(-1).action, 'resend');
  const history = await clerk.ok('show_history', { params: { kind: 'periodic_report', id: again.id } });
  assert.equal(history.items.length, 5);
  await (await signedIn('canbo.xab')).refused('show_history', 403, 'access.not_your_unit', { params: { kind: 'periodic_report', id: again.id } });
});

test('what the communes sent adds up at the province, and another figure there says why', async () => {
  const office = await signedIn('noivu.tinh');
  const unit = await unitOf(office, 'MH');
  const params = { id: unit.id, period: '2025-year' };
  const view = await office.ok('show_periodic_report', { params });
  assert.equal(figure(view, 'residential_land').sum, '17.300');
  assert.equal(view.not_reported, view.below.filter((each) => !each.counts).length);
  assert.ok(view.not_reported > 20);
  const figures = [{ figure: 'residential_land', amount: '2 ha', reason: null }];
  const refusal = await office.refused('save_periodic_report', 422, 'report.form_faulty', { params, body: { version: '0', figures, sections: {} } });
  assert.equal(refusal.faults[0].where, 'figures[0].reason');
  const saved = await office.ok('save_periodic_report', { params, body: { version: '0', figures: [{ ...figures[0], reason: 'Cộng đất do tỉnh vận động' }], sections: {} } });
  assert.equal(figure(saved, 'residential_land').sum, '17.300');
  assert.equal(figure(saved, 'residential_land').adjusted, true);
});

test('a person says where letters go, and takes it back', async () => {
  const clerk = await signedIn('canbo.xac');
  assert.deepEqual(await clerk.ok('show_my_mail'), { mail: null, digest: true });
  await clerk.refused('save_my_mail', 422, 'access.mail_form', { body: { mail: 'tai@vi.du\r\nBcc: x@y.vn', digest: true } });
  assert.deepEqual(await clerk.ok('save_my_mail', { body: { mail: 'tai@vi.du', digest: false } }), { mail: 'tai@vi.du', digest: false });
  assert.deepEqual(await clerk.ok('save_my_mail', { body: { mail: null, digest: true } }), { mail: null, digest: true });
  await clerk.refused('list_failed_letters', 403, 'access.not_your_role');
  const failed = await (await signedIn('quantri')).ok('list_failed_letters');
  assert.equal(failed.total, 0);
});
