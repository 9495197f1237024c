// What every journey needs: signing in as one of the demonstration's people, and a page that fails on any script error,
// CSP violation or untranslated text.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

interface Demo { login: string; password: string; name: string; role: string }

let people: Demo[] | undefined;

async function everybody(page: Page): Promise<Demo[]> {
  return (people ??= ((await (await page.request.get('/api/config')).json()) as { sign_ins: Demo[] }).sign_ins);
}

export async function person(page: Page, role: string, nth = 0): Promise<Demo> {
  const found = (await everybody(page)).filter((each) => each.role === role)[nth];
  if (!found) throw new Error(`the demonstration has no ${nth + 1}. ${role}`);
  return found;
}

async function enter(page: Page, who: Demo): Promise<Demo> {
  await page.goto('/van-phong/');
  await page.getByLabel('Tên đăng nhập').fill(who.login);
  await page.getByLabel('Mật khẩu').fill(who.password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  return who;
}

export const signIn = async (page: Page, role: string, nth = 0): Promise<Demo> => enter(page, await person(page, role, nth));

/** By the sign-in itself, where several people hold the same role. */
export async function signInAs(page: Page, login: string): Promise<Demo> {
  const found = (await everybody(page)).find((each) => each.login === login);
  if (!found) throw new Error(`the demonstration has no ${login}`);
  return enter(page, found);
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** axe finds nothing at WCAG 2.2 AA, nothing spills over the edge, no key of a text shows itself. */
export async function sound(page: Page): Promise<void> {
  // Judged from the top: what the sticky head covers after a scroll to the focused heading is no small target.
  await page.evaluate(() => scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  const spill = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('dialog[open]')].map((each) => each.scrollWidth - each.clientWidth));
  expect(Math.max(...spill)).toBe(0);
  expect(await page.locator('body').innerText()).not.toContain('⟨');
  await expect(page.locator('[style]')).toHaveCount(0);
}

/** A test whose page must stay clean: no exception, no console error but the browser's own line about a refused request or
 * a network that is gone. */
export const test = base.extend<{ clean: void }>({
  clean: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to load resource: (.* status of 4\d\d|net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET))/.test(message.text())) faults.push(`console: ${message.text()}`);
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
