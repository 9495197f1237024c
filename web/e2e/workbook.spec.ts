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
  const { request } = await browser.newContext({ baseURL });
  const session = await (await request.post('/api/session', { data: { login: 'dieuphoi.tinh', password: 'minhhoa-547', code: null } })).json();
  const get = async (path: string): Promise<any> => (await request.get(path)).json();
  const unit = async (code: string): Promise<string> => (await get(`/api/units?q=${code}&on=${year}-12-31`)).items.find((each: { code: string }) => each.code === code).id;
  const round = { set: 'xa-ntm-2021-2025', year, title: `Rà soát năm ${year} (biểu minh họa)`, root_id: await unit('MH'), units_on: `${year}-12-31`, opens_on: `${year}-12-01`, closes_on: '2030-12-31', paper: 'Công văn minh họa số 21', only: [await unit('MH0216')] };
  const reply = await request.post('/api/rounds', { data: round, headers: { 'x-csrf-token': session.csrf } });
  expect(reply.ok(), await reply.text()).toBe(true);
  return (await get(`/api/rounds/${(await reply.json()).id}`)).sheets[0].id;
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
