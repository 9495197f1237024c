// Picture tests of the components, from the gallery that only the development server has: each is drawn at its measures,
// nothing spills out of its frame, axe finds nothing, and the keyboard works where the markup is our own.
import AxeBuilder from '@axe-core/playwright';
import { createServer, type ViteDevServer } from 'vite';
import { expect, test } from './office';

let server: ViteDevServer;
let url: string;

test.beforeAll(async () => {
  server = await createServer({ root: '.', configFile: 'vite.config.ts', logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  url = `${server.resolvedUrls!.local[0]!}gallery.html`;
});
test.afterAll(() => server.close());

test.beforeEach(async ({ page }) => {
  await page.route(/^http:..[^/]+.api.law/, (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"title":"","status":404,"faults":[]}' }));
  await page.goto(url);
  await expect(page.locator('[data-show=icons] svg').first()).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
});

test('every component stays inside its frame, and axe finds nothing', async ({ page }) => {
  const spilling = await page.evaluate(() =>
    [...document.querySelectorAll('[data-show]')].filter((frame) => frame.scrollWidth > frame.clientWidth + 1).map((frame) => frame.getAttribute('data-show')),
  );
  expect(spilling).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  expect(await page.locator('main').innerText()).not.toContain('⟨');
});

test('what is pressed is large enough for a finger, and digits line up', async ({ page }) => {
  for (const button of await page.locator('[data-show=button] .button').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(32);
  }
  for (const field of await page.locator('[data-show=field] input, [data-show=field] select').all()) {
    expect((await field.boundingBox())!.height).toBeGreaterThanOrEqual(40);
  }
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = '15px "Noto Sans"';
    return [...'0123456789'].map((digit) => context.measureText(digit).width);
  });
  expect(new Set(widths).size).toBe(1);
});

test('every status has its icon and its word', async ({ page }) => {
  for (const mark of await page.locator('[data-show=mark] .mark').all()) {
    await expect(mark.locator('svg')).toHaveCount(1);
    expect((await mark.innerText()).trim().length).toBeGreaterThan(2);
  }
});

test('a chart draws its lines over the whole width; a year without a figure breaks the line', async ({ page }) => {
  const frame = (await page.locator('[data-show=chart] figure > svg').boundingBox())!;
  const line = (await page.locator('[data-show=chart] path.s0').boundingBox())!;
  expect(line.width).toBeGreaterThan(frame.width * 0.6);
  expect(line.height).toBeGreaterThan(frame.height * 0.1);
  const broken = await page.locator('[data-show=chart] path.s1').getAttribute('d');
  expect(broken?.match(/M/g)).toHaveLength(2);
  await expect(page.locator('[data-show=chart] circle')).toHaveCount(11);
});

test('a map fills its shapes and tiles with shades of one hue, and says the same in a table', async ({ page }) => {
  const map = page.locator('[data-show=map]');
  await expect(map.locator('svg.shapes path')).toHaveCount(2);
  await expect(map.locator('.blocks g')).toHaveCount(5);
  const [left, right] = [(await map.locator('svg.shapes path').nth(0).boundingBox())!, (await map.locator('svg.shapes path').nth(1).boundingBox())!];
  expect(left.width).toBeGreaterThan(80);
  expect(right.x).toBeGreaterThan(left.x + left.width * 0.8); // the east is on the right
  const fill = (look: string): Promise<string> => map.locator(`.blocks g.${look}`).first().evaluate((each) => getComputedStyle(each).fill);
  expect(new Set([await fill('model'), await fill('advanced'), await fill('standard'), await fill('none')]).size).toBe(4);
  await map.locator('summary').click();
  await expect(map.getByRole('row')).toHaveCount(8);
});

test('a bar ends where its share ends, and a share above the whole fills it', async ({ page }) => {
  const widths = await page.locator('[data-show=bar] svg').evaluateAll((bars) => bars.map((bar) => bar.querySelector('.done')!.getBoundingClientRect().width / bar.getBoundingClientRect().width));
  expect(widths[0]).toBeCloseTo(0.489, 2);
  expect(widths[1]).toBeCloseTo(0.506, 2);
  expect(widths[2]).toBeCloseTo(1, 2);
});

test('under 700 px a row is a card with the column’s name before each value', async ({ page }, { project }) => {
  const row = page.locator('[data-show=table] tbody tr').nth(1);
  const label = await row.locator('td').first().evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toBe(project.name === 'phone' ? '"Mã"' : 'none');
  const [head, cell] = [(await row.locator('th').boundingBox())!, (await row.locator('td').first().boundingBox())!];
  if (project.name === 'phone') expect(cell.y).toBeGreaterThan(head.y);
  else expect(cell.y).toBeCloseTo(head.y, 0);
});

test('the combobox is worked by keys alone', async ({ page }) => {
  const field = page.getByRole('combobox', { name: 'Đơn vị' });
  await field.pressSequentially('minh');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(3);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue('Xã Minh Họa B');
  await expect(page.locator('[data-show=combobox] [role=listbox]')).toBeHidden();
});

test('a date is read as written on paper and a wrong one says so', async ({ page }) => {
  const field = page.getByLabel('Ngày để trống');
  await field.fill('1/7/2025');
  await field.blur();
  await expect(field).toHaveValue('01/07/2025');
  await field.fill('31/02/2025');
  await field.blur();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('a dialog keeps the focus and gives it back', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Mở hộp thoại' });
  await button.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
});

test('the portal’s sample page holds its shape', async ({ page }) => {
  await page.goto(url.replace('gallery.html', 'portal-sample.html'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations.map((each) => each.id)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-nav')).toBeHidden();
  await expect(page.locator('.search')).toBeHidden();
});
