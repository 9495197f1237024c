// The first-year import of a province's values. Part of api.test.mjs, which counts every operation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';
import { workbook } from './workbook.mjs';

const table = (rows) => ({ name: 'so-lieu-minh-hoa.xlsx', content: workbook(rows).toString('base64') });

test('a province imports its own table: columns guessed, a dry run beside the cells, all or nothing', async () => {
  const province = await signedIn('dieuphoi.tinh');
  const unit = async (code) => (await province.ok('list_units', { query: { q: code, on: '2021-12-31' } })).items.find((u) => u.code === code);
  const root = await unit('MH'), b = await unit('MH0102'), c = await unit('MH0103');
  const round = { set: 'xa-ntm-2021-2025', year: 2021, title: 'Rà soát năm 2021 (số liệu minh họa)', root_id: root.id, units_on: '2021-12-31', opens_on: '2021-12-01', closes_on: '2030-12-31', paper: 'Công văn minh họa số 07', only: [b.id, c.id] };
  const { id } = await province.ok('open_round', { body: round });
  const params = { id };
  const seen = await province.ok('show_round', { params });
  assert.ok(seen.actions.find((a) => a.name === 'import_values').allowed);

  const first = table([['BIỂU SỐ LIỆU'], ['TT', 'Tên xã', '1.1', '9.2', '10'], [1, 'Minh Họa B', 'đạt', 98.5, 42], [2, 'Minh Họa', 'đạt', 980, 42]]);
  await province.refused('read_value_file', 422, 'assessment.file_not_base64', { params, body: { ...first, content: '?' } });
  await province.refused('read_value_file', 422, 'sheet.is_text', { params, body: { ...first, content: Buffer.from('a,b\n').toString('base64') } });
  await province.refused('read_value_file', 422, 'assessment.file_sheet_unknown', { params, body: { ...first, sheet: 9 } });
  const read = await province.ok('read_value_file', { params, body: { ...first, sheet: 0 } });
  assert.deepEqual([read.heading, read.first_row, read.rows], [2, 3, 2]);
  assert.deepEqual(read.columns.map(({ role, line }) => [role, line]), [['skip', null], ['unit_name', null], ['value', '1.1'], ['value', '9.2'], ['value', '10']]);

  const columns = read.columns.filter((column) => column.role !== 'skip').map(({ column, role, line }) => ({ column, role, line }));
  const choice = { ...first, sheet: 0, first_row: read.first_row, columns, units: [] };
  await province.refused('check_value_import', 422, 'assessment.import_columns', { params, body: { ...choice, columns: columns.slice(0, 1) } });
  const dry = await province.ok('check_value_import', { params, body: choice });
  assert.equal(dry.may_be_written, false);
  assert.deepEqual(dry.questions.map(({ word, where, options }) => [word, where, options.length]), [['Minh Họa', 'B4', 2]]);

  const answered = { ...choice, units: [{ word: 'Minh Họa', unit_id: c.id }] };
  const faulty = await province.ok('check_value_import', { params, body: answered });
  assert.deepEqual(faulty.faults.map(({ code, where }) => [code, where]), [['criteria.value_percent', 'D4']]);
  assert.match(faulty.faults[0].message, /980/);
  const refusal = await province.refused('import_values', 422, 'assessment.import_refused', { params, body: answered });
  assert.equal(refusal.faults[0].where, 'D4');
  const copy = await province.ok('annotate_value_file', { params, body: answered });
  assert.ok(Buffer.from(copy.content, 'base64').includes('xl/comments_chungsuc1.xml'));
  await province.refused('annotate_value_file', 422, 'assessment.file_has_no_comments', { params, body: { ...answered, name: 'a.csv', content: Buffer.from('x,x,x,x,x\nx,Tên xã,1.1,9.2,10\n').toString('base64') } });

  const mended = { ...answered, ...table([['BIỂU SỐ LIỆU'], ['TT', 'Tên xã', '1.1', '9.2', '10'], [1, 'Minh Họa B', 'đạt', 98.5, 42], [2, 'Minh Họa', 'đạt', 98, 42]]) };
  const made = await province.ok('import_values', { params, body: mended });
  assert.deepEqual([made.sheets, made.cells, made.kept], [2, 6, 0]);
  const sheet = await province.ok('show_sheet', { params: { id: seen.sheets.find((s) => s.unit_id === b.id).id } });
  const income = sheet.criteria.flatMap((each) => each.indicators).find((each) => each.no === '10').lines[0];
  assert.match(JSON.stringify(income), /"42"/);

  const clerk = await signedIn('canbo.xa');
  await clerk.refused('read_value_file', 403, 'access.not_your_role', { params, body: { ...first, sheet: 0 } });
  await clerk.refused('import_values', 403, 'access.not_your_role', { params, body: mended });
});
