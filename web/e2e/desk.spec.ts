// The desks of the yearly review.
// The verifier's five clicks: (1) Thẩm tra, thẩm định: my criteria · (2) a criterion: figure, threshold and verdict of every
// unit side by side · (3) "Chọn cả …" · (4) "Xác nhận … bằng một văn bản": number, day, signer, the one exception with a
// usual reason · (5) "Ghi văn bản xác nhận".
// The coordinator's: (1) Kết quả thẩm định · (2) a sheet that waits · (3) "Ghi kết quả thẩm định" · (4) its notice · (5) the next.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './office';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await page.locator('body').innerText()).not.toContain('⟨');
}

interface Pile { round_id: string; criterion: string; open: number }

// A pile of the department's with at least twenty communes to look at, so that a second run finds another one.
async function fullPile(page: Page): Promise<Pile> {
  const { items } = (await (await page.request.get('/api/queue')).json()) as { items: Pile[] };
  const found = items.find((pile) => pile.open >= 20);
  if (!found) throw new Error('no pile holds twenty communes');
  return found;
}

test('a department confirms twenty communes by one paper, and one is sent back', async ({ page }, { project }) => {
  test.setTimeout(180_000);
  await signIn(page, 'department_verifier');
  await page.goto('/van-phong/tham-dinh');
  await expect(page.getByRole('heading', { level: 1, name: 'Thẩm tra, thẩm định' })).toBeVisible();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await sound(page);
  const pile = await fullPile(page);
  await page.locator(`a[href$="/tham-dinh/${pile.round_id}/${pile.criterion}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^Tiêu chí ${pile.criterion}\\.`) })).toBeVisible();
  await expect(page.locator('[data-unit]')).toHaveCount(pile.open);
  await sound(page);

  await page.getByRole('button', { name: /^Chọn cả \d+ đơn vị/ }).click();
  await page.getByRole('button', { name: new RegExp(`^Xác nhận ${pile.open} đơn vị`) }).click();
  const dialog = page.getByRole('dialog');
  const number = `88-${project.name}/SXD-MH`;
  await dialog.getByLabel('Số văn bản').fill(number);
  await dialog.getByLabel('Ngày văn bản').fill('05/01/2024');
  await dialog.getByLabel('Chưa rõ người ký').check();
  await dialog.getByRole('button', { name: 'Thêm đơn vị yêu cầu bổ sung' }).click();
  await dialog.getByLabel('Đơn vị').selectOption('Xã Minh Họa K');
  await dialog.getByLabel('Lý do').fill('Thiếu minh chứng');
  await dialog.getByLabel('Hạn bổ sung').fill('05/01/2024'); // a day that is over
  await expect(dialog.getByText(`${pile.open - 1} đơn vị thống nhất`)).toBeVisible();
  await expect(dialog.getByText(/^Xã Minh Họa K: yêu cầu bổ sung chỉ tiêu/)).toBeVisible();
  await sound(page);
  await dialog.getByRole('button', { name: 'Ghi văn bản xác nhận' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Xã Minh Họa K'); // refused by the unit's name, and nothing is written
  expect((await fullPile(page)).open).toBe(pile.open);

  await dialog.getByLabel('Hạn bổ sung').fill('05/01/2099');
  await dialog.getByRole('button', { name: 'Ghi văn bản xác nhận' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: number })).toContainText(`${pile.open} đơn vị`);
  await expect(page.getByText('Không còn đơn vị nào chờ xem xét.')).toBeVisible();
  await page.getByLabel('Xem', { exact: true }).selectOption('tat-ca');
  await page.getByLabel('Tìm đơn vị').fill('minh hoa k');
  await expect(page.locator('[data-unit]')).toHaveCount(1);
  await expect(page.getByText('Thiếu minh chứng')).toBeVisible();
  await expect(page.getByText('Hạn bổ sung 05/01/2099')).toBeVisible();
  await sound(page);
});

test('the keys choose units, and one indicator is agreed to and another corrected', async ({ page }) => {
  await signIn(page, 'department_verifier', 1);
  const { items } = (await (await page.request.get('/api/queue')).json()) as { items: Pile[] };
  const pile = items.find((each) => each.open >= 3)!;
  await page.goto(`/van-phong/tham-dinh/${pile.round_id}/${pile.criterion}`);
  const boxes = page.locator('input[data-unit]');
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('j');
  await expect(boxes.nth(2)).toBeFocused();
  await expect(page.getByRole('button', { name: /^Xác nhận 2 đơn vị/ })).toBeVisible();

  await page.getByRole('button', { name: /^Thống nhất chỉ tiêu/ }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã thống nhất' })).toBeVisible();
  const correct = page.getByRole('button', { name: /^Điều chỉnh chỉ tiêu/ }).last();
  await correct.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Lý do' })).toBeVisible();
  await expect(dialog.locator('input[type=text], select').first()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Theo báo cáo của ngành (minh họa)');
  await dialog.getByRole('button', { name: 'Điều chỉnh', exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByLabel('Xem', { exact: true }).selectOption('tat-ca');
  await expect(page.getByText('Theo báo cáo của ngành (minh họa)').first()).toBeVisible();
});

test('the province gives a result, reopens it, gives another', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'province_coordinator');
  await page.goto('/van-phong/ket-qua');
  await expect(page.getByText(/phiếu chờ kết quả/)).toBeVisible();
  await sound(page);
  await page.locator('tbody th a').first().click();
  const give = page.getByRole('button', { name: 'Ghi kết quả thẩm định' });
  await expect(give).toBeVisible();
  await sound(page);
  await give.click();
  let dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số thông báo kết quả').fill('05/TB-MH');
  await dialog.getByLabel('Ngày thông báo').fill('05/01/2024');
  await dialog.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Thông báo số 05/TB-MH ngày 05/01/2024')).toBeVisible();

  await page.getByRole('button', { name: 'Mở lại phiếu' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Xem lại số liệu theo kiến nghị (minh họa)');
  await dialog.getByRole('button', { name: 'Mở lại phiếu' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Không còn áp dụng/)).toBeVisible();

  await page.getByRole('button', { name: /^1\. / }).click();
  await page.getByRole('button', { name: 'Điều chỉnh chỉ tiêu 1.1' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^1\.1/).selectOption('không đạt');
  await dialog.getByLabel('Lý do').fill('Đồ án chưa được phê duyệt (minh họa)');
  await dialog.getByRole('button', { name: 'Điều chỉnh', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Đồ án chưa được phê duyệt (minh họa)')).toBeVisible();
  await sound(page);

  await give.click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ghi chú').fill('Thay kết quả trước');
  await dialog.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
  await expect(dialog).toBeHidden();
  const results = page.locator('section[aria-labelledby=given] li');
  await expect(results).toHaveCount(2);
  await expect(results.first()).toContainText('Thay kết quả trước');
  await expect(results.last()).toContainText('05/TB-MH');
});

test('the desks are shut to whom they do not concern', async ({ page }) => {
  await signIn(page, 'unit_clerk');
  await expect(page.getByRole('link', { name: 'Kết quả thẩm định' })).toHaveCount(0);
  await page.goto('/van-phong/tham-dinh');
  await expect(page.getByRole('alert')).toBeVisible();
});
