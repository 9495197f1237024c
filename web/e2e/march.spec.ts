import type { Locator, Page } from '@playwright/test';
import { as, clusterName, communes, Office, unused } from './march';
import { expect, sound, test } from './office';

async function pick(page: Page, field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await page.getByRole('option', { name: new RegExp(`^${text}`, 'i') }).first().click();
}
/** The option whose text holds these words, once it has come. */
async function select(field: Locator, words: string): Promise<void> {
  const option = field.locator('option', { hasText: words });
  await expect(option).toHaveCount(1);
  await field.selectOption((await option.getAttribute('value'))!);
}

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
  await expect(version.locator('option')).toHaveCount(3);
  await select(version, '22/HD-MH');
  await expect(dialog.getByText('2 phiếu có điểm đã xác nhận không dùng được với phiên bản này.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText('Mục 3: 25 điểm nằm ngoài khoảng 0 đến 20.');
  await dialog.getByRole('button', { name: 'Áp dụng theo văn bản số 22/HD-MH' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'chưa áp dụng được cho đợt này' })).toBeVisible();
  await select(version, '23/HD-MH');
  await expect(dialog.getByText('2 trên 2 phiếu đã gửi đổi tổng điểm.')).toBeVisible();
  await sound(page);
  await expect(dialog.getByRole('row', { name: /Xã Minh Họa B/ })).toContainText(/95.*85.*−10/s);
  await dialog.getByRole('button', { name: 'Áp dụng theo văn bản số 23/HD-MH' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Đợt chấm theo văn bản số 23/HD-MH; 2 phiếu tính lại.')).toBeVisible();
  await expect(page.getByText('văn bản số 23/HD-MH').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText('85');
  await expect(page.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText(clusterName);
});

test('a round is opened for chosen clusters and offices; what is wrong stands beside its field', async ({ page, playwright, baseURL }) => {
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  await province.cluster();
  const paper = unused('31/HD');
  await province.table(unused('theo-nganh').replace(' ', '-'), (yaml) => yaml.replace('21/HD-MH', paper).replace('{id: recheck, title: Tổ phúc tra huyện}', '{id: nganh, title: Các ngành chấm, by_field: true}')
    .replace('quan, max: 30', 'quan, max: 30, scorer: Sở Xây dựng').replace('id: council', 'id: hop'));
  await as(page, 'dieuphoi.tinh', '/van-phong/cham-diem');
  await page.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  const dialog = page.getByRole('dialog');
  await select(dialog.getByLabel('Bảng điểm', { exact: true }), paper);
  await dialog.getByLabel('Tên đợt').fill(unused('Chấm điểm theo ngành'));
  await pick(page, dialog.getByRole('combobox', { name: 'Địa bàn' }), 'Tỉnh Minh Họa');
  await expect(dialog.getByLabel('Loại đơn vị được chấm')).toBeVisible();
  await dialog.getByLabel(clusterName).check();
  await expect(dialog.getByLabel('Loại đơn vị được chấm')).toBeHidden();
  await pick(page, dialog.getByRole('combobox', { name: 'Sở Xây dựng' }), 'Sở Xây dựng');
  await dialog.getByLabel('Đơn vị theo địa giới ngày').fill('31/12/2024');
  await dialog.getByLabel('Mở từ ngày').fill('01/03/2025');
  await dialog.getByLabel('Đến hết ngày').fill('01/02/2025');
  await dialog.getByLabel('Văn bản làm căn cứ').fill('Kế hoạch số 05/KH-MH ngày 20/02/2025');
  await dialog.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  await expect(dialog.getByText('Ngày kết thúc không được trước ngày bắt đầu.')).toBeVisible();
  await expect(dialog.getByText('Bước chấm hop: phải chọn ai chấm.')).toBeVisible();
  await expect(dialog.getByLabel('Hội đồng Thi đua - Khen thưởng huyện: ai chấm')).toHaveAttribute('aria-invalid', 'true');
  await sound(page);
  await dialog.getByLabel('Hội đồng Thi đua - Khen thưởng huyện: ai chấm').selectOption('council');
  await dialog.getByLabel('Đến hết ngày').fill('31/03/2025');
  await dialog.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  await expect(page.getByText('Đã mở đợt với 3 phiếu điểm.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Xã Minh Họa C/ })).toContainText(clusterName);
  await expect(page.getByText('Các ngành chấm')).toBeVisible();
});
