// The unit's own workbook: taken away, filled in, checked, loaded back. Part of api.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';
import { filledIn, textsOf, workbook } from './workbook.mjs';

// Where a line and a column of the table meet.
function finder(bytes) {
  const texts = textsOf(bytes), title = (text) => Object.keys(texts).find((at) => texts[at] === text).replace(/\d+/, '');
  const row = (line) => Object.keys(texts).find((at) => at.startsWith('A') && texts[at] === line && /^A\d+$/.test(at)).slice(1);
  return (line, column) => title(column) + row(line);
}

test('a unit takes its sheet away as a workbook, fills it in and loads it: faults beside the cells, all or nothing', async () => {
  const province = await signedIn('dieuphoi.tinh'), clerk = await signedIn('canbo.xax'), other = await signedIn('canbo.xab');
  const unit = async (code) => (await province.ok('list_units', { query: { q: code, on: '2024-12-31' } })).items.find((u) => u.code === code);
  const root = await unit('MH'), commune = await unit('MH0216'), neighbour = await unit('MH0102');
  const round = { set: 'xa-ntm-2021-2025', year: 2024, title: 'Rà soát năm 2024 (số liệu minh họa)', root_id: root.id, units_on: '2024-12-31', opens_on: '2024-12-01', closes_on: '2030-12-31', paper: 'Công văn minh họa số 11', only: [commune.id, neighbour.id] };
  const { id } = await province.ok('open_round', { body: round });
  const { sheets } = await province.ok('show_round', { params: { id } });
  const params = { id: sheets.find((s) => s.unit_id === commune.id).id };

  const blank = await clerk.call('download_workbook', { params });
  assert.equal(blank.headers.get('content-disposition').startsWith("attachment; filename*=UTF-8''Bi%E1%BB%83u"), true);
  const at = finder(blank.bytes);
  const sent = (typed) => ({ name: 'Biểu.xlsx', content: filledIn(blank.bytes, typed).toString('base64') });
  await province.refused('download_workbook', 403, 'access.not_your_role', { params });
  await other.refused('download_workbook', 404, 'assessment.sheet_unknown', { params });

  const faulty = sent({ [at('9.2', 'Giá trị')]: 980, [at('10', 'Giá trị')]: '1.234,5', [at('1.1', 'Giá trị')]: 'đạt' });
  const dry = await clerk.ok('check_workbook', { params, body: faulty });
  assert.deepEqual(dry.faults.map(({ code, where }) => [code, where]), [['sheet.form_out_of_range', at('9.2', 'Giá trị')], ['sheet.thousands_mark', at('10', 'Giá trị')]]);
  assert.equal(dry.may_be_written, false);
  const refusal = await clerk.refused('load_workbook', 422, 'assessment.workbook_refused', { params, body: faulty });
  assert.equal(refusal.faults.length, 2);
  const copy = await clerk.ok('annotate_workbook', { params, body: faulty });
  assert.equal(copy.name, 'Ghi chú lỗi - Biểu.xlsx');
  assert.equal(textsOf(Buffer.from(copy.content, 'base64'))[at('9.2', 'Giá trị')], '980');
  await clerk.refused('annotate_workbook', 422, 'assessment.file_not_base64', { params, body: { name: 'a', content: '?' } });

  // What no single cell can say is refused beside the cell too: the whole and its parts.
  const both = await clerk.ok('check_workbook', { params, body: sent({ [at('14.1', 'Giá trị')]: 'đạt', [at('14.1#1', 'Giá trị')]: 95 }) });
  assert.deepEqual(both.faults.map(({ code, where }) => [code, where]), [['criteria.whole_and_parts', at('14.1#1', 'Giá trị')]]);

  const good = sent({ [at('9.2', 'Giá trị')]: '98,5', [at('10', 'Giá trị')]: 42, [at('1.1', 'Giá trị')]: 'Đạt' });
  const ready = await clerk.ok('check_workbook', { params, body: good });
  assert.deepEqual(ready.lines.map(({ line, after }) => [line, after]), [['1.1', 'Đạt'], ['9.2', '98,5'], ['10', '42']]);
  assert.deepEqual(ready.remarks.map(({ code }) => code), ['sheet.number_as_text']);
  const theirs = { id: sheets.find((s) => s.unit_id === neighbour.id).id };
  await other.refused('check_workbook', 422, 'assessment.workbook_of_other_unit', { params: theirs, body: good });
  await province.refused('check_workbook', 403, 'access.not_your_role', { params, body: good });
  await province.refused('load_workbook', 403, 'access.not_your_role', { params, body: good });
  await province.refused('annotate_workbook', 403, 'access.not_your_role', { params, body: good });
  const plain = { name: 'a.xlsx', content: workbook([['Số', 'Giá trị'], ['10', 42]]).toString('base64') };
  await clerk.refused('check_workbook', 422, 'sheet.form_not_ours', { params, body: plain });
  const saved = await clerk.ok('load_workbook', { params, body: good });
  assert.deepEqual(saved.cells.map(({ line }) => line), ['1.1', '10', '9.2']);

  // Somebody types meanwhile: the file that knows nothing of it does not overwrite him.
  await clerk.ok('save_cells', { params, body: { cells: [{ line: '9.2', value: '97' }] } });
  const late = await clerk.refused('load_workbook', 422, 'assessment.workbook_refused', { params, body: good });
  assert.deepEqual(late.faults.map(({ code }) => code), ['sheet.form_stale']);
  assert.match(late.faults[0].message, /97/);
});
