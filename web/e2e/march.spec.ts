// March: the whole year of a district's communes from the agreement to the published ranking, the cluster head's table, a table that
// changes in the middle, and the opening of a round.
import type { Page } from '@playwright/test';
import { as, byPaper, clusterName, communes, day, Office, pick, select, slugOf, unused, year } from './march';
import { expect, sound, test } from './office';

async function register(page: Page, unit: string, value: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('region', { name: unit }).getByRole('button', { name: 'Đăng ký mục tiêu' }).click();
  await dialog.getByLabel('Đăng ký', { exact: true }).fill(value);
  await dialog.getByLabel('Số văn bản').fill('05/ĐK-UBND');
  await dialog.getByLabel('Ngày văn bản').fill('05/01/2024');
  await dialog.getByRole('button', { name: 'Đăng ký mục tiêu' }).click();
  await expect(page.getByRole('region', { name: unit })).toContainText('Đăng ký với tỉnh: số 05/ĐK-UBND');
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

const entry = (page: Page, item: string, what: string) => page.getByLabel(`${item}: ${what}`, { exact: true });
async function score(page: Page, item: string, what: string, value: string): Promise<void> {
  await entry(page, item, what).fill(value);
  await entry(page, item, what).press('Enter');
}

// Who scores after the unit opens the next sheet that waits for him, agrees to what he need not change, and closes it with his paper.
async function check(page: Page, round: string, paper: string, today: string, changes: Record<string, (page: Page) => Promise<void>> = {}): Promise<void> {
  for (let n = 0; n < communes.length; ++n) {
    await page.goto(round);
    await page.getByRole('link', { name: 'Chấm phiếu tiếp theo' }).click();
    await page.getByRole('button', { name: 'Đồng ý các mục còn lại' }).click();
    await expect(page.getByText('Tự lưu khi rời ô.')).toBeVisible();
    await changes[await page.locator('h1').innerText()]?.(page);
    await byPaper(page, 'Xác nhận bằng biên bản', `${paper}-${n + 1}`, today);
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}

test('a district’s communes sign, score, are re-checked, appeal and are ranked in March', async ({ page, playwright, baseURL }) => {
  test.setTimeout(300_000);
  const [agreement, title, paper] = [unused('Giao ước tháng ba'), unused('Chấm điểm tháng ba'), unused('21/HD')];
  const dialog = page.getByRole('dialog');
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  const { today } = province;
  await province.cluster();
  await province.table(slugOf('thang-ba'), (yaml) => yaml.replace('21/HD-MH', paper).replace('title: Bảng điểm các xã', `title: Bảng ${paper}`));

  await as(page, 'dieuphoi.tinh', '/van-phong/giao-uoc');
  await page.getByRole('button', { name: 'Mở giao ước' }).click();
  await page.getByLabel('Tên giao ước').fill(agreement);
  await page.getByLabel('Năm', { exact: true }).fill(String(year));
  await pick(page, page.getByRole('combobox', { name: 'Đơn vị tổ chức', exact: true }), 'Tỉnh Minh Họa');
  await select(page.getByLabel('Phiên bản bảng điểm'), `Bảng ${paper}`);
  await page.getByLabel('Các mục tiêu').fill('Đường thôn; %');
  for (const [, unit] of communes) {
    await pick(page, page.getByRole('combobox', { name: 'Thêm đơn vị' }), unit);
    await expect(page.getByRole('button', { name: `Bỏ ${unit}` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: agreement })).toBeVisible();
  const room = page.url();
  await step(page, 'Mời đăng ký mục tiêu');
  for (const [login, unit] of communes) {
    await as(page, login, room);
    await register(page, unit, '97,5');
  }
  await as(page, 'dieuphoi.tinh', room);
  await step(page, 'Mời ký');
  await expect(page.getByText('Chưa ký: Xã Minh Họa A, Xã Minh Họa B, Xã Minh Họa C')).toBeVisible();

  await as(page, 'chutich.xa', room);
  await page.getByRole('button', { name: 'Ký giao ước' }).click();
  await dialog.getByLabel('Chức vụ').fill('Chủ tịch UBND xã');
  await dialog.getByRole('button', { name: 'Ký giao ước' }).click();
  await expect(page.getByText('Chưa ký: Xã Minh Họa B, Xã Minh Họa C')).toBeVisible();

  await as(page, 'dieuphoi.tinh', room);
  await page.getByRole('region', { name: 'Xã Minh Họa B' }).getByRole('button', { name: 'Ghi chữ ký trên giấy' }).click();
  await dialog.getByLabel('Họ và tên').fill('Lê Thị Hạnh');
  await dialog.getByLabel('Chức vụ').fill('Chủ tịch UBND xã');
  await dialog.getByLabel('Số văn bản').fill('03/GƯTĐ-MH');
  await dialog.getByLabel('Ngày văn bản').fill('05/03/2024');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Chưa ký: Xã Minh Họa C')).toBeVisible();    // it may still take part, and everybody sees it
  await page.getByRole('button', { name: 'Đưa vào thực hiện' }).click();
  await dialog.getByLabel('Số văn bản').fill('03/GƯTĐ-MH');
  await dialog.getByLabel('Ngày văn bản').fill('05/03/2024');
  await dialog.getByRole('button', { name: 'Đưa vào thực hiện' }).click();
  await expect(page.getByText('Đang thực hiện').first()).toBeVisible();
  await page.getByRole('button', { name: 'Thay đổi đơn vị tham gia' }).click();
  await pick(page, dialog.getByRole('combobox', { name: 'Tham gia thêm' }), 'Xã Minh Họa D');
  await dialog.getByLabel('Từ ngày').fill('01/02/2030');
  await dialog.getByLabel('Số văn bản').fill('02/UBND');
  await dialog.getByLabel('Ngày văn bản').fill('10/03/2024');
  await dialog.getByRole('button', { name: 'Xem tác động' }).click();
  await expect(dialog.getByText(/Từ 3 thành 4 đơn vị/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('region', { name: 'Xã Minh Họa D' })).toContainText('02/UBND');

  await page.goto('/van-phong/cham-diem');
  await page.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  await select(dialog.getByLabel('Bảng điểm', { exact: true }), paper);
  await dialog.getByLabel('Tên đợt').fill(title);
  await pick(page, dialog.getByRole('combobox', { name: 'Địa bàn' }), 'Tỉnh Minh Họa');
  await dialog.getByLabel(clusterName).check();
  await dialog.getByLabel('Mở từ ngày').fill('01/03/2025');
  await dialog.getByLabel('Đến hết ngày').fill(day(today));
  await dialog.getByLabel('Văn bản làm căn cứ').fill('Kế hoạch số 05/KH-MH ngày 20/02/2025');
  await dialog.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  await expect(page.getByText('Đã mở đợt với 3 phiếu điểm.')).toBeVisible();
  const round = page.url();

  const said: Record<string, [actual: string, insured: string]> = { 'Xã Minh Họa A': ['12', '96'], 'Xã Minh Họa B': ['9', '96'], 'Xã Minh Họa C': ['12', '92'] };
  for (const [login, unit] of communes) {
    await as(page, login, '/van-phong/cham-diem');
    await page.getByRole('row', { name: new RegExp(title) }).getByRole('link', { name: 'Mở phiếu của tôi' }).click();
    await expect(page.getByRole('heading', { level: 1, name: unit })).toBeVisible();
    await score(page, '1', 'Kế hoạch', '12');
    await score(page, '1', 'Thực hiện', said[unit]![0]);
    await score(page, '2', 'Thực hiện', said[unit]![1]);
    if (unit === 'Xã Minh Họa A') {
      await score(page, '3', 'Điểm (tối đa 30)', '31');
      await expect(page.getByRole('alert').first()).toContainText('nằm ngoài khoảng');
    }
    await score(page, '3', 'Điểm (tối đa 30)', '25');
    await expect(page.getByText('Tự lưu khi rời ô.')).toBeVisible();
    if (unit === 'Xã Minh Họa A') {
      await page.reload();
      await expect(entry(page, '3', 'Điểm (tối đa 30)')).toHaveValue('25');
    }
    await byPaper(page, 'Gửi phiếu tự chấm', '21/BC-UBND', today);
    await expect(page.getByText(/Biên nhận CS-\d{4}-\d{6}/)).toBeVisible();
  }

  await as(page, 'thamtra.huyen', round);
  await check(page, round, '05/BB-PT', today, {
    'Xã Minh Họa A': async () => {
      await entry(page, '3', 'Lý do').fill('Hai tuyến chưa trồng hoa');
      await score(page, '3', 'Điểm (tối đa 30)', '20');
      await expect(page.getByText('Hai tuyến chưa trồng hoa')).toBeVisible();
    },
  });
  await as(page, 'thuky.hoidong', round);
  await check(page, round, '02/BB-HĐ', today);
  await page.goto(round);
  await byPaper(page, 'Thông báo kết quả', '08/TB-HĐ', today);
  await expect(page.getByText('đã thông báo, nhận kiến nghị')).toHaveCount(3);

  await as(page, 'canbo.xa', round);
  await page.getByRole('link', { name: 'Xã Minh Họa A' }).click();
  await page.getByRole('button', { name: 'Kiến nghị', exact: true }).click();
  await dialog.getByLabel('Về mục').selectOption('3');
  await dialog.getByLabel('Nội dung').fill('Hai tuyến đã trồng hoa, có biên bản');
  await dialog.getByRole('button', { name: 'Kiến nghị', exact: true }).click();
  await page.getByRole('link', { name: 'Mất điểm ở đâu' }).click();
  await expect(page.getByRole('columnheader', { name: 'Mất', exact: true })).toBeAttached();

  await as(page, 'thuky.hoidong', round);
  await page.getByRole('link', { name: 'Xã Minh Họa A' }).click();
  await page.getByRole('link', { name: 'Kiến nghị, dữ kiện' }).click();
  await page.getByRole('button', { name: 'Trả lời kiến nghị' }).click();
  await dialog.getByLabel('Chấp nhận', { exact: true }).check();
  await dialog.getByLabel('Điểm (tối đa 30)').fill('24');
  await dialog.getByLabel('Nội dung').fill('Biên bản nghiệm thu hợp lệ');
  await dialog.getByLabel('Số văn bản', { exact: true }).fill('09/TL-HĐ');
  await dialog.getByLabel('Ngày văn bản').fill(day(today));
  await dialog.getByRole('button', { name: 'Trả lời kiến nghị' }).click();
  await expect(page.getByText('Biên bản nghiệm thu hợp lệ')).toBeVisible();
  await page.goto(round);
  await step(page, 'Chốt kết quả');
  await expect(page.getByText('kết quả cuối cùng')).toHaveCount(3);

  await page.getByRole('link', { name: 'Xếp hạng', exact: true }).click();
  await byPaper(page, 'Chốt theo biên bản', '16/BB-HĐ', today);
  await expect(page.getByText('Đã chốt', { exact: true })).toBeVisible();
  const place = (unit: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: unit }) }).first();
  await expect(place('Xã Minh Họa A')).toContainText('94');
  await expect(place('Xã Minh Họa B')).toContainText('85');
  await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
  await dialog.getByLabel('Các hạng đầu của mỗi cụm, đến hạng').fill('1');
  await dialog.getByLabel('Số văn bản công bố').fill('17/TB-HĐ');
  await dialog.getByLabel('Ngày văn bản').fill(day(today));
  await expect(dialog.getByRole('row', { name: /^– Xã Minh Họa B/ })).toBeVisible();    // below the first: no rank is told
  await dialog.getByRole('button', { name: 'Đề nghị công bố' }).click();
  await expect(page.getByText('Chờ duyệt công bố')).toBeVisible();
  await expect(page.getByText('cần người thứ hai')).toBeVisible();
  const ranking = page.url();

  await as(page, 'dieuphoi.tinh', ranking);
  await step(page, 'Duyệt công bố');
  await expect(page.getByText('Đã công bố', { exact: true })).toBeVisible();
  await page.goto('/xep-hang');
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(title) })).toBeVisible();
  await expect(page.locator('main')).toContainText('Xã Minh Họa A');
  await sound(page);
});

async function nameDeputy(page: Page, from: string): Promise<void> {
  await page.getByRole('button', { name: 'Cử Cụm trưởng, Cụm phó' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Chức vụ').selectOption({ label: 'Cụm phó' });
  await dialog.getByLabel('Đơn vị').selectOption({ label: 'Xã Minh Họa B' });
  await dialog.getByLabel('Từ ngày').fill(from);
  await dialog.getByLabel('Văn bản làm căn cứ').fill('Biên bản số 02/BB-CTĐ ngày 01/06/2024 của Cụm');
  await dialog.getByRole('button', { name: 'Cử Cụm trưởng, Cụm phó' }).click();
}

test('a cluster head enters the agreed scores', async ({ page, playwright, baseURL }) => {
  test.setTimeout(180_000);
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  const round = await province.round(await province.table(slugOf('cum')), unused('Cụm thống nhất điểm'), { stages: [{ id: 'self', kind: null }, { id: 'recheck', kind: 'cluster' }] });
  for (const [login, label] of communes) await (await Office.of(playwright, baseURL, login)).scored(round, label);
  await as(page, 'canbo.xa', `/van-phong/cham-diem/${round}/cum`);
  await expect(page.getByText('Điểm của đơn vị Cụm trưởng do Cụm phó nhập.')).toBeVisible();
  await page.getByLabel('Xã Minh Họa B, 3', { exact: true }).fill('20');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Xã Minh Họa B, 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Lưu điểm của cả cụm' }).click();
  await expect(page.getByText(/Đã lưu \d+ ô/)).toBeVisible();
  await byPaper(page, 'Gửi bằng biên bản cụm', '01/BB-CTĐ', province.today);
  const dialog = page.getByRole('dialog');    // the head's own unit is not scored yet: nothing is sent
  await expect(dialog.getByRole('alert')).toContainText('Chưa ghi được: còn phiếu chưa đủ điều kiện.');

  await as(page, 'canbo.xab', `/van-phong/cum-khoi?nam=${year}`);
  const barred = page.getByRole('button', { name: 'Cử Cụm trưởng, Cụm phó' });
  await expect(barred).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('region', { name: clusterName, exact: true })).toContainText('nằm ngoài phạm vi vai trò của bạn');
  await as(page, 'canbo.xa', `/van-phong/cum-khoi?nam=${year}`);
  const deputy = page.getByRole('row', { name: /Xã Minh Họa B.*Cụm phó/ });
  await expect(barred).toBeVisible();
  if ((await deputy.count()) === 0) await nameDeputy(page, '01/06/2024');    // a second run in the same world finds it named
  await expect(deputy).toContainText('từ 01/06/2024');
  await nameDeputy(page, '01/06/2024');
  await expect(dialog.getByLabel('Từ ngày')).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByText('Ngày nhận phải sau ngày của người trước.')).toBeVisible();
  await as(page, 'canbo.xab', `/van-phong/cham-diem/${round}/cum`);
  await expect(page.getByLabel('Xã Minh Họa A, 3', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Lưu điểm của cả cụm' }).click();
  await expect(page.getByText(/Đã lưu \d+ ô/)).toBeVisible();

  await as(page, 'canbo.xa', `/van-phong/cham-diem/${round}/cum`);
  await byPaper(page, 'Gửi bằng biên bản cụm', '01/BB-CTĐ', province.today);
  await expect(page.getByText('Đã gửi kết quả của 3 đơn vị.')).toBeVisible();
  await page.goto(`/van-phong/cham-diem/${round}/bang`);
  await expect(page.getByRole('columnheader', { name: 'Xã Minh Họa B' })).toBeVisible();
});

test('a later paper changes the table while a round runs: the effect on every sheet first, and not where a score does not fit', async ({ page, playwright, baseURL }) => {
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  const slug = slugOf('bang-doi');
  const title = unused('Đổi bảng điểm');
  const round = await province.round(await province.table(slug), title);
  for (const [login, label] of communes.slice(0, 2)) await (await Office.of(playwright, baseURL, login)).scored(round, label);
  await province.table(slug, (yaml) => yaml.replace('21/HD-MH', '22/HD-MH').replace('2024-02-15', '2024-06-01').replace('quan, max: 30', 'quan, max: 20').replace('thôn, max: 40', 'thôn, max: 50'));
  await province.table(slug, (yaml) => yaml.replace('21/HD-MH', '23/HD-MH').replace('2024-02-15', '2024-07-01').replace('from: 95, points: 30', 'from: 98, points: 30'));

  await as(page, 'canbo.xa', `/van-phong/cham-diem/${round}`);
  await expect(page.getByRole('button', { name: 'Đổi phiên bản bảng điểm' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Vai trò của bạn không được làm việc này')).toBeVisible();

  await as(page, 'dieuphoi.tinh', `/van-phong/cham-diem/${round}`);
  await page.getByRole('button', { name: 'Đổi phiên bản bảng điểm' }).click();
  const dialog = page.getByRole('dialog');
  const version = dialog.getByLabel('Phiên bản áp dụng cho đợt');
  await expect(version.locator('option')).toHaveCount(3);
  await select(version, '22/HD-MH');
  await expect(dialog.getByText('2 phiếu có điểm đã xác nhận không dùng được với phiên bản này.')).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText('Mục 3: 25 điểm nằm ngoài khoảng 0 đến 20.');
  await dialog.getByRole('button', { name: 'Áp dụng theo văn bản số 22/HD-MH' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'chưa áp dụng được cho đợt này' })).toBeVisible();
  await select(version, '23/HD-MH');
  await expect(dialog.getByText('2 trên 2 phiếu đã gửi đổi tổng điểm.')).toBeVisible();
  await sound(page);
  await expect(dialog.getByRole('row', { name: /Xã Minh Họa B/ })).toContainText(/95.*85.*−10/s);
  await dialog.getByRole('button', { name: 'Áp dụng theo văn bản số 23/HD-MH' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Đợt chấm theo văn bản số 23/HD-MH; 2 phiếu tính lại.')).toBeVisible();
  await expect(page.getByText('văn bản số 23/HD-MH').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText('85');
  await expect(page.getByRole('row', { name: /Xã Minh Họa A/ })).toContainText(clusterName);
});

test('a round is opened for chosen clusters and offices; what is wrong stands beside its field', async ({ page, playwright, baseURL }) => {
  const province = await Office.of(playwright, baseURL, 'dieuphoi.tinh');
  await province.cluster();
  const paper = unused('31/HD');
  await province.table(slugOf('theo-nganh'), (yaml) => yaml.replace('21/HD-MH', paper).replace('{id: recheck, title: Tổ phúc tra huyện}', '{id: nganh, title: Các ngành chấm, by_field: true}')
    .replace('quan, max: 30', 'quan, max: 30, scorer: Sở Xây dựng').replace('id: council', 'id: hop'));
  await as(page, 'dieuphoi.tinh', '/van-phong/cham-diem');
  await page.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  const dialog = page.getByRole('dialog');
  await select(dialog.getByLabel('Bảng điểm', { exact: true }), paper);
  await dialog.getByLabel('Tên đợt').fill(unused('Chấm điểm theo ngành'));
  await pick(page, dialog.getByRole('combobox', { name: 'Địa bàn' }), 'Tỉnh Minh Họa');
  await expect(dialog.getByLabel('Loại đơn vị được chấm')).toBeVisible();
  await dialog.getByLabel(clusterName).check();
  await expect(dialog.getByLabel('Loại đơn vị được chấm')).toBeHidden();
  await pick(page, dialog.getByRole('combobox', { name: 'Sở Xây dựng' }), 'Sở Xây dựng');
  await dialog.getByLabel('Đơn vị theo địa giới ngày').fill('31/12/2024');
  await dialog.getByLabel('Mở từ ngày').fill('01/03/2025');
  await dialog.getByLabel('Đến hết ngày').fill('01/02/2025');
  await dialog.getByLabel('Văn bản làm căn cứ').fill('Kế hoạch số 05/KH-MH ngày 20/02/2025');
  await dialog.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  await expect(dialog.getByText('Ngày kết thúc không được trước ngày bắt đầu.')).toBeVisible();
  await expect(dialog.getByText('Bước chấm hop: phải chọn ai chấm.')).toBeVisible();
  await expect(dialog.getByLabel('Hội đồng Thi đua - Khen thưởng huyện: ai chấm')).toHaveAttribute('aria-invalid', 'true');
  await sound(page);
  await dialog.getByLabel('Hội đồng Thi đua - Khen thưởng huyện: ai chấm').selectOption('council');
  await dialog.getByLabel('Đến hết ngày').fill('31/03/2025');
  await dialog.getByRole('button', { name: 'Mở đợt chấm điểm' }).click();
  await expect(page.getByText('Đã mở đợt với 3 phiếu điểm.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Xã Minh Họa C/ })).toContainText(clusterName);
  await expect(page.getByText('Các ngành chấm')).toBeVisible();
});
