// Every route on its own: axe finds nothing at WCAG 2.2 AA, nothing spills over the edge, no key of a text shows itself.
import type { Page } from '@playwright/test';
import { expect, signIn, sound, test } from './office';

async function first(page: Page, list: string, row = 'tbody th a'): Promise<string> {
  await page.goto(list);
  const href = await page.locator(row).first().getAttribute('href');
  return href!;
}

const routes = ['', 'chi-tieu', 'chi-tieu?ranh-gioi=plan_547&xem=advanced_communes.counted', 'chi-tieu/lop-ban-do', 'bao-cao', 'bao-cao?ky=2023-half_year&ngay=2023-06-06', 'danh-hieu', 'don-vi', 'don-vi?q=minh+hoa', 'sap-xep', 'sap-xep/moi', 'cum-khoi?nam=2025', 'bo-tieu-chi', 'bo-tieu-chi/nap', 'doi-chieu', 'thu-tinh', 'bang-diem', 'giao-uoc', 'tai-khoan', 'quan-tri', 'khong-co'];

for (const role of ['agriculture_officer', 'administrator']) {
  test(`every route is sound for the ${role}`, async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, role);
    const single = [
      await first(page, '/van-phong/don-vi?q=tinh+bac+ninh&kind=province'),
      await first(page, '/van-phong/sap-xep'),
      await first(page, '/van-phong/bang-diem'),
      `${await first(page, '/van-phong/bang-diem')}?muc=quy-tac`,
      ...(role === 'agriculture_officer' ? ['/van-phong/bang-diem/soan', await first(page, '/van-phong/giao-uoc')] : []),
      '/van-phong/bo-tieu-chi/xa-ntm-2021-2025',
      '/van-phong/bo-tieu-chi/xa-ntm-2021-2025?muc=phien-ban',
      '/van-phong/bo-tieu-chi/xa-ntm-2021-2025?muc=lich-su',
      '/van-phong/doi-chieu/xa-ntm-2021-2025?xem=tat-ca',
      ...(role === 'administrator' ? [await first(page, '/van-phong/quan-tri')] : []),
    ];
    for (const route of [...routes.map((each) => `/van-phong/${each}`), ...single]) {
      await test.step(route, async () => {
        await page.goto(route);
        await expect(page.locator('h1[data-screen-title], [role=alert]').first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await sound(page);
      });
    }
  });
}

test('the screens of the yearly review are sound', async ({ page, baseURL, playwright }) => {
  test.setTimeout(120_000);
  const request = await playwright.request.newContext({ baseURL: baseURL! });
  const { csrf } = (await (await request.post('/api/session', { data: { login: 'dieuphoi.tinh', password: 'minhhoa-547', code: null } })).json()) as { csrf: string };
  const unit = async (code: string): Promise<string> => ((await (await request.get(`/api/units?q=${code}`)).json()) as { items: { id: string; code: string }[] }).items.find((each) => each.code === code)!.id;
  const { today } = (await (await request.get('/api/config')).json()) as { today: string };
  const body = { set: 'xa-ntm-2021-2025', year: 2090, title: 'Rà soát minh họa', root_id: await unit('MH'), units_on: today, opens_on: today, closes_on: today, paper: 'Công văn minh họa', only: [await unit('MH0101')] };
  const { id } = (await (await request.post('/api/rounds', { data: body, headers: { 'x-csrf-token': csrf } })).json()) as { id: string };
  const { sheets } = (await (await request.get(`/api/rounds/${id}`)).json()) as { sheets: { id: string }[] };
  await signIn(page, 'unit_clerk');
  for (const route of ['', 'ra-soat', 'ra-soat/phan-cong', `ra-soat/${id}`, `phieu/${sheets[0]!.id}`, 'bien-nhan/CS-2020-000001']) {
    await test.step(route, async () => {
      await page.goto(`/van-phong/${route}`);
      await expect(page.locator('h1[data-screen-title], [role=alert]').first()).toBeVisible();
      if (route.startsWith('phieu')) await page.getByRole('button', { name: 'Mở tất cả' }).click();
      await page.waitForLoadState('networkidle');
      await sound(page);
    });
  }
});

test('the screens of scoring are sound', async ({ page, baseURL, playwright }) => {
  test.setTimeout(120_000);
  const request = await playwright.request.newContext({ baseURL: baseURL! });
  await request.post('/api/session', { data: { login: 'dieuphoi.tinh', password: 'minhhoa-547', code: null } });
  const { items } = (await (await request.get('/api/score-rounds')).json()) as { items: { id: string; title: string }[] };
  const { id } = items.find((each) => each.title === 'Chấm điểm thi đua các xã năm 2025')!;
  const { sheets } = (await (await request.get(`/api/score-rounds/${id}`)).json()) as { sheets: { id: string; label: string }[] };
  const sheet = (label: string): string => `phieu-diem/${sheets.find((each) => each.label === label)!.id}`;
  const round = `cham-diem/${id}`;
  const over = items.find((each) => each.title === 'Chấm điểm Cụm thi đua số 1 năm 2025')!.id;
  for (const [role, routes] of [
    ['district_reviewer', ['cham-diem', round, `${round}/bang`, `${round}/cum`, `${round}/rut-mau`, `xep-hang/${id}`, `xep-hang/${over}`, sheet('Xã Minh Họa A'), `${sheet('Xã Minh Họa A')}?muc=kien-nghi`, sheet('Xã Minh Họa C')]],
    ['unit_clerk', [sheet('Xã Minh Họa A'), `${sheet('Xã Minh Họa A')}?muc=mat-diem`]],
  ] as const) {
    await page.context().clearCookies();
    await signIn(page, role);
    for (const route of routes) {
      await test.step(route, async () => {
        await page.goto(`/van-phong/${route}`);
        await expect(page.locator('h1[data-screen-title]').first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await sound(page);
      });
    }
  }
});

test('the screens before the office are sound', async ({ page }) => {
  await page.goto('/van-phong/');
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
  await sound(page);
});

test('the portal is sound, and works without script', async ({ page, browser, baseURL }) => {
  for (const route of ['/', '/chi-tieu', '/chi-tieu?on=2025-07-01', '/danh-hieu', '/danh-hieu?on=2023-04-10', '/xep-hang', '/don-vi', '/don-vi?q=minh+hoa', '/bo-tieu-chi', '/bo-tieu-chi/xa-ntm-2021-2025', '/khong-co']) {
    await test.step(route, async () => {
      await page.goto(route);
      await sound(page);
    });
  }
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page2 = await plain.newPage();
  await page2.goto('/don-vi?q=xa+minh+hoa+a');
  await page2.getByRole('link', { name: 'Xã Minh Họa A' }).first().click();
  await expect(page2.getByRole('heading', { level: 1, name: 'Xã Minh Họa A' })).toBeVisible();
  await plain.close();
});
