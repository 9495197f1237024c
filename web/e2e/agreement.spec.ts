import { expect, signIn, signInAs, signOut, test } from './office';

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

test('from the draft to the signature: the holder opens, a commune registers, its head signs, it comes into force', async ({ page }, { project }) => {
  test.setTimeout(90_000);
  const name = `Giao ước thử ${project.name}`;
  await signIn(page, 'province_coordinator');
  const { csrf } = (await (await page.request.get('/api/session')).json()) as { csrf: string };
  const { items } = (await (await page.request.get('/api/units?q=MH')).json()) as { items: { id: string; code: string }[] };
  const root = items.find((each) => each.code === 'MH')!.id;
  const year = project.name === 'phone' ? 2029 : 2028;
  await page.request.post('/api/scoring-tables', { data: { yaml: yaml(`gu-${project.name}`, year, 60, '2026-01-01'), note: null, unit_id: root }, headers: { 'x-csrf-token': csrf } });
  await page.goto('/van-phong/giao-uoc');
  await page.getByRole('button', { name: 'Mở giao ước' }).click();
  await page.getByLabel('Tên giao ước').fill(name);
  await page.getByLabel('Năm', { exact: true }).fill(String(year));
  await page.getByRole('combobox', { name: 'Đơn vị tổ chức' }).fill('tỉnh minh họa');
  await page.getByRole('option', { name: /^Tỉnh Minh Họa/ }).first().click();
  await page.getByLabel('Các mục tiêu').fill('Đường thôn; %\nHộ nghèo; %; giảm');
  for (const unit of ['Xã Minh Họa A', 'Xã Minh Họa B']) {
    await page.getByRole('combobox', { name: 'Thêm đơn vị' }).fill(unit);
    await page.getByRole('option', { name: new RegExp(unit) }).first().click();
    await expect(page.getByRole('button', { name: `Bỏ ${unit}` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const address = page.url();
  await page.getByRole('button', { name: 'Mời đăng ký mục tiêu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mời đăng ký mục tiêu' }).click();
  await expect(page.getByText('Đang đăng ký mục tiêu').first()).toBeVisible();
  await signOut(page);

  await signInAs(page, 'canbo.xa');
  await page.goto(address);
  await page.getByRole('region', { name: 'Xã Minh Họa A' }).getByRole('button', { name: 'Đăng ký mục tiêu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Đăng ký').first().fill('97,5');
  await dialog.getByLabel('Đăng ký').nth(1).fill('1,2');
  await dialog.getByLabel('Số văn bản').fill('05/ĐK-UBND');
  await dialog.getByLabel('Ngày văn bản').fill('05/01/2026');
  await dialog.getByRole('button', { name: 'Đăng ký mục tiêu' }).click();
  await expect(page.getByText('Đăng ký với tỉnh: số 05/ĐK-UBND, ngày 05/01/2026')).toBeVisible();
  await signOut(page);

  await signIn(page, 'province_coordinator');
  await page.goto(address);
  await page.getByRole('button', { name: 'Mời ký' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mời ký' }).click();
  await expect(page.getByText('Chưa ký: Xã Minh Họa A, Xã Minh Họa B')).toBeVisible();
  await signOut(page);

  await signInAs(page, 'chutich.xa');
  await page.goto(address);
  await page.getByRole('button', { name: 'Ký giao ước' }).click();
  await dialog.getByLabel('Chức vụ').fill('Chủ tịch UBND xã');
  await dialog.getByRole('button', { name: 'Ký giao ước' }).click();
  await expect(page.getByText('Chưa ký: Xã Minh Họa B')).toBeVisible();
  await signOut(page);

  await signIn(page, 'province_coordinator');
  await page.goto(address);
  await page.getByRole('button', { name: 'Đưa vào thực hiện' }).click();
  await dialog.getByLabel('Số văn bản').fill('01/GƯTĐ');
  await dialog.getByLabel('Ngày văn bản').fill('10/01/2026');
  await dialog.getByRole('button', { name: 'Đưa vào thực hiện' }).click();
  await expect(page.getByText('Đang thực hiện').first()).toBeVisible();
  await page.getByRole('button', { name: 'Thay đổi đơn vị tham gia' }).click();
  await dialog.getByRole('combobox', { name: 'Tham gia thêm' }).fill('Xã Minh Họa C');
  await page.getByRole('option', { name: /Xã Minh Họa C/ }).first().click();
  await dialog.getByLabel('Từ ngày').fill('01/02/2030');
  await dialog.getByLabel('Số văn bản').fill('02/UBND');
  await dialog.getByLabel('Ngày văn bản').fill('10/01/2026');
  await dialog.getByRole('button', { name: 'Xem tác động' }).click();
  await expect(dialog.getByText(/Từ 2 thành 3 đơn vị/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('region', { name: 'Xã Minh Họa C' })).toContainText('02/UBND');
});
