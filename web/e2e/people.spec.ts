import { expect, signIn, signOut, test } from './office';

test('one administrator adds a person and proposes a role; only a second one can grant it', async ({ page }, { project }) => {
  const name = `Người Thử ${project.name}`;
  await signIn(page, 'administrator', 0);
  await page.goto('/van-phong/quan-tri');
  await page.getByRole('button', { name: 'Thêm người dùng' }).click();
  const adding = page.getByRole('dialog');
  await adding.getByLabel('Họ tên, tên gọi').fill(name);
  await adding.getByLabel('Chức vụ').fill('Công chức minh họa');
  await adding.getByLabel('Tên đăng nhập').fill(`thu.${project.name}`);
  await adding.getByLabel('Mật khẩu ban đầu').fill('mat-khau-tam-547');
  await adding.getByRole('button', { name: 'Thêm người dùng' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Đề nghị giao vai trò' }).click();
  const proposing = page.getByRole('dialog');
  await proposing.getByLabel('Vai trò').selectOption('unit_clerk');
  await proposing.getByRole('combobox', { name: 'Đơn vị' }).pressSequentially('xa minh hoa b');
  await proposing.getByRole('option', { name: /^Xã Minh Họa B/ }).first().click();
  await proposing.getByLabel('Văn bản phân công').fill('01/QĐ-MH');
  await proposing.getByRole('button', { name: 'Đề nghị giao vai trò' }).click();
  await expect(proposing).toBeHidden();
  const row = page.locator('section[aria-labelledby=grants] tbody tr');
  await expect(row).toContainText('Chờ duyệt');
  // The proposer sees why he may not decide.
  await expect(row.getByRole('button', { name: 'Đồng ý giao' })).toHaveAttribute('aria-disabled', 'true');
  await expect(row).toContainText('cần một người thứ hai');
  await signOut(page);

  await signIn(page, 'administrator', 1);
  await page.getByRole('link', { name: new RegExp(`Duyệt vai trò.*${name}`) }).click();
  await page.getByRole('button', { name: 'Đồng ý giao' }).click();
  const deciding = page.getByRole('dialog');
  await deciding.getByLabel('Lý do').fill('Theo quyết định phân công minh họa');
  await deciding.getByRole('button', { name: 'Đồng ý giao' }).click();
  await expect(page.locator('section[aria-labelledby=grants] tbody tr')).toContainText('Đã giao');
  await signOut(page);
});

test('the new person must change the given password before working', async ({ page }, { project }) => {
  await page.goto('/van-phong/');
  await page.getByLabel('Tên đăng nhập').fill(`thu.${project.name}`);
  await page.getByLabel('Mật khẩu').fill('mat-khau-tam-547');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đặt mật khẩu mới' })).toBeVisible();
  await page.getByLabel('Mật khẩu hiện nay').fill('mat-khau-tam-547');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('mat-khau-rieng-891');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('khac-891-khac-891');
  await expect(page.getByText('không giống nhau')).toBeVisible();
  await page.getByLabel('Nhập lại mật khẩu mới').fill('mat-khau-rieng-891');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  await expect(page.locator('.role', { hasText: 'Xã Minh Họa B' })).toBeVisible(); // the role the second person granted
});

test('who has no role for it does not see people', async ({ page }) => {
  await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/quan-tri');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(0);
});
