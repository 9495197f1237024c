// A closed ranking is understood, proved again without the server, opened and closed anew.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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
  await page.goto('/xep-hang');    // and the public not even that
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(title) })).toBeVisible();
  await expect(page.locator('main')).not.toContainText('350.000.000');
});

test('opened again with a reason and closed by new minutes; the closing before stays', async ({ page }) => {
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
  await expect(page.getByText(/Ghi nhầm số biên bản/)).toBeVisible();    // the closing before stays to be read
});
