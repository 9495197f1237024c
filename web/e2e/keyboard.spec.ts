import { expect, person, test } from './office';

test('signing in and finding a unit need no pointer', async ({ page }) => {
  const who = await person(page, 'unit_clerk');
  await page.goto('/van-phong/don-vi');
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Tên đăng nhập')).toBeFocused();
  await page.keyboard.type(who.login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');

  const field = page.getByLabel('Tìm theo tên hoặc mã');
  await expect(field).toBeVisible();
  for (let i = 0; i < 40 && !(await field.evaluate((node) => node === document.activeElement)); i++) await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.type('xa minh hoa a');
  const hit = page.getByRole('link', { name: 'Xã Minh Họa A', exact: true });
  await expect(hit).toBeVisible();
  for (let i = 0; i < 20 && !(await hit.evaluate((node) => node === document.activeElement)); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { level: 1, name: 'Xã Minh Họa A' });
  await expect(title).toBeFocused(); // a screen reader says where one is
});
