// A closed ranking is understood, proved again without the server, opened, closed anew and published by a second person.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signInAs, test } from './office';

const program = process.env['CHUNGSUC_PROGRAM'] ?? fileURLToPath(new URL('../../build/release/chungsuc', import.meta.url));
const title = 'Chấm điểm Cụm thi đua số 1 năm 2025';

async function openRanking(page: Page, login: string): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, login);
  await page.goto('/van-phong/cham-diem');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Xếp hạng', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(title) })).toBeVisible();
}
const row = (page: Page, unit: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: unit }) }).first();

async function vietnameseToday(page: Page): Promise<string> {
  const { today } = (await (await page.request.get('/api/config')).json()) as { today: string };
  return today.split('-').reverse().join('/');
}

test('why a unit is second is read beside it, and the package proves it without the server', async ({ page }) => {
  await openRanking(page, 'thuky.hoidong');
  await expect(row(page, 'Xã Minh Họa B')).toContainText('bằng điểm, điểm mục 4 cao hơn xếp trên');
  await expect(row(page, 'Xã Minh Họa C')).toContainText('chưa bố trí vốn 350.000.000 đồng');
  await expect(row(page, 'Xã Minh Họa C')).toContainText('121/XN-STC');
  const digest = await page.locator('code').first().innerText();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải gói xếp hạng' }).click()]);
  const result = JSON.parse(execFileSync(program, ['rank', '--package', (await download.path())!], { encoding: 'utf8' })) as { digest: string; rows: { unit: string; rank: number | null }[] };
  expect(result.digest).toBe(digest);
  expect(result.rows.map((each) => [each.unit, each.rank])).toEqual([['Xã Minh Họa A', 1], ['Xã Minh Họa B', 2], ['Xã Minh Họa C', null]]);
});

test('a commune reads its own reasons, of another only that it is not considered now', async ({ page }) => {
  await openRanking(page, 'canbo.xab');
  await expect(row(page, 'Xã Minh Họa C')).toContainText('chưa xem xét tại thời điểm này');
  await expect(row(page, 'Xã Minh Họa C')).not.toContainText('350.000.000');
  await expect(page.getByRole('link', { name: 'Tải gói xếp hạng' })).toBeHidden();
});

test('opened again with a reason, closed by new minutes, proposed with a preview and published by a second person', async ({ page }) => {
  test.setTimeout(120_000);
  await openRanking(page, 'thuky.hoidong');
  await page.getByRole('button', { name: 'Mở lại xếp hạng' }).click();
  let dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Ghi nhầm số biên bản');
  await dialog.getByRole('button', { name: 'Mở lại xếp hạng' }).click();
  await expect(page.getByText('Chưa chốt, tạm tính')).toBeVisible();
  const day = await vietnameseToday(page);
  await page.getByRole('button', { name: 'Chốt theo biên bản' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số văn bản', { exact: true }).fill('16b/BB-HĐ');
  await dialog.getByLabel('Ngày văn bản').fill(day);
  await dialog.getByLabel('Người ký').fill('Chủ tịch Hội đồng');
  await dialog.getByRole('button', { name: 'Chốt theo biên bản' }).click();
  await expect(page.getByText('Đã chốt', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Các hạng đầu của mỗi cụm, đến hạng').fill('1');
  await dialog.getByLabel('Số văn bản công bố').fill('17b/TB-HĐ');
  await dialog.getByLabel('Ngày văn bản').fill(day);
  await expect(dialog.getByText('Các đơn vị khác tham gia')).toBeVisible();
  await dialog.getByRole('button', { name: 'Đề nghị công bố' }).click();
  await expect(page.getByText('Chờ duyệt công bố')).toBeVisible();
  await expect(page.getByText('cần người thứ hai')).toBeVisible();

  await openRanking(page, 'dieuphoi.tinh');
  await page.getByRole('button', { name: 'Duyệt công bố', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Duyệt công bố' }).click();
  await expect(page.getByText('Đã công bố', { exact: true })).toBeVisible();

  await page.goto('/xep-hang');
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(title) })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('350.000.000');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => each.id)).toEqual([]);
});
