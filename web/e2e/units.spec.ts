import { expect, signIn, test } from './office';

test.beforeEach(({ page }) => signIn(page, 'province_coordinator'));

test('the tree unfolds from the province to the commune', async ({ page }) => {
  await page.goto('/van-phong/don-vi?ranh-gioi=2022-12-07');
  await page.getByRole('button', { name: 'Mở danh sách trực thuộc của Tỉnh Bắc Ninh', exact: true }).click();
  await page.getByRole('button', { name: 'Mở danh sách trực thuộc của Huyện Tiên Du', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Xã Đại Đồng', exact: true })).toBeVisible();
});

test('search needs no diacritics and waits for the fingers', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => { if (request.url().includes('/api/units?') && request.url().includes('q=')) asked.push(request.url()); });
  await page.goto('/van-phong/don-vi');
  await page.getByLabel('Tìm theo tên hoặc mã').pressSequentially('minh hoa', { delay: 20 });
  await expect(page.getByRole('link', { name: 'Xã Minh Họa A', exact: true })).toBeVisible();
  expect(asked.length).toBeLessThanOrEqual(2); // not one for each of eight keys
});

test('the same list under another day’s boundaries: a district stands in 2022 and is gone in 2026', async ({ page }) => {
  await page.goto('/van-phong/don-vi');
  await page.getByLabel('Tìm theo tên hoặc mã').fill('tien du');
  const district = page.getByRole('link', { name: 'Huyện Tiên Du', exact: true });
  await expect(page.getByText('Đang xem').first()).toBeVisible();
  await expect(district).toHaveCount(0);
  await page.getByLabel('Chọn ngày').check();
  await page.getByLabel('Theo địa giới ngày').fill('7/12/2022');
  await page.getByLabel('Theo địa giới ngày').press('Enter');
  await expect(district).toBeVisible();
  await page.getByLabel('Như đã báo cáo khi đó').check();
  await page.getByLabel('Năm báo cáo').selectOption('2024');
  await expect(district).toBeVisible();
  await page.getByLabel('Hôm nay').check();
  await expect(district).toHaveCount(0);
});

test('a day that does not exist is refused at the field', async ({ page }) => {
  await page.goto('/van-phong/don-vi');
  await page.getByLabel('Chọn ngày').check();
  await page.getByLabel('Theo địa giới ngày').fill('31/02/2025');
  await page.getByLabel('Theo địa giới ngày').press('Enter');
  await expect(page.getByText('không phải ngày')).toBeVisible();
});

test('one unit shows its states, what it came from, and the counts by year: 89 rural communes in 2022', async ({ page }) => {
  await page.goto('/van-phong/don-vi?q=bac%20ninh&kind=province&ranh-gioi=2022-12-07');
  await page.getByRole('link', { name: 'Tỉnh Bắc Ninh', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tỉnh Bắc Ninh' })).toBeVisible();
  await expect(page.getByText('Thay đổi theo thời gian')).toBeVisible();
  const year = page.getByRole('row', { name: /^2022/ });
  await expect(year.getByRole('cell').first()).toHaveText('89');
  const drawn = await page.locator('figure svg path.line').first().boundingBox();
  expect(drawn?.width ?? 0).toBeGreaterThan(150); // a line was really drawn
  expect(drawn?.height ?? 0).toBeGreaterThan(5);
});

test('a merged unit says what it came from, and its history opens on demand', async ({ page }) => {
  await page.goto('/van-phong/don-vi?q=xa%20minh%20hoa%20moi');
  await page.getByRole('link', { name: 'Xã Minh Họa Mới', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Trước và sau sắp xếp' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xã Minh Họa E', exact: true }).first()).toBeVisible();
  await page.locator('summary', { hasText: 'Lịch sử' }).click();
  await expect(page.locator('details').getByText(/Chương trình|Chưa có thay đổi/).first()).toBeVisible();
});

test('a reorganisation is checked first; faults come with their line and nothing is stored', async ({ page }) => {
  await page.goto('/van-phong/sap-xep');
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  await page.goto('/van-phong/sap-xep/moi');
  await page.getByLabel('Dán hoặc nạp tệp').check();
  await page.getByLabel(/dán nội dung/).fill("key: mh-loi\nday: '2026-01-01'\ntitle: Thử\ninstrument: NQ minh họa\nsigned_on: unknown\nconfidence: verified\nsource: minh họa\nlines:\n- {do: rename, unit: 'KHONG-CO', name: Xã Lạ}\n");
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(page.getByRole('alert')).toContainText('Dòng 9');
  await expect(page.getByRole('button', { name: 'Áp dụng' })).toHaveCount(0);
  await page.goto('/van-phong/sap-xep');
  await expect(rows).toHaveCount(before);
});
