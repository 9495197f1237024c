// Two journeys of recognition on Xã Minh Họa: a commune is recognised advanced, and a recognition is withdrawn.
import type { Locator, Page } from '@playwright/test';
import { expect, signIn, signInAs, test } from './office';

// The people of these journeys are called by their sign-in: several hold the same role.
async function as(page: Page, login: string, path: string): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, login);
  await page.goto(path);
  await expect(page.locator('h1[data-screen-title]')).toBeVisible();
}

async function paper(dialog: Locator, number: string, day: string, dayLabel = 'Ngày văn bản'): Promise<void> {
  await dialog.getByLabel('Số văn bản', { exact: true }).fill(number);
  await dialog.getByLabel(dayLabel).fill(day);
  await dialog.getByLabel('Chưa rõ người ký').check();
}

// One step of a dossier: its button, its paper, what it asks besides.
async function step(page: Page, button: string, number: string, day: string, more: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await paper(dialog, number, day);
  await more(dialog);
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function fill(dialog: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value);
}

// A session from its invitation to its minutes, everybody there and in favour.
async function session(page: Page, invited: string, day: string, minutes: string): Promise<void> {
  await as(page, 'thuky.hoidong', '/van-phong/hoi-dong-tham-dinh');
  await page.getByRole('button', { name: 'Mời họp' }).click();
  const plan = page.getByRole('dialog');
  await plan.getByLabel('Ngày họp').fill(day);
  await paper(plan, '62/GM-HĐTĐ', invited, 'Ngày giấy mời');
  await plan.getByRole('button', { name: 'Mời họp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Phiên họp ngày ${day}` })).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu họp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bắt đầu họp' }).click();
  await page.getByRole('button', { name: 'Ghi biểu quyết' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả' }).click();
  await expect(page.getByText('Đủ phiếu')).toBeVisible();
  await page.getByRole('button', { name: 'Biên bản' }).click();
  const closing = page.getByRole('dialog');
  await paper(closing, minutes, day);
  await closing.getByRole('button', { name: 'Ghi biên bản, kết thúc họp' }).click();
  await expect(page.getByText('đã có biên bản').first()).toBeVisible();
  await expect(page.getByText('Thông qua', { exact: true })).toBeVisible();
}

test('a commune is recognised advanced', async ({ page }) => {
  test.setTimeout(420_000);
  await as(page, 'canbo.xac', '/van-phong/con-thieu-gi');
  await expect(page.getByRole('heading', { name: 'Còn thiếu gì để Đạt chuẩn nông thôn mới nâng cao' })).toBeVisible();
  await expect(page.getByText('Chưa có xác nhận công nợ của cơ quan tài chính.')).toBeVisible();
  await page.getByRole('button', { name: 'Lập hồ sơ', exact: true }).click();
  const opening = page.getByRole('dialog');
  await expect(opening.getByRole('combobox', { name: 'Đơn vị' })).toHaveValue('Xã Minh Họa C');
  await fill(opening, { 'Công nhận cho năm': '2024', 'Ngày lập hồ sơ': '24/11/2030' });
  await opening.getByRole('button', { name: 'Lập hồ sơ này' }).click();
  await expect(opening.getByRole('alert')).toContainText('Ngày không được sau hôm nay');
  await fill(opening, { 'Ngày lập hồ sơ': '03/02/2025' });
  await opening.getByRole('button', { name: 'Lập hồ sơ này' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Xã Minh Họa C' })).toBeVisible();
  const dossier = page.url();

  await step(page, 'Tự đánh giá', '31/BC-UBND', '10/02/2025');
  await step(page, 'Niêm yết, lấy ý kiến nhân dân', '02/BB-UBND', '25/02/2025', (dialog) => fill(dialog, { 'Niêm yết từ ngày': '12/02/2025', 'Ngày cuối niêm yết': '24/02/2025' }));
  await step(page, 'Hội nghị xã thông qua', '03/BB-UBND', '27/02/2025', (dialog) => fill(dialog, { 'Số người dự họp': '46', 'Số đồng ý': '45', 'Số không đồng ý': '1' }));
  await expect(page.getByText('45/46 người dự họp đồng ý, 1 không đồng ý; cần 42')).toBeVisible();
  await step(page, 'Nộp hồ sơ', '40/TTr-UBND', '03/03/2025');
  await expect(page.getByText(/Biên nhận CS-\d{4}-\d{6}/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Huyện thẩm tra' })).toHaveAttribute('aria-disabled', 'true');

  await as(page, 'thamtra.huyen', dossier);
  await step(page, 'Huyện thẩm tra', '08/BB-TTr', '12/03/2025');
  await step(page, 'Huyện họp, trình tỉnh', '60/TTr-UBND', '20/03/2025', (dialog) => fill(dialog, { 'Số người dự họp': '21', 'Số đồng ý': '21', 'Số không đồng ý': '0' }));

  await as(page, 'taichinh.tinh', dossier);
  await page.getByRole('button', { name: 'Ghi văn bản: Công nợ xây dựng cơ bản' }).click();
  const debt = page.getByRole('dialog');
  await paper(debt, '51/STC', '02/04/2025');
  await debt.getByRole('button', { name: 'Thêm công trình' }).click();
  await fill(debt, { 'Công trình, dòng 1': 'Đường liên thôn Minh Họa', 'Khối lượng đã nghiệm thu, dòng 1': '1,2 km', 'Chưa bố trí vốn (đồng), dòng 1': '1.250.000.000' });
  await debt.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(debt).toBeHidden();
  await expect(page.getByText('Công trình Đường liên thôn Minh Họa, khối lượng đã nghiệm thu 1,2 km, chưa bố trí vốn 1.250.000.000 đồng')).toBeVisible();
  await step(page, 'Ghi văn bản: Công nợ xây dựng cơ bản', '55/STC', '10/04/2025');
  await expect(page.getByText('Không có nợ đọng xây dựng cơ bản thuộc Chương trình.')).toBeVisible();

  await as(page, 'congan.tinh', dossier);
  await step(page, 'Ghi văn bản: An ninh, trật tự', '52/CAT', '03/04/2025', async (dialog) => void (await dialog.getByLabel('Kết quả').selectOption('met')));
  await as(page, 'mattran.tinh', dossier);
  await step(page, 'Ghi văn bản: Sự hài lòng của người dân', '53/BC-MTTQ', '08/04/2025', (dialog) =>
    fill(dialog, { 'Tổng số hộ': '2100', 'Số hộ được lấy ý kiến': '1680', 'Số hộ trả lời': '1600', 'Số hộ hài lòng': '1571' }));
  for (const login of ['thamdinh.so', 'nongnghiep.so', 'yte.so', 'giaoduc.so', 'noivu.so']) {
    await as(page, login, dossier);
    await step(page, 'Ghi văn bản: Ý kiến sở, ngành phụ trách tiêu chí', '54/YK', '15/04/2025', async (dialog) => void (await dialog.getByLabel('Ý kiến').selectOption('met')));
  }
  await as(page, 'dieuphoi.tinh', dossier);
  await step(page, 'Báo cáo thẩm định', '61/BC-VPĐP', '22/04/2025');
  await expect(page.getByRole('region', { name: 'Bốn điều kiện công nhận' }).getByText('Đạt', { exact: true })).toHaveCount(5); // each, and all together
  await session(page, '25/04/2025', '29/04/2025', '63/BB-HĐTĐ');

  await as(page, 'lanhdao.tinh', dossier);
  await step(page, 'Quyết định công nhận', '64/QĐ-MH', '20/05/2025');
  await expect(page.getByText('đã có quyết định công nhận').first()).toBeVisible();
  await as(page, 'canbo.xac', dossier);
  await step(page, 'Công bố quyết định', '65/TB-UBND', '05/06/2025');
  await page.goto('/van-phong/con-thieu-gi');
  await expect(page.getByText('Quyết định số 64/QĐ-MH, ngày 20/05/2025')).toBeVisible();
});

test('a recognition is withdrawn', async ({ page }) => {
  test.setTimeout(240_000);
  await as(page, 'dieuphoi.tinh', '/van-phong/thu-hoi');
  const row = page.getByRole('row', { name: /Xã Minh Họa X/ }).first();
  await expect(row).toContainText('10/19 không đạt');
  await expect(row).toContainText('Chắc chắn');
  await expect(page.getByRole('row', { name: /Xã Minh Họa Y/ })).toContainText('Có thể');
  await row.getByRole('button', { name: 'Đề nghị thu hồi' }).click();
  const proposal = page.getByRole('dialog');
  await paper(proposal, '80/BC-VPĐP', '03/11/2025');
  await fill(proposal, { 'Giải trình trước ngày': '17/11/2025', 'Lý do': 'Mười tiêu chí không còn đạt' });
  await proposal.getByRole('button', { name: 'Đề nghị thu hồi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thu hồi công nhận: Xã Minh Họa X' })).toBeVisible();
  const withdrawal = page.url();

  await as(page, 'canbo.xax', withdrawal);
  await step(page, 'Đơn vị giải trình', '44/GT-UBND', '10/11/2025', (dialog) => fill(dialog, { 'Nội dung giải trình': 'Xã đang khắc phục hậu quả bão' }));
  await session(page, '20/11/2025', '24/11/2025', '84/BB-HĐTĐ');

  await as(page, 'lanhdao.tinh', withdrawal);
  await step(page, 'Quyết định thu hồi', '85/QĐ-MH', '10/12/2025');
  await expect(page.getByText('đã thu hồi quyết định công nhận').first()).toBeVisible();
  await as(page, 'canbo.xax', '/van-phong/con-thieu-gi');
  await expect(page.getByText('Chưa có danh hiệu')).toBeVisible();

  // The warning is the province's own: a commune has the door to its case, not to the list.
  await page.goto('/van-phong/thu-hoi');
  await expect(page.getByRole('heading', { name: 'Các việc thu hồi' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Nguy cơ thu hồi/ })).toHaveCount(0);
});

test('offices are named, a mark is entered and a council is set up by papers', async ({ page }) => {
  await as(page, 'dieuphoi.tinh', '/van-phong/co-quan-xac-nhan');
  await page.getByRole('button', { name: 'Phân công cơ quan' }).click();
  const naming = page.getByRole('dialog');
  const office = naming.getByRole('combobox', { name: 'Cơ quan' });
  await office.pressSequentially('so xay dung');
  await page.getByRole('option', { name: /Sở Xây dựng tỉnh Minh Họa/ }).click();
  await fill(naming, { 'Từ ngày': '05/01/2026', 'Văn bản làm căn cứ': 'Quyết định minh họa số 75/QĐ-MH' });
  await naming.getByRole('button', { name: 'Phân công cơ quan' }).click();
  const named = page.getByRole('row', { name: /75\/QĐ-MH/ });
  await expect(named).toContainText('Từ 05/01/2026');
  await named.getByRole('button', { name: 'Kết thúc' }).click();
  await fill(page.getByRole('dialog'), { 'Ngày đầu tiên không còn phụ trách': '01/02/2026' });
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
  await expect(named).toContainText('Từ 05/01/2026 đến trước 01/02/2026');

  await page.getByRole('button', { name: 'Ghi mức hài lòng' }).click();
  const mark = page.getByRole('dialog');
  await fill(mark, { 'Mức chung (%)': '120' });
  await paper(mark, '76/QĐ-MH', '05/01/2026');
  await mark.getByRole('button', { name: 'Ghi mức hài lòng' }).click();
  await expect(mark.getByRole('alert')).toContainText('Mức phải từ 0 đến 100 %');
  await fill(mark, { 'Mức chung (%)': '92,5' });
  await mark.getByRole('button', { name: 'Ghi mức hài lòng' }).click();
  await expect(page.getByRole('row', { name: /76\/QĐ-MH/ })).toContainText('92,5 %');

  await page.goto('/van-phong/hoi-dong-tham-dinh');
  await page.getByRole('button', { name: 'Thành lập Hội đồng' }).click();
  const founding = page.getByRole('dialog');
  await fill(founding, { 'Tên Hội đồng': 'Hội đồng thẩm định khu dân cư Minh Họa', 'Chủ tịch Hội đồng': 'Thành viên Minh Họa Một', 'Chức vụ, cơ quan': 'Chuyên viên' });
  await paper(founding, '77/QĐ-MH', '05/01/2026');
  await founding.getByRole('button', { name: 'Thành lập Hội đồng' }).click();
  const council = page.getByRole('region', { name: 'Hội đồng thẩm định khu dân cư Minh Họa' });
  await council.getByRole('button', { name: 'Thêm thành viên' }).click();
  const joining = page.getByRole('dialog');
  await fill(joining, { 'Họ và tên': 'Thành viên Minh Họa Hai', 'Chức vụ, cơ quan': 'Chuyên viên', 'Từ ngày': '06/01/2026' });
  await joining.getByRole('button', { name: 'Thêm thành viên' }).click();
  const member = council.getByRole('row', { name: /Thành viên Minh Họa Hai/ });
  await expect(member).toContainText('Ủy viên');
  await member.getByRole('button', { name: 'Thôi tham gia' }).click();
  await fill(page.getByRole('dialog'), { 'Ngày đầu tiên không còn là thành viên': '01/03/2026' });
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi tham gia' }).click();
  await expect(member).toHaveCount(0);
});

test('the screens of recognition are sound on every width', async ({ page }) => {
  test.setTimeout(120_000);
  const { default: AxeBuilder } = await import('@axe-core/playwright');
  await signIn(page, 'province_coordinator');
  const first = async (list: string): Promise<string> => {
    await page.goto(list);
    return (await page.locator('tbody th a').first().getAttribute('href'))!;
  };
  const routes = ['/van-phong/ho-so-cong-nhan?xem=tat-ca', '/van-phong/con-thieu-gi', '/van-phong/hoi-dong-tham-dinh', '/van-phong/co-quan-xac-nhan', '/van-phong/thu-hoi'];
  routes.push(await first('/van-phong/ho-so-cong-nhan?xem=tat-ca'), await first('/van-phong/hoi-dong-tham-dinh'), await first('/van-phong/thu-hoi'));
  for (const route of routes)
    await test.step(route, async () => {
      await page.goto(route);
      await expect(page.locator('h1[data-screen-title], [role=alert]').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      expect(await page.locator('body').innerText()).not.toContain('⟨');
      await expect(page.locator('[style]')).toHaveCount(0);
    });
});
