import { as, clusterName, communes, Office, select, slugOf, unused, year } from './march';
import { expect, signIn, sound, test } from './office';

const yaml = (id: string, year: number, a: number, from: string): string =>
  `schema_version: 1\nid: ${id}\ntitle: Bảng thử\nyear: ${year}\nscale: 100\npaper: {number: 20/HD-MH, issuer: UBND tỉnh Minh Họa, applies_from: ${from}}\nitems:\n  - {id: a, title: Mục A, max: ${a}}\n  - {id: b, title: Mục B, max: ${100 - a}}\n`;

test('a draft of a table is read as it is typed: faults by line, sums, and what it changes; then it is loaded with its paper', async ({ page }, { project }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/bang-diem');
  await page.getByRole('button', { name: 'Soạn bảng điểm' }).click();
  const area = page.getByLabel('Nội dung bảng điểm');
  await expect(area).not.toHaveValue('');
  await area.fill(yaml(`bang-${project.name}`, 2027, 60, '2027-01-01').replace('max: 40', 'max: 41'));
  await expect(page.getByText('1 lỗi')).toBeVisible();
  await page.getByRole('button', { name: /^Dòng \d+/ }).click();
  await expect(area).toBeFocused();
  await area.fill(yaml(`bang-${project.name}`, 2027, 60, '2027-01-01'));
  await expect(page.getByText('Bảng điểm đọc được, tổng 100')).toBeVisible();
  const tried = page.getByRole('region', { name: 'Thử trên điểm của một đợt đã chấm' });
  await tried.getByLabel('Đợt chấm điểm').selectOption({ label: 'Chấm điểm Cụm thi đua số 1 năm 2025 (2025)' });
  await tried.getByRole('button', { name: 'Tính thử' }).click();
  await expect(tried.getByText('Chỉ tính thử trên điểm hiện có, không lưu lại.')).toBeVisible();
  await expect(tried.getByText('Mục chưa có điểm nên tính 0: a, b')).toBeVisible();
  await expect(tried.getByRole('row', { name: /Xã Minh Họa A/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Đơn vị tổ chức chấm điểm (bảng điểm mới)' }).fill('tỉnh minh họa');
  await page.getByRole('option', { name: /^Tỉnh Minh Họa/ }).first().click();
  await page.getByRole('button', { name: 'Kiểm tra trước khi nạp' }).click();
  await expect(page.getByText('Sẽ nạp phiên bản 1, áp dụng từ 01/01/2027')).toBeVisible();
  await page.getByRole('button', { name: 'Nạp phiên bản 1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bảng thử' })).toBeVisible();
  await page.getByRole('button', { name: 'Soạn phiên bản mới' }).click();
  await expect(page.getByLabel('Nội dung bảng điểm')).toHaveValue(/max: 60/);
  await page.getByLabel('Nội dung bảng điểm').fill(yaml(`bang-${project.name}`, 2027, 70, '2027-06-01'));
  await expect(page.getByRole('row', { name: /a. Mục A/ }).filter({ hasText: '70' }).last()).toBeVisible();
  await page.getByRole('button', { name: 'Kiểm tra trước khi nạp' }).click();
  await page.getByRole('button', { name: 'Nạp phiên bản 2' }).click();
  await page.getByRole('link', { name: 'So sánh phiên bản' }).click();
  await expect(page.getByRole('row', { name: /b. Mục B/ })).toContainText('30');
});

test('the agreement room: ambition beside each target, who has not signed, the printed form', async ({ page }) => {
  await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/giao-uoc');
  await page.getByRole('link', { name: /Giao ước thi đua năm 2025/ }).click();
  await expect(page.getByText('Chưa ký: Xã Minh Họa D')).toBeVisible();
  const own = page.getByRole('region', { name: 'Xã Minh Họa A' });
  await expect(own).toContainText('vượt hiện trạng');
  await expect(own).toContainText('kết quả thẩm định các năm trước');
  await expect(page.getByRole('region', { name: 'Xã Minh Họa E' })).toContainText('nay là Xã Minh Họa Mới');
  const printed = await page.request.get((await page.getByRole('link', { name: 'In bản giao ước' }).getAttribute('href'))!);
  expect(await printed.text()).toContain('Chưa ký');
});

test('the head of a cluster opens its agreement: the members are the cluster\u2019s of that year', async ({ page, playwright, baseURL }) => {
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  await province.cluster();
  const paper = unused('24/HD');
  await province.table(slugOf('giao-uoc-cum'), (yaml) => yaml.replace('21/HD-MH', paper).replace('title: Bảng điểm các xã', `title: Bảng ${paper}`));
  const name = unused('Giao ước cụm');
  await as(page, 'chutich.xa', '/van-phong/giao-uoc');
  await page.getByRole('button', { name: 'Mở giao ước' }).click();
  await page.getByLabel('Tên giao ước').fill('   ');
  await page.getByLabel('Năm', { exact: true }).fill(String(year));
  await select(page.getByLabel('Giữa các đơn vị'), clusterName);
  await expect(page.getByText('Xã Minh Họa A (trưởng đầu năm) mở giao ước; tham gia: Xã Minh Họa A, Xã Minh Họa B, Xã Minh Họa C.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Thêm đơn vị' })).toBeHidden();
  await select(page.getByLabel('Phiên bản bảng điểm'), `Bảng ${paper}`);
  await page.getByLabel('Các mục tiêu').fill('Đường thôn; %');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByLabel('Tên giao ước')).toHaveAttribute('aria-invalid', 'true');
  await sound(page);
  await page.getByLabel('Tên giao ước').fill(name);
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  for (const [, unit] of communes) await expect(page.getByRole('region', { name: unit })).toBeVisible();
});
