// A commune without a network: takes its sheet away as a workbook, fills it in, loads it. The officer's clicks:
//   1. Tải biểu Excel → the file goes to the hamlet on a stick and comes back filled in.
//   2. Nạp biểu Excel → choose it: what is wrong stands beside its cells, in the same file.
//   3. The mended file → Nạp n chỉ tiêu.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { filledIn, textsOf } from '../../tests/api/workbook.mjs';
import { expect, signInAs, test } from './office';
import type { Browser, Page } from '@playwright/test';

async function openedSheet(browser: Browser, baseURL: string, year: number): Promise<string> {
  const { get, send } = await office(browser, baseURL, 'dieuphoi.tinh');
  const unit = async (code: string): Promise<string> => (await get(`/api/units?q=${code}&on=${year}-12-31`)).items.find((each: { code: string }) => each.code === code).id;
  const round = { set: 'xa-ntm-2021-2025', year, title: `Rà soát năm ${year} (biểu minh họa)`, root_id: await unit('MH'), units_on: `${year}-12-31`, opens_on: `${year}-12-01`, closes_on: '2030-12-31', paper: 'Công văn minh họa số 21', only: [await unit('MH0216')] };
  return (await get(`/api/rounds/${(await send('post', '/api/rounds', round)).id}`)).sheets[0].id;
}

interface Office { get: (path: string) => Promise<any>; send: (method: 'post' | 'put', path: string, data: unknown) => Promise<any>; today: string }
async function office(browser: Browser, baseURL: string, login: string): Promise<Office> {
  const { request } = await browser.newContext({ baseURL });
  const session = await (await request.post('/api/session', { data: { login, password: 'minhhoa-547', code: null } })).json();
  const get = async (path: string): Promise<any> => (await request.get(path)).json();
  const send = async (method: 'post' | 'put', path: string, data: unknown): Promise<any> => {
    const reply = await request[method](path, { data, headers: { 'x-csrf-token': session.csrf } });
    expect(reply.ok(), await reply.text()).toBe(true);
    return reply.json();
  };
  return { get, send, today: (await get('/api/config')).today };
}

async function openedScores(browser: Browser, baseURL: string): Promise<{ round: string; sheet: string }> {
  const province = await office(browser, baseURL, 'dieuphoi.tinh');
  const table = (await province.get('/api/scoring-tables')).items.find((each: { id: string }) => each.id === 'minh_hoa_xa').versions[0].id;
  const root_id = (await province.get('/api/units?q=MH')).items.find((each: { code: string }) => each.code === 'MH').id;
  const body = { table, title: 'Chấm điểm bằng biểu (hành trình)', root_id, unit_kind: 'commune', clusters: null, units_on: null, opens_on: '2026-03-01', closes_on: province.today, stages: null, offices: null, is_blind: false, seed: null, paper: 'KH minh họa số 22' };
  const round = (await province.send('post', '/api/score-rounds', body)).id;
  const { sheets } = await province.get(`/api/score-rounds/${round}`);
  return { round, sheet: sheets.find((each: { label: string }) => each.label === 'Xã Minh Họa X').id };
}

// Everything else is scored and the sheet is sent.
async function sent(browser: Browser, baseURL: string, round: string, sheet: string): Promise<void> {
  const clerk = await office(browser, baseURL, 'canbo.xax');
  const { items } = await clerk.get(`/api/score-sheets/${sheet}`);
  const open = items.filter((each: any) => each.is_leaf && each.part === 'base' && each.cells.length === 0);
  const cells = open.map(({ id, rule, needs_plan }: any) => ({ sheet, leaf: id, score: rule === 'manual' ? '1' : null, plan: needs_plan ? '10' : null, actual: rule === 'manual' ? null : '1', reason: null, seen: null }));
  await clerk.send('put', `/api/score-rounds/${round}/cells`, { cells });
  await clerk.send('post', `/api/score-sheets/${sheet}/submission`, { number: '31/BC-UBND', day: clerk.today, signer: 'Chủ tịch' });
}

async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải biểu Excel' }).click()]);
  return { name: taken.suggestedFilename(), bytes: readFileSync((await taken.path())!) };
}
// Where an item and a column of a score sheet meet.
function finder(bytes: Buffer): (item: string, column: string) => string {
  const texts = textsOf(bytes), addresses = Object.keys(texts);
  return (item, column) => addresses.find((at) => texts[at] === column)!.replace(/\d+/, '') + addresses.find((at) => /^A\d+$/.test(at) && texts[at] === item)!.slice(1);
}

const file = (buffer: Buffer) => ({ name: 'bieu-da-dien.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
const clean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
};

test('a commune fills in its workbook offline: faults beside the cells of the same file, then all or nothing', async ({ page, browser, baseURL }) => {
  const id = await openedSheet(browser, baseURL!, 2024);
  await signInAs(page, 'canbo.xax');
  await page.goto(`/van-phong/phieu/${id}`);
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải biểu Excel' }).click()]);
  expect(taken.suggestedFilename()).toBe('Biểu tự đánh giá năm 2024 - Xã Minh Họa X.xlsx');
  const blank = readFileSync((await taken.path())!), texts = textsOf(blank);
  const column = (title: string): string => Object.keys(texts).find((at) => texts[at] === title)!.replace(/\d+/, '');
  const cell = (line: string): string => column('Giá trị') + Object.keys(texts).find((at) => /^A\d+$/.test(at) && texts[at] === line)!.slice(1);

  await page.getByRole('button', { name: 'Nạp biểu Excel' }).click();
  const dialog = page.getByRole('dialog');
  const choose = dialog.locator('input[type=file]');
  await choose.setInputFiles(file(Buffer.from('không phải bảng tính')));
  await expect(dialog.getByRole('alert')).toContainText('văn bản (CSV)');
  await choose.setInputFiles(file(filledIn(blank, { [cell('9.2')]: 980, [cell('10')]: '1.234,5', [cell('1.1')]: 'đạt' })));
  await expect(dialog.getByText('Chưa nạp được: 2 chỗ phải sửa.')).toBeVisible();
  await expect(dialog.getByText(`Ô ${cell('9.2')}:`)).toBeVisible();
  await expect(dialog.getByText('Hãy bỏ dấu đó, gõ 1234,5')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Nạp \d/ })).toHaveCount(0);
  await clean(page);
  const [copy] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Tải về tệp có ghi chú cạnh ô' }).click()]);
  expect(copy.suggestedFilename()).toBe('Ghi chú lỗi - bieu-da-dien.xlsx');

  await choose.setInputFiles(file(filledIn(readFileSync((await copy.path())!), { [cell('9.2')]: 98, [cell('10')]: '42,5' })));
  await expect(dialog.getByText('Nạp được 3 chỉ tiêu.')).toBeVisible();
  await dialog.getByText(/chỗ đã hiểu như sau/).click();
  await expect(dialog.getByText('đã hiểu là số')).toBeVisible();
  await clean(page);
  await dialog.getByRole('button', { name: 'Nạp 3 chỉ tiêu' }).click();
  await expect(page.getByText('Đã nạp 3 chỉ tiêu từ biểu')).toBeVisible();
  await expect(page.locator('[data-cell="10"]')).toHaveCount(0); // its criterion is folded
  await page.getByRole('button', { name: 'Mở tất cả' }).click();
  await expect(page.locator('[data-cell="10"]')).toHaveValue('42,5');
});

// The same in March: a commune takes its score sheet to a place without a network. A fault stands beside its cell, in the screen and in
// the file; mended, all of it loads at once; then the district's team agrees by a word in its own workbook.
test('a commune fills in its score sheet offline, and the team answers in a workbook of its own stage', async ({ page, browser, baseURL }) => {
  const { round, sheet } = await openedScores(browser, baseURL!);
  await signInAs(page, 'canbo.xax');
  await page.goto(`/van-phong/phieu-diem/${sheet}`);
  const taken = await download(page);
  expect(taken.name).toBe('Phiếu chấm điểm năm 2025, Xã tự chấm - Xã Minh Họa X.xlsx');
  const cell = finder(taken.bytes);

  await page.getByRole('button', { name: 'Nạp biểu Excel' }).click();
  const dialog = page.getByRole('dialog');
  const choose = dialog.locator('input[type=file]');
  await choose.setInputFiles(file(filledIn(taken.bytes, { [cell('1.6', 'Điểm')]: 2.7, [cell('1.1', 'Kế hoạch')]: 12, [cell('1.1', 'Thực hiện')]: '11,5', [cell('1.4', 'Có hay không')]: 'có' })));
  await expect(dialog.getByText('Chưa nạp được: 1 chỗ phải sửa.')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: `Ô ${cell('1.6', 'Điểm')}:` })).toContainText('phải là bội số của 0,5');
  await expect(dialog.getByRole('button', { name: /^Nạp \d/ })).toHaveCount(0);
  await clean(page);
  const [copy] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Tải về tệp có ghi chú cạnh ô' }).click()]);
  await choose.setInputFiles(file(filledIn(readFileSync((await copy.path())!), { [cell('1.6', 'Điểm')]: 2.5 })));
  await expect(dialog.getByText('Nạp được 3 mục.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /1\.1/ })).toContainText('kế hoạch 12, thực hiện 11,5');
  await clean(page);
  await dialog.getByRole('button', { name: 'Nạp 3 mục' }).click();
  await expect(page.getByText('Đã nạp 3 mục từ biểu')).toBeVisible();
  await expect(page.getByLabel('1.6: Điểm (tối đa 3)')).toHaveValue('2,5');
  await expect(page.getByLabel('1.1: Thực hiện')).toHaveValue('11,5');

  await sent(browser, baseURL!, round, sheet);
  await page.context().clearCookies();
  await signInAs(page, 'thamtra.huyen');
  await page.goto(`/van-phong/phieu-diem/${sheet}`);
  const team = await download(page);
  expect(team.name).toContain('Tổ phúc tra huyện');
  const at = finder(team.bytes);
  await page.getByRole('button', { name: 'Nạp biểu Excel' }).click();
  await choose.setInputFiles(file(filledIn(taken.bytes, { [cell('1.6', 'Điểm')]: 2 })));    // the commune's own: its stage has passed
  await expect(dialog.getByRole('alert')).toContainText('bước đó đã xong');
  await choose.setInputFiles(file(filledIn(team.bytes, { [at('1.1', 'Đồng ý với bước trước')]: 'đồng ý', [at('1.6', 'Điểm')]: 2, [at('1.6', 'Lý do, giải trình')]: 'Hai tuyến chưa trồng hoa' })));
  await dialog.getByRole('button', { name: 'Nạp 2 mục' }).click();
  await expect(page.getByText('Hai tuyến chưa trồng hoa')).toBeVisible();

  // What the board shows is what its file says.
  await page.goto(`/van-phong/cham-diem/${round}/bang?buoc=1`);
  const [board] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  const lines = readFileSync((await board.path())!, 'utf8').split('\n');
  expect(lines[0]).toContain('Xã Minh Họa X: Tổ phúc tra huyện');
  expect(lines.find((line) => line.startsWith('1.6,'))).toMatch(/,2(,|$)/);
});
