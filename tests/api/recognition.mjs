// Recognition dossiers, what offices confirm, the appraisal council, withdrawal, as their callers meet them. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';

const paper = (day, number = '01/MH') => ({ number, day, signer: 'unknown', via: 'document_system', note: null });
const unitOf = async (caller, code) => (await caller.ok('list_units', { query: { q: code } })).items.find((u) => u.code === code);
const state = (view) => view.dossier.state;

let council; // as the demonstration has it

test('a commune is recognised advanced while there is a district: every step by its paper, every office by its own', async () => {
  const clerk = await signedIn('canbo.xac');
  const district = await signedIn('thamtra.huyen');
  const province = await signedIn('dieuphoi.tinh');
  const unit = await unitOf(clerk, 'MH0103');
  const standing = await clerk.ok('show_missing', { params: { id: unit.id } });
  assert.equal(standing.current.standing, 'standard');
  assert.equal(standing.next, 'advanced');
  assert.equal(standing.conditions.length, 4);
  await (await signedIn('canbo.xab')).refused('show_missing', 403, 'access.not_your_unit', { params: { id: unit.id } });

  const wanted = { unit_id: unit.id, standing: 'advanced', area: null, field: null, year: 2024, on: '2025-02-03' };
  await (await signedIn('canbo.xab')).refused('open_dossier', 403, 'access.not_your_unit', { body: wanted });
  await clerk.refused('open_dossier', 422, 'dossier.standing_not_of_unit', { body: { ...wanted, standing: 'task_completed' } });
  const opened = await clerk.ok('open_dossier', { body: wanted });
  const params = { id: opened.dossier.id };
  await clerk.refused('open_dossier', 409, 'dossier.need.nothing_else_open', { body: wanted });
  assert.equal(opened.path.find((s) => s.status === 'now').action, 'self_assess');
  await (await signedIn('canbo.xab')).refused('show_dossier', 404, 'dossier.unknown', { params });

  await clerk.ok('record_self_assessment', { params, body: paper('2025-02-10') });
  await clerk.refused('record_posting', 422, 'dossier.step_faulty', { params, body: { ...paper('2025-02-25'), from: '2025-02-24', until: '2025-02-12' } });
  await clerk.ok('record_posting', { params, body: { ...paper('2025-02-25'), from: '2025-02-12', until: '2025-02-24' } });
  const meeting = await clerk.ok('record_commune_meeting', { params, body: { ...paper('2025-02-27'), present: 10, in_favour: 9, against: 1 } });
  assert.deepEqual(meeting.steps.at(-1).vote, { present: '10', in_favour: '9', against: '1', needed: '9' });
  assert.equal(meeting.steps.at(-1).provisional, true);
  const stale = await clerk.call('submit_dossier', { params, body: paper('2025-03-03', '40/TTr-UBND'), headers: { 'if-match': '"1"' } });
  assert.equal(stale.body.code, 'dossier.stale');
  const sent = await clerk.ok('submit_dossier', { params, body: paper('2025-03-03', '40/TTr-UBND') });
  assert.match(sent.steps.at(-1).receipt, /^CS-\d{4}-\d{6}$/);
  assert.equal(sent.dossier.holder_name, 'Huyện Minh Họa');
  await province.refused('receive_dossier', 409, 'dossier.need.no_district_stage', { params, body: paper('2025-03-05') });
  await district.ok('record_district_check', { params, body: paper('2025-03-12') });
  await district.ok('forward_dossier', { params, body: { ...paper('2025-03-20'), present: 21, in_favour: 21, against: 0 } });
  await province.refused('record_appraisal_report', 409, 'dossier.need.confirmations_given', { params, body: paper('2025-04-22') });

  const finance = await signedIn('taichinh.tinh');
  const police = await signedIn('congan.tinh');
  const works = [{ work: 'Đường liên thôn Minh Họa', volume: '1,2 km', amount: '1250000000' }];
  await finance.ok('hold_confirmation', { params, body: { ...paper('2025-04-01', '50/STC'), kind: 'debt', note: 'Đang rà soát' } });
  const owing = await finance.ok('confirm_debt', { params, body: { ...paper('2025-04-02', '51/STC'), works } });
  const debt = owing.conditions.find((c) => c.kind === 'debt');
  assert.equal(debt.verdict, 'not_met');
  assert.match(debt.missing[0], /chưa bố trí vốn 1\.250\.000\.000 đồng/);
  await finance.refused('confirm_security', 409, 'confirmation.need.in_charge', { params, body: { ...paper('2025-04-02'), met: true } });
  await police.ok('confirm_security', { params, body: { ...paper('2025-04-03', '52/CAT'), met: true } });
  const survey = { ...paper('2025-04-08', '53/BC-MTTQ'), households: 2100, asked: 1680, answered: 1600, satisfied: 1571, contents: [{ commune: null, content: 'Môi trường', answered: 1600, satisfied: 1500 }] };
  await (await signedIn('mattran.tinh')).refused('record_survey', 422, 'confirmation.faulty', { params, body: { ...survey, satisfied: 1700 } });
  await (await signedIn('mattran.tinh')).ok('record_survey', { params, body: survey });
  for (const login of ['thamdinh.so', 'nongnghiep.so', 'yte.so', 'giaoduc.so', 'noivu.so'])
    await (await signedIn(login)).ok('give_opinion', { params, body: { ...paper('2025-04-15', '54/YK'), met: true } });
  await province.ok('record_appraisal_report', { params, body: { ...paper('2025-04-22', '61/BC-VPĐP'), met: null } });

  const secretary = await signedIn('thuky.hoidong');
  council = (await secretary.ok('list_councils')).items[0];
  const session = { council_id: council.id, on: '2025-04-29', form: 'show_of_hands', number: '62/GM', day: '2025-04-25', signer: 'unknown', dossiers: [params.id] };
  await secretary.refused('plan_council_session', 409, 'dossier.need.conditions_met', { body: session });
  await finance.ok('confirm_debt', { params, body: { ...paper('2025-04-23', '55/STC'), works: [] } });
  const planned = await secretary.ok('plan_council_session', { body: session });
  const here = { params: { id: planned.id } };
  const present = council.members.map((m) => m.id);
  await secretary.refused('open_council_session', 409, 'session.need.quorum_met', { ...here, body: { present: present.slice(0, 6) } });
  await secretary.ok('open_council_session', { ...here, body: { present } });
  await secretary.refused('close_council_session', 409, 'session.need.every_matter_counted', { ...here, body: { number: '63/BB', day: '2025-04-29', signer: 'unknown' } });
  const vote = { dossier_id: params.id, named: [], counts: { in_favour: '9', against: '1', abstained: '0' }, conflicts: [] };
  await secretary.refused('record_votes', 422, 'council.faulty', { ...here, body: { ...vote, counts: { in_favour: '9', against: '2', abstained: '0' } } });
  const counted = await secretary.ok('record_votes', { ...here, body: vote });
  assert.deepEqual([counted.matters[0].of, counted.matters[0].needed, counted.matters[0].reached], ['10', '9', true]);
  await secretary.ok('close_council_session', { ...here, body: { number: '63/BB-HĐTĐ', day: '2025-04-29', signer: 'unknown' } });
  assert.ok((await province.ok('list_council_sessions')).items.some((s) => s.minutes_number === '63/BB-HĐTĐ'));
  await province.ok('show_council_session', here);

  const decider = await signedIn('lanhdao.tinh');
  const decision = { number: '64/QĐ-MH', day: null, signer: 'unknown', via: 'document_system', counts_from: '2025-05-20', note: null };
  await clerk.refused('decide_dossier', 403, 'access.not_your_role', { params, body: decision });
  const decided = await decider.ok('decide_dossier', { params, body: decision });
  assert.equal(state(decided), 'decided');
  assert.equal(state(await clerk.ok('announce_recognition', { params, body: paper('2025-06-05') })), 'announced');
  assert.equal((await clerk.ok('show_missing', { params: { id: unit.id } })).current.standing, 'advanced');
  assert.ok((await clerk.ok('list_dossiers', { query: { unit: unit.id } })).items.length >= 1);
  assert.equal(state(await clerk.ok('show_dossier', { params })), 'announced');
});

test('without a district the dossier goes straight to the province; sent back, completed, turned down; another is withdrawn', async () => {
  const clerk = await signedIn('canbo.xa');
  const province = await signedIn('dieuphoi.tinh');
  const waiting = (await clerk.ok('list_dossiers')).items.find((d) => d.state === 'agreed');
  const params = { id: waiting.id };
  await clerk.ok('submit_dossier', { params, body: paper('2025-09-03') });
  await (await signedIn('thamtra.huyen')).refused('record_district_check', 409, 'dossier.need.district_stage', { params, body: paper('2025-09-05') });
  await province.ok('receive_dossier', { params, body: paper('2025-09-08') });
  const back = { ...paper('2025-09-10'), requests: ['Bổ sung biên bản niêm yết'], due_on: '2025-09-30' };
  await province.refused('send_dossier_back', 422, 'dossier.step_faulty', { params, body: { ...back, requests: [] } });
  assert.equal((await province.ok('send_dossier_back', { params, body: back })).dossier.due_on, '2025-09-30');
  await clerk.ok('complete_dossier', { params, body: paper('2025-09-20') });
  await province.refused('turn_dossier_down', 422, 'dossier.step_faulty', { params, body: paper('2025-10-10') });
  const down = await province.ok('turn_dossier_down', { params, body: { ...paper('2025-10-10'), note: 'Chưa đủ điều kiện' } });
  assert.ok(down.path.some((s) => s.status === 'stopped'));

  const unit = await unitOf(clerk, 'MH0101');
  const area = await clerk.ok('open_dossier', { body: { unit_id: unit.id, standing: 'model_area', area: 'Khu dân cư Tây Minh Họa', field: null, year: 2025, on: '2025-10-01' } });
  const taken = await clerk.ok('withdraw_dossier', { params: { id: area.dossier.id }, body: { ...paper('2025-10-05'), note: 'Chuẩn bị lại' } });
  assert.equal(state(taken), 'withdrawn');
});

test('who speaks is named by papers, and the province enters its own mark of satisfaction', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const [root, office, front] = await Promise.all(['MH', 'MH-SXD', 'MH-MTTQ'].map((code) => unitOf(province, code)));
  const charge = { kind: 'debt', root_id: root.id, holder_id: office.id, from: '2026-01-01', until: null, paper: 'Quyết định minh họa số 71' };
  await province.refused('add_recognition_charge', 409, 'confirmation.survey_not_by_front', { body: { ...charge, kind: 'survey' } });
  await province.refused('add_recognition_charge', 409, 'confirmation.office_is_territory', { body: { ...charge, holder_id: root.id } });
  const all = await province.ok('add_recognition_charge', { body: charge });
  const made = all.items.find((c) => c.holder_id === office.id);
  await province.ok('end_recognition_charge', { params: { id: made.id }, body: { until: '2026-02-01' } });
  assert.ok((await province.ok('list_recognition_charges')).items.some((c) => c.kind === 'survey' && c.holder_id === front.id));
  const mark = { root_id: root.id, standing: 'advanced', overall: '92.5', each_content: null, from: '2026-01-01', number: '72/QĐ-MH', day: '2026-01-01', signer: 'unknown' };
  await (await signedIn('canbo.xa')).refused('enter_satisfaction_mark', 403, 'access.not_your_role', { body: mark });
  await province.refused('enter_satisfaction_mark', 422, 'confirmation.mark_faulty', { body: { ...mark, overall: '120' } });
  await province.ok('enter_satisfaction_mark', { body: mark });
  assert.ok((await province.ok('list_satisfaction_marks', { query: { root: root.id } })).items.some((m) => m.overall === '92.5'));
});

test('councils: set up by a paper, members from and to, a session called off', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const root = await unitOf(province, 'MH');
  const member = { name: 'Thành viên minh họa', position: 'Chuyên viên', unit_id: null, seat: 'chair', from: '2025-01-01', until: null };
  const paperOf = { root_id: root.id, name: 'Hội đồng thẩm định khu dân cư (minh họa)', number: '73/QĐ-MH', day: '2025-01-01', signer: 'unknown' };
  await province.refused('set_up_council', 422, 'council.faulty', { body: { ...paperOf, members: [] } });
  const made = await province.ok('set_up_council', { body: { ...paperOf, members: [member] } });
  const params = { id: made.id };
  const two = await province.ok('seat_member', { params, body: { ...member, name: 'Ủy viên minh họa', seat: 'member' } });
  await province.ok('unseat_member', { params, body: { member_id: two.members.find((m) => m.seat === 'member').id, until: '2025-06-01' } });
  await (await signedIn('canbo.xa')).refused('seat_member', 403, 'access.not_your_role', { params, body: member });
});

test('a recognition is withdrawn: a warning for the province alone, the unit heard, the council, the decision', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const clerk = await signedIn('canbo.xax');
  const secretary = await signedIn('thuky.hoidong');
  const { items } = await province.ok('list_withdrawal_warnings');
  const certain = items.find((w) => w.certain === 'alone');
  const possible = items.find((w) => w.certain === 'none' && w.possible === 'with_key');
  assert.deepEqual([certain.of, certain.unmet, certain.open], [19, 10, 0]);
  assert.deepEqual([possible.unmet, possible.open], [3, 3]);
  assert.ok(items.indexOf(certain) < items.indexOf(possible)); // what may be acted on comes first
  for (const login of ['canbo.xax', 'thamtra.huyen', 'thuky.hoidong', 'congbo.tinh']) await (await signedIn(login)).refused('list_withdrawal_warnings', 403, 'access.not_your_role');

  const proposal = { ...paper('2025-11-03', '80/BC-VPĐP'), recognition_id: certain.recognition_id, due_on: '2025-11-17', note: 'Mười tiêu chí không còn đạt' };
  await province.refused('propose_withdrawal', 409, 'withdrawal.need.rule_fires', { body: { ...proposal, recognition_id: possible.recognition_id } });
  const first = await province.ok('propose_withdrawal', { body: proposal });
  const params = { id: first.withdrawal.id };
  await province.refused('close_explanation', 409, 'withdrawal.need.day_passed', { params, body: { ...paper('2025-11-17'), note: 'Không giải trình' } });
  await province.ok('close_explanation', { params, body: { ...paper('2025-11-18'), note: 'Không giải trình' } });
  await province.ok('drop_withdrawal', { params, body: { ...paper('2025-11-19'), note: 'Xem xét lại sau' } });

  const again = await province.ok('propose_withdrawal', { body: { ...proposal, day: '2025-11-20', due_on: '2025-11-28' } });
  const id = again.withdrawal.id;
  await (await signedIn('canbo.xab')).refused('show_withdrawal', 404, 'withdrawal.unknown', { params: { id } });
  assert.ok((await clerk.ok('list_withdrawals')).items.some((w) => w.id === id));
  await clerk.ok('explain_withdrawal', { params: { id }, body: { ...paper('2025-11-25', '44/GT-UBND'), note: 'Xã đang khắc phục hậu quả bão' } });

  const present = council.members.map((m) => m.id);
  const agenda = { council_id: council.id, on: '2025-12-02', form: 'secret_ballot', number: '81/GM', day: '2025-11-27', signer: 'unknown', dossiers: [id] };
  const off = await secretary.ok('plan_council_session', { body: agenda });
  await secretary.ok('cancel_council_session', { params: { id: off.id }, body: { number: '82/TB', day: '2025-11-30', signer: 'unknown', reason: 'Hoãn họp' } });
  const session = await secretary.ok('plan_council_session', { body: { ...agenda, day: '2025-12-01', number: '83/GM' } });
  const here = { params: { id: session.id } };
  await secretary.ok('open_council_session', { ...here, body: { present } });
  await secretary.ok('record_votes', { ...here, body: { dossier_id: id, named: present.map((member_id) => ({ member_id, choice: 'in_favour' })), counts: null, conflicts: [] } });
  await secretary.ok('close_council_session', { ...here, body: { number: '84/BB-HĐTĐ', day: '2025-12-02', signer: 'unknown' } });
  const decision = { ...paper('2025-12-10', '85/QĐ-MH'), ends_on: '2025-12-11' };
  await (await signedIn('lanhdao.tinh')).refused('decide_withdrawal', 422, 'dossier.step_faulty', { params: { id }, body: { ...decision, ends_on: '2025-12-09' } });
  const ended = await (await signedIn('lanhdao.tinh')).ok('decide_withdrawal', { params: { id }, body: decision });
  assert.equal(ended.withdrawal.state, 'revoked');
  assert.equal(ended.recognition.withdrawal.number, '85/QĐ-MH');
  assert.equal((await clerk.ok('show_withdrawal', { params: { id } })).steps.at(-1).to, 'revoked');
  assert.ok(!(await province.ok('list_withdrawal_warnings')).items.some((w) => w.recognition_id === certain.recognition_id));
  const standing = await clerk.ok('show_missing', { params: { id: ended.withdrawal.unit_id } });
  assert.equal(standing.current, null);
});
