// Lists taken away as files: the same rows in both formats, each proving itself. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Caller, signedIn } from './client.mjs';
import { textsOf } from './workbook.mjs';

// Both files of a list; answers the lines of the CSV without heading and end.
async function taken(caller, name, options = {}) {
  const ask = (format) => caller.call(name, { ...options, query: { ...options.query, format } });
  const csv = await ask('csv');
  assert.equal(csv.status, 200, csv.text);
  const lines = csv.text.trimEnd().split('\n'), rows = lines.slice(1, -1);
  const sum = createHash('sha256').update(rows.map((row) => `${row}\n`).join('')).digest('hex');
  assert.equal(lines.at(-1), `# rows=${rows.length} sha256=${sum}`);
  const book = await ask('xlsx');
  assert.equal(book.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const texts = textsOf(book.bytes);
  assert.equal(Object.keys(texts).filter((at) => /^[A-Z]+1$/.test(at)).length, lines[0].split(',').length);
  assert.match(texts[`A${rows.length + 2}`], new RegExp(`^Hết danh sách: ${rows.length} dòng\\. SHA-256 của các dòng trên: [0-9a-f]{64}$`));
  assert.ok(!Object.values(texts).some((text) => text.includes('⟨')), `${name}: a word without a sentence`);
  await caller.refused(name, 422, 'access.list_format', { ...options, query: { ...options.query, format: 'pdf' } });
  return rows;
}

test('every list is a file in two formats that counts and proves its rows', async () => {
  const province = await signedIn('dieuphoi.tinh'), clerk = await signedIn('canbo.xab'), machine = await signedIn('quantri');
  const on = '2022-12-07';
  assert.equal((await taken(clerk, 'export_units', { query: { under_code: '27', on } })).length > 100, true);
  assert.equal((await taken(clerk, 'export_standings', { query: { boundary: 'plan_547', on } })).length > 0, true);
  await taken(clerk, 'export_board_units', { query: { boundary: 'plan_547', on, target: 'advanced_communes', part: 'counted' } });
  await clerk.refused('export_board_units', 422, 'report.not_a_choice', { query: { format: 'csv', target: 'x', part: 'counted' } });

  const rounds = (await province.ok('list_rounds')).items;
  const round = (await Promise.all(rounds.map(async ({ id }) => (await province.ok('show_round', { params: { id } }))))).find(({ sheets }) => sheets.some((s) => s.sent_at));
  const params = { id: round.round.id };
  assert.equal((await taken(province, 'export_round_sheets', { params })).length, round.sheets.length);
  const all = await taken(province, 'export_round_values', { params });
  assert.ok(all.length > 10);
  assert.ok((await taken(province, 'export_dossiers')).length > 0);

  // A commune takes away its own; the administrator, who runs the machine, nothing of it.
  const own = (await clerk.ok('list_rounds')).items[0];
  const seen = await clerk.ok('show_round', { params: { id: own.id } });
  assert.equal((await taken(clerk, 'export_round_sheets', { params: { id: own.id } })).length, seen.sheets.length);
  for (const name of ['export_round_sheets', 'export_round_values']) await machine.refused(name, 403, 'access.not_your_role', { params, query: { format: 'csv' } });
  await machine.refused('export_dossiers', 403, 'access.not_your_role', { query: { format: 'csv' } });
  await province.refused('export_round_sheets', 404, 'assessment.round_unknown', { params: { id: '00000000-0000-7000-8000-000000000000' }, query: { format: 'csv' } });
  await new Caller().refused('export_units', 401, 'access.not_signed_in', { query: { format: 'csv' } });
});

test('the lists of March and of reports are files too: rounds, boards, rankings, agreements, who has not reported', async () => {
  const province = await signedIn('dieuphoi.tinh'), clerk = await signedIn('canbo.xa'), machine = await signedIn('quantri');
  const rounds = (await province.ok('list_score_rounds')).items;
  const params = { id: rounds[0].id };
  const view = await province.ok('show_score_round', { params });
  assert.equal((await taken(province, 'export_score_round', { params })).length, view.sheets.length);
  const board = await province.ok('show_score_board', { params });
  assert.equal((await taken(province, 'export_score_board', { params })).length, board.items.length + 1);
  const ranking = await province.ok('show_ranking', { params });
  const places = await taken(province, 'export_ranking', { params });
  assert.equal(places.length, ranking.clusters.reduce((sum, each) => sum + each.rows.length, 0));

  const { items } = await province.ok('list_agreements');
  assert.equal((await taken(province, 'export_agreements')).length, items.length);
  const of = { id: items.find((each) => Number(each.registered) > 0).id };
  const agreement = await province.ok('show_agreement', { params: of });
  const targets = await taken(province, 'export_agreement_targets', { params: of });
  assert.equal(targets.length, agreement.members.length * agreement.indicators.length);
  await province.refused('export_agreement_targets', 404, 'agreement.unknown', { params: { id: 'khong-co' }, query: { format: 'csv' } });

  const query = { period: '2025-year' };
  const reports = await province.ok('list_periodic_reports', { query });
  assert.equal((await taken(province, 'export_periodic_reports', { query })).length, reports.items.length);
  assert.equal((await taken(clerk, 'export_periodic_reports', { query })).length, 1); // his own only
  await province.refused('export_periodic_reports', 404, 'report.period_unknown', { query: { format: 'csv', period: '2025' } });
  for (const name of ['export_agreements', 'export_periodic_reports']) await machine.refused(name, 403, 'access.not_your_role', { query: { format: 'csv' } });
  await machine.refused('export_agreement_targets', 403, 'access.not_your_role', { params: of, query: { format: 'csv' } });
});
