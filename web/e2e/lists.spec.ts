// A list leaves the office as a file: the buttons stand where the list is, and what comes is that list.
import { readFileSync } from 'node:fs';
import { expect, signIn, test } from './office';
import type { Page } from '@playwright/test';

async function take(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).first().click()]);
  return { name: taken.suggestedFilename(), bytes: readFileSync((await taken.path())!) };
}

test('the lists of the office are taken away as Excel and CSV', async ({ page }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/don-vi?q=minh+hoa');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const units = await take(page, 'CSV (cho máy đọc)');
  expect(units.name).toMatch(/^don-vi-\d{4}-\d\d-\d\d\.csv$/);
  expect(units.bytes.toString()).toMatch(/# rows=\d+ sha256=[0-9a-f]{64}\n$/);
  expect((await take(page, 'Tải về Excel')).bytes.subarray(0, 2).toString()).toBe('PK');

  await page.goto('/van-phong/ra-soat');
  await page.getByRole('link', { name: /số liệu minh họa/ }).first().click();
  await expect(page.getByText('Số liệu của các phiếu')).toBeVisible();
  expect((await take(page, 'Tải về Excel')).name).toMatch(/^phieu-ra-soat-\d{4}\.xlsx$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

  await page.goto('/van-phong/ho-so-cong-nhan');
  expect((await take(page, 'Tải về Excel')).name).toBe('ho-so-cong-nhan.xlsx');
  for (const [path, name] of [['giao-uoc', 'giao-uoc.xlsx'], ['bao-cao?ky=2025-year', 'bao-cao-dinh-ky-2025.xlsx']] as const) {
    await page.goto(`/van-phong/${path}`);
    expect((await take(page, 'Tải về Excel')).name).toBe(name);
  }
  await page.goto('/van-phong/cham-diem');
  await page.getByRole('link', { name: 'Chấm điểm thi đua các xã năm 2025' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Tổng điểm' })).toBeAttached();
  expect((await take(page, 'Tải về Excel')).name).toBe('phieu-diem-2025.xlsx');
  for (const [link, name] of [['Bảng tổng hợp', 'bang-tong-hop-diem-2025.xlsx'], ['Xếp hạng', 'xep-hang-2025.xlsx']] as const) {
    await page.getByRole('link', { name: link, exact: true }).click();
    expect((await take(page, 'Tải về Excel')).name).toBe(name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.goBack();
  }
  await page.goto('/van-phong/danh-hieu');
  expect((await take(page, 'Tải về Excel')).name).toMatch(/^danh-hieu-.*\.xlsx$/);
});
