import { expect, signIn, signOut, test } from './office';

test('who goes on leave delegates by a paper, the other sees whose role it is, and it is taken back', async ({ page }) => {
  const clerk = await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/tai-khoan');
  const card = page.locator('section[aria-labelledby=delegations]');
  await card.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vai trò ủy quyền').selectOption({ index: 1 });
  await dialog.getByLabel('Tên đăng nhập của người làm thay').fill('chutich.xa');
  const today = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date());
  await dialog.getByLabel('Từ ngày').fill(today);
  await dialog.getByLabel('Đến hết ngày').fill(today);
  await dialog.getByLabel('Số văn bản ủy quyền').fill('01/UQ-MH');
  await dialog.getByLabel('Ngày văn bản').fill(today);
  await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(card.locator('tbody tr').first()).toContainText('Trần Văn Bình');
  await signOut(page);

  await signIn(page, 'unit_head');
  await page.goto('/van-phong/tai-khoan');
  await expect(page.locator('section[aria-labelledby=roles]')).toContainText(`thay ${clerk.name}`);
  await signOut(page);

  await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/tai-khoan');
  await card.getByRole('button', { name: 'Chấm dứt ủy quyền' }).first().click();
  const ending = page.getByRole('dialog');
  await ending.getByLabel('Lý do').fill('Đã trở lại làm việc');
  await ending.getByRole('button', { name: 'Chấm dứt ủy quyền' }).click();
  await expect(ending).toBeHidden();
  await expect(card.getByRole('button', { name: 'Chấm dứt ủy quyền' })).toHaveCount(0);
});
