import { expect, signIn, signOut, test } from './office';

const header = 'unit,indicator,value,value_male,value_female,applicable\n';

test('thử tính: a file of values, verdicts with every reason, nothing stored', async ({ page }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/thu-tinh?bo=xa-ntm-nang-cao-2021-2025');
  await expect(page.getByLabel('Năm')).toHaveValue('2024');
  await page.getByLabel(/dán nội dung/).fill(`${header}Xã Minh Họa A,1.1,đạt,,,\nXã Minh Họa A,2.1,"98,5",,,\nXã Minh Họa B,1.1,không đạt,,,\n`);
  await page.getByRole('button', { name: 'Tính' }).click();
  await expect(page.getByRole('heading', { name: 'Kết quả: 2 đơn vị' })).toBeVisible();
  await page.getByRole('button', { name: /Xã Minh Họa B/ }).click();
  await expect(page.getByRole('table').getByText('Không đạt').first()).toBeVisible();
  await page.getByRole('button', { name: /Xã Minh Họa A/ }).click();
  await expect(page.getByText('98,5').first()).toBeVisible();
  await expect(page.getByText('Chưa đủ căn cứ đánh giá').first()).toBeVisible();
});

test('thử tính: a bad row is refused with its line, and no verdict is shown', async ({ page }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/thu-tinh?bo=xa-ntm-nang-cao-2021-2025');
  await page.getByLabel(/dán nội dung/).fill(`${header}Xã Minh Họa A,1.1,đạt,,,\nXã Minh Họa A,2.1,abc,,,\n`);
  await page.getByRole('button', { name: 'Tính' }).click();
  await expect(page.getByRole('alert')).toContainText('Dòng 3');
  await expect(page.getByText(/^Kết quả:/)).toHaveCount(0);
});

test('thử tính: a chosen file counts like a pasted one', async ({ page }) => {
  await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/thu-tinh?bo=xa-ntm-2021-2025');
  await page.locator('input[type=file]').setInputFiles({ name: 'so-lieu.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${header}Xã Minh Họa C,1.1,true,,,\n`) });
  await expect(page.getByText('so-lieu.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Tính' }).click();
  await expect(page.getByRole('heading', { name: 'Kết quả: 1 đơn vị' })).toBeVisible();
});

test('a set shows thresholds by region with their confidence', async ({ page }) => {
  await signIn(page, 'agriculture_officer');
  await page.goto('/van-phong/bo-tieu-chi');
  await page.getByRole('link', { name: /xã nông thôn mới nâng cao/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /nâng cao/ })).toBeVisible();
  await expect(page.getByText('1. Quy hoạch')).toBeVisible();
  await page.getByLabel('Vùng').selectOption('TDMNPB');
  await expect(page).toHaveURL(/vung=TDMNPB/);
  await page.getByRole('link', { name: 'Phiên bản, so sánh' }).click();
  await expect(page.getByText('Phiên bản 1').first()).toBeVisible();
});

test('a threshold is confirmed by a paper whose signer is unknown, and the history says who and why', async ({ page }, { project }) => {
  const who = await signIn(page, 'agriculture_officer');
  const number = `03-${project.name}/VB-MH`;
  await page.goto('/van-phong/doi-chieu/huyen-ntm-nang-cao-2021-2025');
  await expect(page.getByRole('heading', { level: 1, name: /huyện nông thôn mới nâng cao/i })).toBeVisible();
  const before = await page.getByText(/^Đã đối chiếu \d+ trong/).innerText();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số văn bản').fill(number);
  await dialog.getByLabel('Ngày văn bản').fill('05/01/2023');
  await dialog.getByLabel('Chưa rõ người ký').check();
  await dialog.getByLabel('Ghi chú đối chiếu').fill('Đối chiếu với bản minh họa');
  await dialog.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Đã đối chiếu \d+ trong/)).not.toHaveText(before);
  await page.locator('summary', { hasText: 'Lịch sử' }).click();
  const newest = page.locator('details li').first();
  await expect(newest).toContainText(number);
  await expect(newest).toContainText(who.name);
  await signOut(page);
});

test('who may not confirm sees no way to, and the screen says nothing it should not', async ({ page }) => {
  await signIn(page, 'unit_clerk');
  await page.goto('/van-phong/doi-chieu/xa-ntm-2021-2025');
  await expect(page.locator('h1[data-screen-title], [role=alert]').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Xác nhận', exact: true })).toHaveCount(0);
});
