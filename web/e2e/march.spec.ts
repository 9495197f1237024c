import { as, clusterName, communes, Office, unused } from './march';
import { expect, test } from './office';

test('a later paper changes the table while a round runs: the effect on every sheet first, and not where a score does not fit', async ({ page, playwright, baseURL }) => {
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  const slug = unused('bang-doi').replace(' ', '-');
  const title = unused('Đổi bảng điểm');
  const round = await province.round(await province.table(slug), title);
  for (const [login, label] of communes.slice(0, 2)) await (await Office.of(playwright, baseURL, login)).scored(round, label);
  await province.table(slug, (yaml) => yaml.replace('21/HD-MH', '22/HD-MH').replace('2024-02-15', '2024-06-01').replace('quan, max: 30', 'quan, max: 20').replace('thôn, max: 40', 'thôn, max: 50'));
  await province.table(slug, (yaml) => yaml.replace('21/HD-MH', '23/HD-MH').replace('2024-02-15', '2024-07-01').replace('from: 95, points: 30', 'from: 98, points: 30'));

  await as(page, 'canbo.xa', `/van-phong/cham-diem/${round}`);
  await expect(page.getByRole('button', { name: 'Đổi phiên bản bảng điểm' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Vai trò của bạn không được làm việc này')).toBeVisible();

  await as(page, 'dieuphoi.tinh', `/van-phong/cham-diem/${round}`);
  await page.getByRole('button', { name: 'Đổi phiên bản bảng điểm' }).click();
  const dialog = page.getByRole('dialog');
  const version = dialog.getByLabel('Phiên bản áp dụng cho đợt');
  const label = async (paper: string): Promise<string> => (await version.locator('option').allInnerTexts()).find((each) => each.includes(paper))!;
  await expect(version.locator('option')).toHaveCount(3);
  await version.selectOption({ label: await label('22/HD-MH') });
  await expect(dialog.getByText('2 phiếu có điểm đã xác nhận không dùng được với phiên bản này.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText('Mục 3: 25 điểm nằm ngoài khoảng 0 đến 20.');
  await dialog.getByRole('button', { name: 'Áp dụng theo văn bản số 22/HD-MH' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'chưa áp dụng được cho đợt này' })).toBeVisible();
  await version.selectOption({ label: await label('23/HD-MH') });
  await expect(dialog.getByText('2 trên 2 phiếu đã gửi đổi tổng điểm.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Xã Minh Họa B/ })).toContainText(/95.*85.*−10/s);
  await dialog.getByRole('button', { name: 'Áp dụng theo văn bản số 23/HD-MH' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Đợt chấm theo văn bản số 23/HD-MH; 2 phiếu tính lại.')).toBeVisible();
  await expect(page.getByText('văn bản số 23/HD-MH').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText('85');
  await expect(page.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText(clusterName);
});
