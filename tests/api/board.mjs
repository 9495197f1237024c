// Targets, the board, standings and the map, as their callers meet them. Part of api.test.mjs, which counts every operation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './client.mjs';

const plan = { boundary: 'plan_547' };
const province = async (caller, on) => (await caller.ok('list_units', { query: { kind: 'province', q: 'tinh minh hoa', on } })).items[0].id;
const row = (board, target) => board.targets.find((each) => each.target === target);

test('the board of the Plan’s area slides over 04/2023 and 07/2025, and each figure opens its list', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const then = await caller.ok('show_board', { query: { ...plan, on: '2022-12-07' } });
  assert.equal(then.frame.boundary_name, 'Phạm vi Kế hoạch 547');
  const advanced = row(then, 'advanced_communes');
  assert.deepEqual([advanced.count, advanced.of, advanced.outcome], [9, 89, 'not_met']);
  assert.deepEqual(advanced.lines.map((line) => [line.whole, line.percent, line.assigned?.value ?? null]), [[89, '10.1', null], [94, '9.6', 94]]);
  assert.equal(row(then, 'model_communes').lines.length, 2);
  const list = await caller.ok('list_board_units', { query: { ...plan, on: '2022-12-07', target: 'advanced_communes', part: 'counted', limit: 5 } });
  assert.deepEqual([list.items.length, list.total], [5, 9]);
  assert.equal(list.items[0].recognition.number, 'unknown');
  const rest = await caller.ok('list_board_units', { query: { ...plan, on: '2022-12-07', target: 'advanced_communes', part: 'counted', after: list.next } });
  assert.equal(new Set([...list.items, ...rest.items].map((each) => each.unit_id)).size, 9);

  const split = row(await caller.ok('show_board', { query: { ...plan, on: '2023-04-10' } }), 'advanced_communes');
  assert.deepEqual([split.count, split.of, split.urban], [5, 70, 4]);
  const merged = row(await caller.ok('show_board', { query: { ...plan, on: '2025-07-01' } }), 'advanced_communes');
  assert.deepEqual([merged.count, merged.of, merged.history], [0, 21, 9]);
  const series = await caller.ok('show_board_series', { query: { ...plan, on: '2025-12-31' } });
  assert.deepEqual(series.years.map((year) => year.targets[0].of), [89, 89, 70, 70, 21]);
  assert.ok(series.days.some((stop) => stop.day === '2023-04-10' && stop.why === 'reorganisation'));
  const map = await caller.ok('show_map', { query: { ...plan, on: '2022-12-07' } });
  assert.equal(map.blocks.flatMap((block) => block.tiles).length, 126);

  await caller.refused('show_board', 422, 'org.boundary_unknown', { query: { boundary: 'plan_548' } });
  await caller.refused('list_board_units', 422, 'report.not_a_choice', { query: { target: 'advanced_communes', part: 'everything' } });
  await caller.refused('show_map', 422, 'report.map_too_wide', { query: { on: '2022-12-07' } });
});

test('what is saved is shown: a recognition entered is counted, listed, exported and told of its unit', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const on = '2025-12-30';
  const under = await province(caller, on);
  const before = row(await caller.ok('show_board', { query: { under, on } }), 'standard_communes');
  const [unit] = (await caller.ok('list_board_units', { query: { under, on, target: 'standard_communes', part: 'without' } })).items;
  await caller.ok('enter_recognition', { body: { unit_id: unit.unit_id, standing: 'standard', year: 2025, number: '30/QĐ-MH', decided_on: on, signer: 'unknown', counts_from: on, source: 'Bản minh họa' } });
  const after = row(await caller.ok('show_board', { query: { under, on } }), 'standard_communes');
  assert.deepEqual([after.count, after.of], [before.count + 1, before.of]);
  const standings = await caller.ok('list_standings', { query: { under, on, place: 'in_force', q: unit.name } });
  assert.ok(standings.items.some((each) => each.unit_id === unit.unit_id && each.recognition.number === '30/QĐ-MH'));
  const csv = await caller.call('export_standings', { query: { format: 'csv', under, on } });
  assert.match(csv.text.trimEnd().split('\n').at(-1), /^# rows=\d+ sha256=[0-9a-f]{64}$/);
  const told = await caller.ok('show_standing', { params: { id: unit.unit_id }, query: { on } });
  assert.equal(told.standing.standing, 'standard');
  assert.equal((await caller.ok('show_standing', { params: { id: unit.unit_id }, query: { on: '2025-12-29' } })).standing, null);
  await caller.refused('list_standings', 422, 'report.not_a_choice', { query: { standing: 'king' } });
});

test('a denominator is assigned and a reading chosen by papers, from the day of the paper on', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const under = await province(caller, '2025-12-31');
  const on = '2025-12-31';
  const denominator = await caller.ok('assign_denominator', { body: { unit_id: under, target: 'model_communes', value: 3, number: '41/TB-MH', day: '2025-05-05', source: 'Thông báo minh họa' } });
  await caller.ok('choose_reading', { body: { unit_id: under, target: 'model_communes', reading: 'of_all', denominator_id: denominator.id, number: '42/TB-MH', day: '2025-06-06', note: 'Theo số xã được giao' } });
  const chosen = row(await caller.ok('show_board', { query: { under, on } }), 'model_communes');
  assert.equal(chosen.outcome, 'met');
  assert.deepEqual(chosen.lines.filter((line) => line.chosen).map((line) => [line.whole, line.percent]), [[3, '33.3']]);
  assert.equal(row(await caller.ok('show_board', { query: { under, on: '2025-06-05' } }), 'model_communes').choice, null);
  const readings = await caller.ok('list_readings', { query: { under } });
  assert.equal(readings.choices.at(-1).number, '42/TB-MH');
  await caller.refused('assign_denominator', 422, 'movement.denominator_faulty', { body: { unit_id: under, target: 'model_areas', value: 0, number: '', day: null, source: '' } });
  await caller.refused('choose_reading', 422, 'movement.choice_faulty', { body: { unit_id: under, target: 'advanced_communes', reading: 'of_advanced', number: '1', day: '2025-06-06' } });
  await (await signedIn('canbo.xa')).refused('choose_reading', 403, 'access.not_your_role', { body: { unit_id: under, target: 'model_communes', reading: 'of_all', number: '1', day: '2025-06-06' } });
});

test('a free target is added, filled year by year, corrected with a reason, and filtered by its source', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const under = await province(caller, '2025-12-31');
  const words = { title: 'Tỷ lệ hộ dùng điện thường xuyên (minh họa)', measure: '%', better: 'higher', source: 'Kế hoạch minh họa số 09/KH-MH', owner_unit_id: null };
  const made = await caller.ok('add_target', { body: { unit_id: under, ...words } });
  const id = made.id;
  const save = (kind, value, reason, seen) => ({ params: { id, year: 2024 }, body: { kind, value, source: 'Báo cáo minh họa', reason }, headers: seen === undefined ? {} : { 'if-match': `"${seen}"` } });
  await caller.ok('save_target_figure', save('plan', '99', null, '0'));
  await caller.ok('save_target_figure', save('actual', '98.5', null, '0'));
  await caller.refused('save_target_figure', 409, 'movement.figure_stale', save('actual', '99.5', 'Sửa', '0'));
  await caller.refused('save_target_figure', 422, 'movement.reason_missing', save('actual', '99.5', null, '1'));
  const corrected = await caller.ok('save_target_figure', save('actual', '99.5', 'Cục Thống kê công bố lại', '1'));
  const year = corrected.years.find((each) => each.year === 2024);
  assert.deepEqual([year.actual.value, year.actual.sequence, year.progress, year.beyond], ['99.5', 2, 'exceeded', '0.5']);
  await caller.ok('correct_target', { params: { id }, body: { ...words, title: 'Tỷ lệ hộ sử dụng điện thường xuyên (minh họa)', reason: 'Đúng tên trong kế hoạch' }, headers: { 'if-match': '"1"' } });
  const found = await caller.ok('list_targets', { query: { under, source: words.source } });
  assert.deepEqual(found.items.map((each) => each.id), [id]);
  assert.ok((await caller.ok('list_targets', { query: { under } })).items.length > 1);
  const history = await caller.ok('show_history', { params: { kind: 'target', id } });
  assert.equal(history.items.length, 5);
  await caller.refused('add_target', 422, 'movement.target_faulty', { body: { ...words, unit_id: under, title: ' ' } });
});

test('a layer is checked, kept with its source, and drawn instead of the tiles', async () => {
  const caller = await signedIn('dieuphoi.tinh');
  const under = await province(caller, '2024-12-31');
  const communes = (await caller.ok('list_units', { query: { under, kind: 'commune', on: '2024-12-31' } })).items;
  const square = ({ code }, i) => {
    const [x, y] = [106 + i / 100, 21];
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[[x, y], [x + 0.009, y], [x + 0.009, y + 0.009], [x, y + 0.009], [x, y]]] } };
  };
  const geojson = JSON.stringify({ type: 'FeatureCollection', features: communes.map(square) });
  const body = { unit_id: under, valid_from: '2024-12-30', geojson, source: 'Bản vẽ minh họa', licence: 'CC0' };
  await caller.refused('add_map_layer', 422, 'report.geojson_faulty', { body: { ...body, geojson: '{}' }, query: { dry_run: true } });
  await caller.refused('add_map_layer', 422, 'report.layer_faulty', { body: { ...body, licence: ' ' }, query: { dry_run: true } });
  const drawn = await caller.ok('add_map_layer', { body, query: { dry_run: true } });
  assert.equal(drawn.layer.shapes, communes.length);
  assert.equal((await caller.ok('list_map_layers', { query: { under } })).items.length, 0);
  await caller.ok('add_map_layer', { body });
  assert.equal((await caller.ok('list_map_layers', { query: { under } })).items[0].licence, 'CC0');
  const map = await caller.ok('show_map', { query: { under, on: '2024-12-31' } });
  assert.equal(map.shapes.length, communes.length);
  assert.equal((await caller.ok('show_map', { query: { under, on: '2024-12-29' } })).shapes.length, 0);
  await (await signedIn('canbo.xa')).refused('add_map_layer', 403, 'access.not_your_role', { body });
});
