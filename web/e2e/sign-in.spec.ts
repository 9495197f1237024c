import { expect, person, signIn, signOut, test } from './office';

test('a wrong password is refused in words and nothing opens', async ({ page }) => {
  const who = await person(page, 'commendation_officer');
  await page.goto('/van-phong/');
  await page.getByLabel('Tên đăng nhập').fill(who.login);
  await page.getByLabel('Mật khẩu').fill('sai-mat-khau-123');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('không đúng');
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toHaveCount(0);
});

test('a demonstration account fills the form, signs in, and signs out', async ({ page }) => {
  const who = await person(page, 'province_coordinator');
  await page.goto('/van-phong/');
  await page.getByRole('button', { name: who.name }).click();
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  await signOut(page);
  await page.goto('/van-phong/don-vi');
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
});

test('a session ended from another place asks to sign in again and says why', async ({ page, context }) => {
  await signIn(page, 'inspector');
  await context.clearCookies();
  await page.goto('/van-phong/bo-tieu-chi');
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
});

test('one sees one’s own sessions and ends another of them', async ({ page, browser }) => {
  await signIn(page, 'publisher');
  const other = await browser.newContext({ locale: 'vi-VN' });
  const second = await other.newPage();
  await signIn(second, 'publisher');
  await page.goto('/van-phong/tai-khoan');
  const rows = page.locator('section[aria-labelledby=sessions] tbody tr');
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasNotText: 'Phiên này' }).getByRole('button', { name: 'Kết thúc' }).click();
  await expect(rows).toHaveCount(1);
  await second.goto('/van-phong/tai-khoan');
  await expect(second.getByLabel('Tên đăng nhập')).toBeVisible();
  await other.close();
});
