import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, person, signIn, signOut, test } from './office';

// RFC 6238 with SHA-1, 30 s, six digits: what the person's phone would show, `ahead` steps from now.
function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret.replace(/[^A-Z2-7]/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest[19]! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function withCode(page: Page, login: string, password: string, code: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByLabel('Mã xác thực 6 số').fill(code);
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
}

test('a second factor is enrolled with the picture or the key, and from then on signing in asks for a code', async ({ page }, { project }) => {
  const role = project.name === 'phone' ? 'council_member' : 'council_secretary';
  const who = await person(page, role);
  await signIn(page, role);
  await page.goto('/van-phong/tai-khoan');
  await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
  const drawn = (await page.getByRole('img', { name: /Mã QR/ }).locator('path').boundingBox())!;
  expect(drawn.width).toBeGreaterThan(100); // the picture is really drawn, square
  expect(drawn.width).toBeCloseTo(drawn.height, 0);
  const secret = await page.locator('.key code').innerText();
  await page.getByLabel('Mã xác thực 6 số').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await expect(page.getByRole('alert')).toContainText('không đúng');
  await page.getByLabel('Mã xác thực 6 số').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Xác nhận và bật' }).click();
  await expect(page.getByText('Đang bật')).toBeVisible();
  await signOut(page);

  await withCode(page, who.login, who.password, '000000');
  await expect(page.getByRole('alert')).toContainText('không đúng');
  await page.getByLabel('Mã xác thực 6 số').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
});
