import AxeBuilder from '@axe-core/playwright';
import { workbook } from '../../tests/api/workbook.mjs';
import { expect, signIn, test } from './office';
import type { Page } from '@playwright/test';

// A round of its own, of a year the demonstration leaves alone.
async function opened(page: Page, year: number): Promise<string> {
  const call = async (method: 'get' | 'post', path: string, data?: unknown): Promise<any> => {
    const csrf = ((await (await page.request.get('/api/session')).json()) as { csrf: string }).csrf;
    const headers = { 'x-csrf-token': csrf, 'idempotency-key': `${path}-${year}`.slice(0, 60) };
    const reply = await page.request[method](path, { headers, ...(data ? { data } : {}) });
    expect(reply.ok(), await reply.text()).toBe(true);
    return reply.json();
  };
  const unit = async (code: string): Promise<string> => (await call('get', `/api/units?q=${code}&on=2021-12-31`)).items.find((each: { code: string }) => each.code === code).id;
  const only = [await unit('MH0102'), await unit('MH0103'), await unit('MH0104')];
  const round = { set: 'xa-ntm-2021-2025', year, title: `Rà soát năm ${year} (số liệu minh họa)`, root_id: await unit('MH'), units_on: `${year}-12-31`, opens_on: `${year}-12-01`, closes_on: '2030-12-31', paper: 'Công văn minh họa số 08', only };
  return (await call('post', '/api/rounds', round)).id;
}

const file = (rows: (string | number)[][]) => ({ name: 'so-lieu.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: workbook(rows) });
const head = ['TT', 'Tên xã (*)', '1.1', '9.2 (%)', 'Thu nhập'];

test('the province imports its own table: columns, a dry run beside the cells, one answer, all or nothing', async ({ page }) => {
  await signIn(page, 'province_coordinator');
  const id = await opened(page, 2021);
  await page.goto(`/van-phong/ra-soat/${id}/nhap-excel`);
  await expect(page.getByRole('heading', { level: 1, name: 'Nạp số liệu có sẵn từ Excel' })).toBeVisible();

  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: 'cu.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('<table></table>') });
  await expect(page.getByRole('alert')).toContainText('trang web');

  await choose.setInputFiles(file([['BIỂU SỐ LIỆU MINH HỌA'], head, [1, 'Xã Minh Họa B', 'đạt', 98.5, 42], [2, 'Minh Hoạ C', 'đạt', 980, 42], [3, 'Minh Họa', 'không đạt', 97, 40], ['', 'Tổng cộng', '', 98, '']]));
  await expect(page.getByText('Dòng 2 được hiểu là dòng tiêu đề')).toBeVisible();
  await expect(page.getByLabel('Cột B là')).toHaveValue('unit_name');
  await expect(page.getByLabel('Cột D là')).toHaveValue('value|9.2');
  await page.getByLabel('Cột E là').selectOption('value|10');
  await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
  await expect(page.getByText('Chưa nạp được, chưa có gì được ghi.')).toBeVisible();
  await expect(page.getByText('Ô D4:')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Nạp \d+ chỉ tiêu/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải về tệp có ghi chú lỗi' }).click()]);
  expect(copy.suggestedFilename()).toBe('Ghi chú lỗi - so-lieu.xlsx');

  await choose.setInputFiles(file([['BIỂU SỐ LIỆU MINH HỌA'], head, [1, 'Xã Minh Họa B', 'đạt', 98.5, 42], [2, 'Minh Hoạ C', 'đạt', 98, 42], [3, 'Minh Họa', 'không đạt', 97, 40], ['', 'Tổng cộng', '', 98, '']]));
  await expect(page.getByLabel('Cột E là')).toHaveValue('value|10'); // what was decided holds for the mended file
  await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
  await page.getByLabel(/“Minh Họa” \(ô B5\) là đơn vị nào/).selectOption({ label: 'Xã Minh Họa D' });
  await expect(page.getByText('Đã thay đổi. Kiểm tra thử lại trước khi nạp.')).toBeVisible();
  await page.getByRole('button', { name: 'Kiểm tra thử' }).click();
  await page.getByText(/chỗ đã hiểu theo cách dưới đây/).click();
  await expect(page.getByText('là dòng cộng')).toBeVisible();
  await page.getByRole('button', { name: 'Nạp 9 chỉ tiêu vào 3 phiếu' }).click();
  await expect(page.getByText('Đã nạp 9 chỉ tiêu vào 3 phiếu.')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/ra-soat/${id}$`));
});

test('who does not coordinate the round is told so', async ({ page }) => {
  await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/ra-soat/00000000-0000-7000-8000-000000000000/nhap-excel');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kiểm tra thử' })).toHaveCount(0);
});
