// Takes the pictures of the README from the real program with its demonstration world:
//   tools/with_server sqlite node web/scripts/pictures.mjs
import { chromium } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const base = process.env.CHUNGSUC_URL;
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });

async function page(login, viewport) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', baseURL: base });
  const opened = await context.newPage();
  await opened.goto('/van-phong/');
  await opened.getByLabel('Tên đăng nhập').fill(login);
  await opened.getByLabel('Mật khẩu', { exact: true }).fill('minhhoa-547');
  await opened.keyboard.press('Enter');
  await opened.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  return opened;
}

async function shoot(opened, path, name, act = async () => {}) {
  await opened.goto(path);
  await opened.waitForLoadState('networkidle');
  await act(opened);
  await opened.screenshot({ path: `${folder}${name}.png` });
}

// The screen behind the first such link.
const first = (selector) => async (opened) => {
  await opened.goto(await opened.locator(selector).first().getAttribute('href'));
  await opened.waitForLoadState('networkidle');
};

const [wide, narrow] = [{ width: 1280, height: 760 }, { width: 412, height: 760 }];
const province = await page('dieuphoi.tinh', wide);
await shoot(province, '/van-phong/doi-chieu/xa-ntm-2021-2025', 'confirm');
await shoot(province, '/van-phong/chi-tieu?ranh-gioi=plan_547&ngay=2022-12-07', 'board');
await shoot(province, '/van-phong/ho-so-cong-nhan?xem=tat-ca', 'dossier', first('tbody tr:has-text("Minh Họa B") th a'));
const department = await page('thamdinh.so', wide);
await shoot(department, '/van-phong/tham-dinh', 'pile', first('main tbody th a, main li a'));
const clerk = await page('canbo.xab', wide);
await shoot(clerk, '/van-phong/', 'home');
await shoot(clerk, '/van-phong/', 'sheet', first('main a[href*="/phieu/"]'));
const phone = await page('canbo.xab', narrow);
await shoot(phone, '/van-phong/', 'phone', first('main a[href*="/phieu/"]'));
const secretary = await page('thuky.hoidong', wide);
await shoot(secretary, '/van-phong/cham-diem', 'ranking', async (opened) => {
  await first('main a:has-text("Cụm thi đua số 1")')(opened);
  await first('main a[href*="/xep-hang/"]')(opened);
});
const checker = await page('thamtra.huyen', wide);
await shoot(checker, '/van-phong/cham-diem', 'scores', async (opened) => {
  await first('main a:has-text("các xã năm 2025")')(opened);
  await first('main a:has-text("Xã Minh Họa C")')(opened);
  await opened.locator('table.sheet input').first().waitFor();
});
const found = await (await province.request.get('/api/units?q=nhan+thang&on=2022-12-07')).json();
await shoot(province, `/don-vi/${found.items[0].id}`, 'portal');
await browser.close();
