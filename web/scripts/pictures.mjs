// Takes the pictures of the README from the real program with its demonstration world:
//   tools/with_server sqlite node web/scripts/pictures.mjs
import { chromium } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const base = process.env.CHUNGSUC_URL;
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });

const values = `unit,indicator,value,value_male,value_female,applicable
Xã Minh Họa A,10,62,,,
Xã Minh Họa A,11,1.8,,,
Xã Minh Họa A,15.1,,97,91.5,
Xã Minh Họa A,6.3,100,,,
Xã Minh Họa B,10,57.5,,,
Xã Minh Họa B,11,2.5,,,
Xã Minh Họa B,15.1,,93,88,
`;

async function page(viewport) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', baseURL: base });
  const opened = await context.newPage();
  await opened.goto('/van-phong/');
  await opened.getByLabel('Tên đăng nhập').fill('dieuphoi.tinh');
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

async function tryValues(opened) {
  await opened.getByLabel('Bộ tiêu chí').selectOption('xa-ntm-2021-2025');
  await opened.getByRole('textbox').last().fill(values);
  await opened.getByRole('button', { name: 'Tính', exact: true }).click();
  const unit = opened.getByText('Xã Minh Họa B').last();
  await unit.click();
  await unit.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 220));
}

const desktop = await page({ width: 1280, height: 760 });
await shoot(desktop, '/van-phong/', 'home');
await shoot(desktop, '/van-phong/doi-chieu/xa-ntm-2021-2025', 'confirm');
await shoot(desktop, '/van-phong/thu-tinh', 'trial', tryValues);
await shoot(desktop, '/van-phong/don-vi', 'units', async (opened) => {
  await opened.getByLabel('Tìm theo tên hoặc mã').fill('minh hoa');
  await opened.getByText('Xã Minh Họa A').first().waitFor();
});
const phone = await page({ width: 412, height: 760 });
await shoot(phone, '/van-phong/thu-tinh', 'phone', tryValues);
const found = await (await desktop.request.get('/api/units?q=nhan+thang&on=2022-12-07')).json();
await shoot(desktop, `/don-vi/${found.items[0].id}`, 'portal');
await browser.close();
