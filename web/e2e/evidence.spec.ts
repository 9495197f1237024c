// Evidence from a phone and from a desk: an upload that outlives a broken line, photographed pages that become one PDF which
// the browser really shows, refusals that say what to do, a wrong upload that goes for ever.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, signIn, signOut, test } from './office';

const photograph = readFileSync(new URL('../../tests/files/quarters.jpg', import.meta.url));
const declare = (page: Page): Promise<void> => page.getByLabel(/không chứa bí mật nhà nước/).check();
const rows = (page: Page) => page.locator('tbody tr');

async function store(page: Page, role = 'unit_clerk'): Promise<void> {
  await signIn(page, role);
  await page.goto('/van-phong/minh-chung');
  await expect(page.getByRole('heading', { level: 1, name: 'Kho minh chứng' })).toBeVisible();
}

test('an upload goes on where it stopped when the line breaks', async ({ page }, { project }) => {
  const title = `Báo cáo tổng hợp ${project.name}`;
  const bytes = Buffer.concat([Buffer.from('Báo cáo minh họa\n'), Buffer.alloc(700_000, 'a '), Buffer.from('\n')]);
  await store(page);
  const sent: string[] = [];
  let broken = 0;
  await page.route(/\/api\/uploads\/[^/]+$/, async (route) => {
    const request = route.request();
    sent.push(`${request.method()} ${request.headers()['upload-offset'] ?? ''}`.trim());
    if (request.method() === 'PATCH' && request.headers()['upload-offset'] === '524288' && broken++ === 0) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.getByRole('button', { name: 'Tải tệp lên' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'bao-cao.txt', mimeType: 'text/plain', buffer: bytes });
  await page.getByRole('textbox', { name: 'Tên gọi' }).fill(title);
  await expect(page.getByRole('button', { name: 'Tải lên 1 tệp' })).toBeDisabled();
  await declare(page);
  await page.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
  await expect(page.getByText('Mất kết nối, đang đợi để gửi tiếp')).toBeVisible();
  await expect(page.getByText(`Đã lưu minh chứng “${title}”.`)).toBeVisible();
  expect(sent).toEqual(['PATCH 0', 'PATCH 524288', 'HEAD', 'PATCH 524288']);
  const row = rows(page).filter({ hasText: title });
  const address = await row.getByRole('link', { name: 'Tải về' }).getAttribute('href');
  const file = await page.request.get(address!);
  expect((await file.body()).equals(bytes)).toBe(true);
  expect(file.headers()['content-disposition']).toMatch(/^attachment/);
});

test('a disguised file is refused with what to do, and can be taken out', async ({ page }) => {
  await store(page);
  await page.getByRole('button', { name: 'Tải tệp lên' }).click();
  await page.locator('input[type=file]').setInputFiles([
    { name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><body>không phải PDF</body></html>') },
    { name: 'IMG_0001.heic', mimeType: 'image/heic', buffer: Buffer.from('heic') },
  ]);
  await declare(page);
  await page.getByRole('button', { name: 'Tải lên 2 tệp' }).click();
  await expect(page.getByText(/Nội dung của “quyet-dinh.pdf” là loại/)).toBeVisible();
  await expect(page.getByText(/Cài đặt › Camera › Định dạng/)).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ tệp quyet-dinh.pdf' }).click();
  await page.getByRole('button', { name: 'Bỏ tệp IMG_0001.heic' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('photographed pages become one PDF, in the order given, and the browser shows it', async ({ page, context }, { project }) => {
  const title = `Biên bản họp thôn ${project.name}`;
  await store(page);
  await page.getByRole('button', { name: 'Chụp nhiều trang' }).click();
  const camera = page.locator('input[capture]');
  for (const name of ['trang-1.jpg', 'trang-2.jpg', 'trang-3.jpg']) await camera.setInputFiles({ name, mimeType: 'image/jpeg', buffer: photograph });
  await expect(page.getByText('Trang 3')).toBeVisible();
  const drawn = await page.locator('canvas').first().evaluate((canvas) => (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(5, 5, 1, 1).data[0]);
  expect(drawn).toBeGreaterThan(150); // the red quarter of the photograph, not an empty canvas
  await page.getByRole('button', { name: 'Bỏ trang 2' }).click();
  await page.getByRole('button', { name: 'Chuyển trang 2 lên trước' }).click();
  await page.getByRole('textbox', { name: 'Tên gọi' }).fill(title);
  await declare(page);
  await page.getByRole('button', { name: 'Ghép 2 trang thành PDF' }).click();
  await expect(page.getByText(`Đã lưu minh chứng “${title}”.`)).toBeVisible();
  const row = rows(page).filter({ hasText: title });
  await expect(row).toContainText('PDF, 2 trang');
  const address = (await row.getByRole('link', { name: 'Mở' }).getAttribute('href'))!;
  const pdf = await page.request.get(address);
  expect(pdf.headers()['content-security-policy']).toMatch(/^default-src 'none'/);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  if (project.name === 'phone') return; // Chromium shows no PDF under the name of a phone: it downloads
  const [tab] = await Promise.all([context.waitForEvent('page'), row.getByRole('link', { name: 'Mở' }).click()]);
  await expect.poll(() => tab.frames().map((frame) => frame.url()).some((url) => url.startsWith('chrome-extension://'))).toBe(true); // its PDF viewer runs
  await tab.close();
});

test('a newer one is offered in place of the old; a wrong one is purged by the head of the unit and leaves its trace', async ({ page }, { project }) => {
  const [old, newer] = [`Bản cũ ${project.name}`, `Bản mới ${project.name}`];
  await store(page);
  await page.getByRole('button', { name: 'Tải tệp lên' }).click();
  await page.locator('input[type=file]').setInputFiles([old, newer].map((name) => ({ name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`${name}\n`) })));
  await declare(page);
  await page.getByRole('button', { name: 'Tải lên 2 tệp' }).click();
  await expect(page.getByRole('link', { name: newer, exact: true })).toBeVisible();
  await page.getByRole('link', { name: old, exact: true }).click();
  await page.getByRole('button', { name: 'Thay bằng bản khác' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Bản thay thế' }).pressSequentially(newer);
  await dialog.getByRole('option', { name: newer }).click();
  await dialog.getByRole('button', { name: 'Thay bằng bản khác' }).click();
  await expect(page.getByText('Đã có bản thay').first()).toBeVisible();
  await page.getByRole('link', { name: 'Xem bản mới' }).click();
  await expect(page.getByRole('heading', { level: 1, name: newer })).toBeVisible();
  const address = new URL(page.url()).pathname;
  await signOut(page);

  await signIn(page, 'unit_head');
  await page.goto(address);
  await page.getByRole('button', { name: 'Gỡ bỏ hẳn' }).click();
  await page.getByLabel('Vì').selectOption('wrong_file');
  await page.getByLabel('Lý do').fill('Tải nhầm bản nháp');
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ bỏ hẳn' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '(đã gỡ bỏ)' })).toBeVisible();
  await expect(page.getByText('Tải nhầm bản nháp').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tải về' })).toHaveCount(0);
  await page.locator('summary', { hasText: 'Lịch sử' }).click();
  await expect(page.locator('details li').first()).toContainText('Gỡ bỏ hẳn minh chứng');
});
