// The target board from a figure to one decision, over the days on which the tree changed; and the register behind it.
// Figures of the Plan's area are the nine published recognitions of 2021; what is written happens in Minh Họa.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './office';

const card = (page: Page, name: string) => page.locator('section.card').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
const advanced = 'Xã đạt chuẩn nông thôn mới nâng cao';

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

test('“50 %” opens n/m, the list, one decision; the day slides over 04/2023 and 07/2025', async ({ page }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/chi-tieu?ranh-gioi=plan_547&ngay=2022-12-07');
  const figure = card(page, advanced);
  await expect(figure.getByText('9/89', { exact: true })).toBeVisible();
  await expect(figure.getByText('10,1 % · mục tiêu 50 %')).toBeVisible();
  await expect(figure.getByText('9/89 trên tổng số xã')).toBeVisible();
  await expect(figure.getByText(/Mẫu số được giao 94/)).toBeVisible();
  await figure.getByRole('button', { name: 'Đã công nhận: 9' }).click();
  const list = page.getByRole('region', { name: `${advanced}: đơn vị được tính` });
  await expect(list.getByRole('row')).toHaveCount(10);
  await expect(list.getByRole('row', { name: /Xã Tân Chi/ })).toContainText('Số chưa rõ, ngày chưa rõ, người ký chưa rõ');
  await expect(list.getByRole('link', { name: 'xua.bacninhtv.vn' }).first()).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Trượt qua các mốc' });
  await slider.focus();
  for (const [day, told] of [['2023-04-09', '5/70'], ['2025-06-30', '0/21']] as const) {
    while (!(await slider.getAttribute('aria-valuetext'))?.includes(day.split('-').reverse().join('/'))) await slider.press('ArrowRight');
    await expect(page).toHaveURL(new RegExp(`ngay=${day}`));
    await slider.press('ArrowRight');
    await expect(figure.getByText(told, { exact: true })).toBeVisible();
  }
  await expect(figure.getByRole('button', { name: 'Lịch sử trước sắp xếp: 9' })).toBeVisible();
  await expect(card(page, 'Huyện đạt chuẩn nông thôn mới nâng cao hoặc kiểu mẫu')).toContainText('Không còn đơn vị thuộc diện tính');
  await clean(page);
});

test('the map draws a tile for each commune and says the same in a table', async ({ page }) => {
  await signIn(page, 'inspector');
  await page.goto('/van-phong/chi-tieu?ranh-gioi=plan_547&ngay=2022-12-07');
  const map = page.getByRole('region', { name: 'Bản đồ danh hiệu' });
  await expect(map.locator('svg g')).toHaveCount(126);
  await expect(map.locator('svg g.advanced')).toHaveCount(9);
  const tile = (await map.locator('svg g.advanced rect').first().boundingBox())!;
  expect(tile.width).toBeGreaterThan(60);
  expect(tile.height).toBeGreaterThan(30);
  await map.getByText('Bảng của bản đồ: 126 đơn vị').click();
  await expect(map.getByRole('row', { name: /Xã Tân Chi/ })).toContainText('Đạt chuẩn nông thôn mới nâng cao');
  await expect(map.getByRole('row', { name: /Xã Lạc Vệ/ })).toContainText('Chưa có quyết định trong hệ thống');
  await expect(page.getByRole('button', { name: 'Nạp lớp bản đồ' })).toHaveCount(0); // not his to do
});

test('a recognition is entered from its paper and stands on the board at once', async ({ page }, { project }) => {
  const area = `Thôn Minh Họa ${project.name}`;
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/chi-tieu?ngay=2025-12-31');
  const areas = card(page, 'Khu dân cư nông thôn mới kiểu mẫu');
  const counted = areas.getByRole('button', { name: /Đã công nhận: \d+/ });
  await expect(counted).toBeVisible();
  const before = Number((await counted.innerText()).split(': ')[1]);

  await page.goto('/van-phong/danh-hieu?ngay=2025-12-31');
  await page.getByRole('button', { name: 'Ghi quyết định công nhận' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Danh hiệu').selectOption({ label: 'Khu dân cư nông thôn mới kiểu mẫu' });
  await form.getByLabel('Tính từ ngày').fill('20/12/2025');
  await form.getByLabel('Tính từ ngày').blur();
  const unit = form.getByRole('combobox', { name: 'Đơn vị được công nhận' });
  await unit.pressSequentially('minh hoa a');
  await page.getByRole('option', { name: /Xã Minh Họa A/ }).click();
  await form.getByLabel('Tên khu dân cư').fill(area);
  await form.getByLabel('Ngày quyết định').fill('19/12/2025');
  await form.getByLabel('Ngày quyết định').blur();
  await form.getByLabel('Công nhận cho năm').fill('2025');
  await form.getByLabel('Nguồn').fill('Bản lưu minh họa');
  await clean(page);
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form).toBeHidden();
  await page.getByLabel('Tên đơn vị, mã hoặc khu dân cư').fill(area);
  await expect(page.getByRole('row', { name: new RegExp(area) })).toContainText('Số chưa rõ, ngày 19/12/2025, người ký chưa rõ');

  await page.goto('/van-phong/chi-tieu?ngay=2025-12-31');
  await expect(areas.getByRole('button', { name: `Đã công nhận: ${before + 1}` })).toBeVisible();
});

test('the reading of the 30 % is chosen by a paper, and the board names it', async ({ page }, { project }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/chi-tieu?ngay=2025-12-31');
  const models = card(page, 'Xã đạt chuẩn nông thôn mới kiểu mẫu');
  await expect(models.getByText(/trên tổng số xã/)).toBeVisible();
  await expect(models.getByText(/trên số xã đạt chuẩn nâng cao/)).toBeVisible();
  await page.getByRole('button', { name: 'Chọn cách hiểu' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Cách hiểu').selectOption({ label: 'trên số xã đạt chuẩn nâng cao' });
  await form.getByLabel('Số văn bản').fill(`45/TB-MH-${project.name}`);
  await form.getByLabel('Ngày văn bản').fill('30/12/2025');
  await form.getByLabel('Ngày văn bản').blur();
  await form.getByRole('button', { name: 'Lưu' }).click();
  await expect(form).toBeHidden();
  await expect(models.getByText(`Chọn theo văn bản số 45/TB-MH-${project.name}, ngày 30/12/2025`)).toBeVisible();
  await page.goto('/van-phong/chi-tieu?ngay=2025-12-29'); // before the paper nobody had chosen it
  await expect(models.getByText(/trên tổng số xã/)).toBeVisible();
  await expect(models.getByText(`45/TB-MH-${project.name}`)).toHaveCount(0);
});

test('a value of a free target is corrected with a reason, and the history keeps the first', async ({ page }, { project }) => {
  const [first, second] = project.name === 'phone' ? ['70,1', '70,2'] : ['69,1', '69,2'];
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/chi-tieu?ngay=2025-12-31');
  const target = page.getByRole('region', { name: 'Thu nhập bình quân đầu người khu vực nông thôn' });
  const year = target.getByRole('row', { name: /^2025/ });
  for (const value of [first, second]) {
    await target.getByRole('button', { name: 'Ghi giá trị' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Năm', { exact: true }).selectOption('2025');
    await form.getByLabel(/^Giá trị/).fill(value);
    await form.getByLabel('Nguồn số liệu').fill('Báo cáo minh họa');
    if (await form.getByLabel(/^Lý do sửa/).evaluate((field) => (field as HTMLTextAreaElement).required)) await form.getByLabel(/^Lý do sửa/).fill('Số liệu chính thức');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await expect(form).toBeHidden();
    await expect(year).toContainText(value);
  }
  await expect(year).toContainText('Vượt kế hoạch');
  await expect(year).toContainText(/đã sửa \d lần/);
  await target.locator('summary', { hasText: 'Lịch sử' }).click();
  await expect(target.locator('details')).toContainText(first.replace(',', '.'));
});

test('a layer is checked first; a wrong code is refused at its feature and nothing is drawn', async ({ page }) => {
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/chi-tieu?ngay=2021-06-30');
  await page.getByRole('button', { name: 'Nạp lớp bản đồ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nạp lớp bản đồ' })).toBeVisible();
  const square = (code: string, x: number): object => ({ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[[x, 21], [x + 0.05, 21], [x + 0.05, 21.05], [x, 21.05], [x, 21]]] } });
  const layer = (...codes: string[]): string => JSON.stringify({ type: 'FeatureCollection', features: codes.map((code, i) => square(code, 106 + i * 0.06)) });
  await page.getByLabel('Nguồn').fill('Bản vẽ minh họa');
  await page.getByLabel('Giấy phép sử dụng').fill('CC0');
  await page.getByLabel(/dán nội dung/).fill(layer('MH0101', 'KHONG-CO'));
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(page.getByRole('alert')).toContainText('features[1]');
  await page.getByLabel(/dán nội dung/).fill(layer('MH0101', 'MH0102'));
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(page.getByText('Khớp 2 đơn vị cấp xã')).toBeVisible();
  await clean(page);
});

test('the public board works without script, prints, and is one hue', async ({ page, browser, baseURL }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const still = await plain.newPage();
  await still.goto('/chi-tieu?on=10/04/2023');
  await expect(still.getByText('5/70', { exact: true }).first()).toBeVisible();
  await expect(still.locator('.map g.advanced')).toHaveCount(5);
  await still.getByText('Bảng của bản đồ: 126 đơn vị').click();
  await expect(still.getByRole('row', { name: /Xã Tân Chi/ })).toContainText('Đạt chuẩn nông thôn mới nâng cao');
  await still.getByRole('link', { name: 'Danh sách và quyết định' }).first().click();
  await expect(still.getByRole('heading', { level: 1, name: 'Danh hiệu nông thôn mới' })).toBeVisible();
  await expect(still.getByRole('row', { name: /Phường Phượng Mao/ })).toContainText('Đã chuyển thành đô thị, tính riêng');
  await plain.close();

  await page.goto('/chi-tieu?on=10/04/2023');
  await clean(page);
  const fills = await page.evaluate(() => [...new Set([...document.querySelectorAll('.map rect')].map((each) => getComputedStyle(each).fill))]);
  for (const fill of fills) {
    const [red, , blue] = fill.match(/\d+/g)!.map(Number) as [number, number, number];
    expect(red).toBeLessThanOrEqual(blue); // shades of the brand's blue and of grey
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.search')).toBeHidden();
  await expect(page.locator('.map')).toBeVisible();
});
