// A commune writes and sends its report, the province sees who was late, sends it back, adds up; a person says where letters go.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signInAs, signOut, test } from './office';

async function sound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await page.locator('body').innerText()).not.toContain('⟨');
  await expect(page.locator('[style]')).toHaveCount(0);
}

test('a commune writes its report, sends it late, has it back and sends it again', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, 'canbo.xac');
  await page.goto('/van-phong/bao-cao?ky=2025-half_year');
  const row = page.getByRole('row', { name: /Xã Minh Họa C/ });
  await expect(row).toContainText('Quá hạn, chưa gửi');
  await sound(page);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo 6 tháng đầu năm 2025' })).toBeVisible();
  await page.getByLabel('Đất ở hiến (m²)').fill('1.5 ha');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Đất ở hiến');
  await page.getByLabel('Đất ở hiến (m²)').fill('1,5 ha');
  await page.getByRole('button', { name: 'Ghi 0 vào ô trống' }).click();
  await page.getByLabel('III. Hạn chế').fill('Tiến độ một số tuyến đường chậm.');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('= 1,5 ha')).toBeVisible();
  await expect(page.getByLabel('Đất ở hiến (m²)')).toHaveValue('15.000');
  await sound(page);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số văn bản').fill('31/BC-UBND');
  await dialog.getByLabel('Ngày văn bản', { exact: true }).fill('10/06/2025');
  await dialog.getByLabel('Người ký').fill('Chủ tịch UBND xã');
  await sound(page);
  await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: /Gửi muộn/ })).toContainText('Đã gửi, chờ tiếp nhận');
  await expect(page.getByRole('heading', { level: 2, name: /muộn 5 ngày/ })).toBeVisible();
  await sound(page);
  await signOut(page);

  await signInAs(page, 'dieuphoi.tinh');
  await page.goto('/van-phong/bao-cao?ky=2025-half_year&xem=late');
  await page.getByRole('link', { name: 'Xã Minh Họa C' }).click();
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await page.getByRole('dialog').getByLabel('Cần bổ sung, hoàn thiện gì').fill('Thiếu phụ lục số liệu');
  await page.getByRole('dialog').getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  await expect(page.getByText('Thiếu phụ lục số liệu')).toBeVisible();
  await signOut(page);

  await signInAs(page, 'canbo.xac');
  await page.goto('/van-phong/bao-cao?ky=2025-half_year');
  await expect(page.getByRole('row', { name: /Xã Minh Họa C/ })).toContainText('Yêu cầu bổ sung, hoàn thiện');
});

test('at the province the communes add up, those who have not sent are named, another figure says why', async ({ page }) => {
  await signInAs(page, 'dieuphoi.tinh');
  await page.goto('/van-phong/bao-cao?ky=2025-year');
  await page.getByRole('link', { name: 'Tỉnh Minh Họa' }).click();
  await expect(page.getByText(/Chưa cộng \d+ đơn vị: .*Xã Minh Họa D/)).toBeVisible();
  await page.getByText('Mọi số liệu của cấp dưới').click();
  const sum = page.getByRole('region', { name: 'Mọi số liệu của cấp dưới' });
  await expect(sum.getByRole('columnheader', { name: 'Xã Minh Họa A' })).toBeVisible();
  await sound(page);
  const canals = page.getByLabel('Kênh mương làm mới, kiên cố hóa (km)');
  await canals.fill('9,5');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Kênh mương làm mới, kiên cố hóa');
  await page.getByLabel('Lý do khác tổng: Kênh mương làm mới, kiên cố hóa').fill('Cộng tuyến kênh liên xã do tỉnh làm');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Khác tổng cấp dưới')).toBeVisible();
  await sound(page);
});

test('a person says where letters of reminder go, and takes it back', async ({ page }) => {
  await signInAs(page, 'canbo.xab');
  await page.goto('/van-phong/tai-khoan');
  const card = page.locator('section[aria-labelledby=mail]');
  await card.getByLabel('Địa chỉ thư điện tử').fill('hanh@vi.du');
  await card.getByLabel('Nhận thư hằng ngày').uncheck();
  await card.getByRole('button', { name: 'Lưu nơi nhận thư' }).click();
  await expect(page.getByText('Đã lưu nơi nhận thư.')).toBeVisible();
  await page.reload();
  await expect(card.getByLabel('Địa chỉ thư điện tử')).toHaveValue('hanh@vi.du');
  await expect(card.getByLabel('Nhận thư hằng ngày')).not.toBeChecked();
  await card.getByLabel('Địa chỉ thư điện tử').fill('');
  await card.getByRole('button', { name: 'Lưu nơi nhận thư' }).click();
  await page.reload();
  await expect(card.getByLabel('Địa chỉ thư điện tử')).toHaveValue('');
});
