// The commune's part of the yearly review. Its officer does ten jobs and this is one of them; her five clicks:
//   1. Việc của tôi → the sheet that is due.
//   2. "Giữ nguyên" what did not change since last year, paste the column from Excel for the rest.
//   3. "Còn thiếu" → the cells without a value; explain the one nobody has a figure for.
//   4. Gửi phiếu: number and day of the signed report.
//   5. What comes back is in Việc của tôi with its day: mend that one indicator, Gửi lại.
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, person, signIn, signOut, test } from './office';

const password = 'minhhoa-547';
const set = 'xa-ntm-2021-2025';

interface Line { no: string; kind: string; threshold: string | null; both_sexes: boolean }
interface Sheet { id: string; criteria: { no: string; indicators: { no: string; mine: boolean; lines: Line[] }[] }[] }

// A person of the demonstration over the API, in a context of its own.
async function api(browser: Browser, baseURL: string, login: string): Promise<{ get: <T>(path: string) => Promise<T>; send: <T>(method: string, path: string, data: unknown) => Promise<T> }> {
  const request: APIRequestContext = (await browser.newContext({ baseURL })).request;
  const session = (await (await request.post('/api/session', { data: { login, password, code: null } })).json()) as { csrf: string };
  const read = async <T>(reply: { ok(): boolean; text(): Promise<string> }): Promise<T> => {
    const text = await reply.text();
    expect(reply.ok(), text).toBe(true);
    return JSON.parse(text) as T;
  };
  return {
    get: async (path) => read(await request.get(path)),
    send: async (method, path, data) => read(await request.fetch(path, { method, data, headers: { 'x-csrf-token': session.csrf } })),
  };
}

type Caller = Awaited<ReturnType<typeof api>>;
const unit = async (caller: Caller, code: string): Promise<string> =>
  (await caller.get<{ items: { id: string; code: string }[] }>(`/api/units?q=${code}`)).items.find((each) => each.code === code)!.id;

/** A round of its own year with the one commune; answers the sheet. What earlier rounds said stands in it as last year's. */
async function openRound(browser: Browser, baseURL: string, year: number): Promise<{ round: string; title: string; sheet: string; province: Caller }> {
  const province = await api(browser, baseURL, 'dieuphoi.tinh');
  const { today } = await province.get<{ today: string }>('/api/config');
  const title = `Rà soát năm ${year} (hành trình minh họa)`;
  const [root, commune] = [await unit(province, 'MH'), await unit(province, 'MH0101')];
  const days = { units_on: '2023-12-31', opens_on: '2023-12-31', closes_on: today };
  const { id } = await province.send<{ id: string }>('POST', '/api/rounds', { set, year, title, root_id: root, ...days, paper: 'Công văn minh họa số 06', only: [commune] });
  const { sheets } = await province.get<{ sheets: { id: string }[] }>(`/api/rounds/${id}`);
  return { round: id, title, sheet: sheets[0]!.id, province };
}

/** Fills in all but the named indicators, each with just its threshold. */
async function fill(caller: Caller, sheet: string, but: string[] = []): Promise<void> {
  const view = await caller.get<Sheet>(`/api/sheets/${sheet}`);
  const cells = view.criteria.flatMap((each) => each.indicators).filter(({ no }) => !but.includes(no)).map(({ lines: [line] }) => {
    const { no, kind, threshold, both_sexes } = line!;
    const value = threshold ?? (kind === 'boolean' ? 'true' : '');
    return { line: no, note: value ? '' : 'Tỉnh chưa có mức', ...(both_sexes ? { value_male: value, value_female: value } : { value }) };
  });
  await caller.send('PUT', `/api/sheets/${sheet}/cells`, { cells });
}

const cell = (page: Page, no: string): ReturnType<Page['locator']> => page.locator(`[data-cell="${no}"]`).first();
const row = (page: Page, no: string): ReturnType<Page['locator']> => page.locator(`[id="dong-${no}"]`);
const open = async (page: Page, sheet: string): Promise<void> => {
  await page.goto(`/van-phong/phieu/${sheet}`);
  await page.getByRole('button', { name: 'Mở tất cả' }).click();
};

test('a commune reviews its year and is sent back on one indicator', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  const { round, title, sheet, province } = await openRound(browser, baseURL!, 2031);
  const clerk = await api(browser, baseURL!, 'canbo.xa');
  await fill(clerk, sheet, ['1.1', '3.1']);
  await signIn(page, 'unit_clerk');
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: /Tự đánh giá và gửi phiếu/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Phiếu rà soát năm 2031/ })).toBeVisible();

  await page.getByRole('button', { name: 'Còn thiếu 2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^3\.1/ }).click();
  await expect(cell(page, '3.1')).toBeFocused();
  await page.keyboard.type('81,5');
  await page.keyboard.press('Enter');
  await expect(row(page, '3.1')).toContainText(/đã lưu \d\d:\d\d/);
  await expect(row(page, '3.1')).toContainText('Đạt');
  await page.getByRole('button', { name: 'Còn thiếu 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^1\.1/ }).click();
  await row(page, '1.1').getByLabel('Đạt', { exact: true }).check();

  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  const sending = page.getByRole('dialog');
  await sending.getByLabel('Số báo cáo').fill('15/BC-UBND');
  await sending.getByLabel('Ngày báo cáo').fill('20/12/2023');
  await sending.getByLabel('Người ký').fill('Trần Văn Bình');
  await sending.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Biên nhận' })).toBeFocused();
  await expect(page.getByText('Đã gửi, chờ thẩm tra')).toBeVisible();
  await expect(cell(page, '3.1')).toHaveCount(0);

  const { today } = await province.get<{ today: string }>('/api/config');
  const checks = [{ indicator: '3.1', action: 'send_back', reason: 'Thiếu bảng tổng hợp diện tích tưới', due_on: today }];
  await province.send('POST', `/api/sheets/${sheet}/checks`, { checks });
  await page.goto('/van-phong/');
  await page.getByRole('link', { name: /Bổ sung, hoàn thiện 1 chỉ tiêu/ }).click();
  await expect(page.getByText('Thiếu bảng tổng hợp diện tích tưới')).toBeVisible();
  await expect(page.locator('[data-indicator]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Gửi lại' })).toHaveCount(0);
  await cell(page, '3.1').fill('82');
  await cell(page, '3.1').press('Enter');
  await expect(row(page, '3.1')).toContainText(/đã lưu \d\d:\d\d/);
  await page.goto('/van-phong/minh-chung');
  await page.getByRole('button', { name: 'Tải tệp lên' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'Báo cáo đã ký.txt', mimeType: 'text/plain', buffer: Buffer.from('Bản ký (minh họa)\n') });
  await page.getByLabel(/không chứa bí mật nhà nước/).check();
  await page.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
  await expect(page.getByRole('link', { name: 'Báo cáo đã ký', exact: true })).toBeVisible();
  await page.goto(`/van-phong/phieu/${sheet}`);
  await page.getByRole('button', { name: 'Gửi lại' }).click();
  await sending.getByLabel('Số báo cáo').fill('16/BC-UBND');
  await sending.getByLabel('Cách gửi').selectOption('signed_copy');
  await sending.getByRole('combobox', { name: 'Bản scan đã ký, đóng dấu' }).pressSequentially('báo cáo');
  await page.getByRole('option', { name: 'Báo cáo đã ký' }).click();
  await sending.getByRole('button', { name: 'Gửi', exact: true }).click();
  await expect(page.getByText('Sở, ngành đang thẩm định')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bản ký số hóa kèm theo' })).toHaveAttribute('href', /minh-chung\//);

  await page.getByRole('link', { name: 'Xem, in biên nhận' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Biên nhận CS-\d{4}-\d{6}/ })).toBeFocused();
  await page.goto(`/van-phong/ra-soat/${round}`);
  await expect(page.getByRole('row').filter({ hasText: 'Xã Minh Họa A' })).toContainText('Sở, ngành đang thẩm định');
});

test('the grid needs no pointer: arrows, Enter, Escape, F2, and Ctrl+Z gives back what stood before', async ({ page, browser, baseURL }) => {
  const { sheet } = await openRound(browser, baseURL!, 2032);
  await signIn(page, 'unit_clerk');
  await open(page, sheet);
  await cell(page, '1.1').focus();
  await page.keyboard.press('d');
  await expect(row(page, '1.1').getByLabel('Đạt', { exact: true })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(cell(page, '2.1')).toBeFocused();
  await page.keyboard.type('95,5');
  await page.keyboard.press('Enter');
  await expect(cell(page, '2.2')).toBeFocused();
  await expect(row(page, '2.1')).toContainText('đã lưu');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('7');
  await page.keyboard.press('F2');
  await page.keyboard.type('0.5');
  await page.keyboard.press('Enter');
  await expect(row(page, '2.1').getByRole('button', { name: /Hoàn tác/ })).toBeVisible();
  await cell(page, '2.1').focus();
  await page.keyboard.press('Control+z');
  await expect(cell(page, '2.1')).toHaveValue('95,5');
  await expect(row(page, '2.1')).toContainText('đã lưu');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await expect(cell(page, '2.1')).toHaveValue('95,5');
  await cell(page, '12.1').selectText();
  await page.keyboard.type('70');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect(cell(page, '12.2')).toBeFocused();
  await expect(row(page, '12.1')).toContainText('đã lưu');
  await page.reload();
  await page.getByRole('button', { name: 'Mở tất cả' }).click();
  await expect(cell(page, '2.1')).toHaveValue('95,5');
  await expect(page.locator('[data-cell="12.1"]').nth(1)).toHaveValue('80');
});

test('a refused value stays as typed with its reason at the cell; the rest is stored', async ({ page, browser, baseURL }) => {
  const { sheet } = await openRound(browser, baseURL!, 2033);
  await signIn(page, 'unit_clerk');
  await open(page, sheet);
  await cell(page, '2.1').fill('nhiều');
  await cell(page, '2.1').press('Enter');
  await expect(row(page, '2.1').getByRole('alert')).toContainText('không phải là số');
  await expect(cell(page, '2.1')).toHaveValue('nhiều');
  await expect(page.getByText('1 ô chưa lưu, xem từng ô')).toBeVisible();
  await cell(page, '2.1').fill('99');
  await cell(page, '2.1').press('Enter');
  await expect(page.locator('.bar')).toContainText('đã lưu');
});

test('the values of last year stand marked, and count once they are kept', async ({ page, browser, baseURL }) => {
  const clerk = await api(browser, baseURL!, 'canbo.xa');
  const before = await openRound(browser, baseURL!, 2060);
  await fill(clerk, before.sheet);
  const { sheet } = await openRound(browser, baseURL!, 2061);
  await signIn(page, 'unit_clerk');
  await open(page, sheet);
  await expect(row(page, '3.1')).toContainText('số điền sẵn');
  await row(page, '3.1').getByRole('button', { name: 'Giữ nguyên' }).click();
  await expect(row(page, '3.1')).toContainText('đã lưu');
  await expect(row(page, '3.1')).not.toContainText('số điền sẵn');
  const criterion = page.locator('[data-criterion="17"]');
  await criterion.getByRole('button', { name: /Giữ nguyên \d+ số điền sẵn/ }).click();
  await expect(criterion.getByText('số điền sẵn', { exact: true })).toHaveCount(0);
});

test('a block from Excel is shown with its faults, then saved all or none', async ({ page, browser, baseURL }) => {
  const { sheet } = await openRound(browser, baseURL!, 2034);
  await signIn(page, 'unit_clerk');
  await open(page, sheet);
  const before = await cell(page, '2.1').inputValue(); // last year's, or nothing
  await cell(page, '2.1').evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '95,5\r\n70\r\nabc\r\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row').filter({ hasText: '2.3' })).toContainText('Không đọc được');
  await expect(dialog.getByRole('button', { name: 'Ghi tất cả' })).toBeDisabled();
  await dialog.getByLabel('Số liệu đã sao chép').fill('2.1\t95,5\n2.2\t101\n1.1\tđạt');
  await dialog.getByRole('button', { name: 'Ghi tất cả' }).click();
  await expect(dialog.getByRole('row').filter({ hasText: '2.2' })).toContainText(/100/);
  await expect(cell(page, '2.1')).toHaveValue(before);
  await dialog.getByLabel('Số liệu đã sao chép').fill('2.1\t95,5\n2.2\t100\n1.1\tđạt');
  await dialog.getByRole('button', { name: 'Ghi tất cả' }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(page, '2.2')).toHaveValue('100');
  await expect(row(page, '1.1').getByLabel('Đạt', { exact: true })).toBeChecked();
});

test('two people in one cell: both values side by side, and the person decides', async ({ page, browser, baseURL }) => {
  const { sheet } = await openRound(browser, baseURL!, 2035);
  await signIn(page, 'unit_clerk');
  await open(page, sheet);
  const head = await browser.newContext({ baseURL: baseURL! });
  const other = await head.newPage();
  await signIn(other, 'unit_head');
  await open(other, sheet);
  await cell(other, '2.1').fill('91');
  await cell(other, '2.1').press('Enter');
  await expect(row(other, '2.1')).toContainText('đã lưu');

  await cell(page, '2.1').fill('92,5');
  await cell(page, '2.1').press('Enter');
  const choice = page.getByRole('group', { name: /Chỉ tiêu 2\.1 vừa được/ });
  await expect(choice).toContainText('91 %');
  await expect(choice).toContainText('92,5 %');
  await expect(choice).toContainText((await person(page, 'unit_head')).name);
  await choice.getByRole('button', { name: 'Ghi số của tôi' }).click();
  await expect(row(page, '2.1')).toContainText('đã lưu');
  await other.reload();
  await other.getByRole('button', { name: 'Mở tất cả' }).click();
  await expect(cell(other, '2.1')).toHaveValue('92,5');
  await head.close();
});

test('without a network nothing typed is lost, and it is sent by itself when the network is back', async ({ page, context, browser, baseURL }) => {
  const { sheet, province } = await openRound(browser, baseURL!, 2036);
  await signIn(page, 'unit_clerk');
  await open(page, sheet);
  await context.setOffline(true);
  await cell(page, '2.1').fill('88');
  await cell(page, '2.1').press('Enter');
  await cell(page, '2.2').fill('77');
  await cell(page, '2.2').press('Enter');
  await expect(page.getByText(/mất mạng: 2 ô chưa lưu/)).toBeVisible();
  await context.setOffline(false);
  await expect(row(page, '2.2')).toContainText('đã lưu');
  const view = await province.get<{ criteria: { indicators: { no: string; lines: { self: { value: string } | null }[] }[] }[] }>(`/api/sheets/${sheet}`);
  const stored = view.criteria.flatMap((each) => each.indicators).filter(({ no }) => no === '2.1' || no === '2.2').map(({ lines }) => lines[0]?.self?.value);
  expect(stored).toEqual(['88', '77']);
  await signOut(page);
});
