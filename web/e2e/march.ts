// What the journeys of March share: a small scoring table of a year of its own, the cluster of that year, and what is prepared
// without clicks because other journeys show it.
import type { APIRequestContext, Locator, Page, PlaywrightWorkerArgs } from '@playwright/test';
import { expect, signInAs } from './office';

export const year = 2024;
export const clusterName = 'Cụm thi đua số 1 huyện Minh Họa';
export const communes = [['canbo.xa', 'Xã Minh Họa A'], ['canbo.xab', 'Xã Minh Họa B'], ['canbo.xac', 'Xã Minh Họa C']] as const;
export const day = (iso: string): string => iso.split('-').reverse().join('/');
/** A name no earlier run in the same world has used. */
export const unused = (name: string): string => `${name} ${Date.now().toString(36)}`;
export const slugOf = (name: string): string => unused(name).replace(' ', '-');

/** Signs in anew and opens a screen. */
export async function as(page: Page, login: string, path: string): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, login);
  await page.goto(path);
  await expect(page.locator('h1[data-screen-title]')).toBeVisible();
}

export class Office {
  private constructor(readonly request: APIRequestContext, private readonly csrf: string, readonly today: string) {}

  static async of(playwright: PlaywrightWorkerArgs['playwright'], baseURL: string | undefined, login: string): Promise<Office> {
    const request = await playwright.request.newContext({ baseURL: baseURL! });
    const { csrf } = (await (await request.post('/api/session', { data: { login, password: 'minhhoa-547', code: null } })).json()) as { csrf: string };
    const { today } = (await (await request.get('/api/config')).json()) as { today: string };
    return new Office(request, csrf, today);
  }
  async read<T>(path: string): Promise<T> {
    return (await (await this.request.get(path)).json()) as T;
  }
  async send<T>(method: 'post' | 'put', path: string, data: unknown): Promise<T> {
    const reply = await this.request[method](path, { data, headers: { 'x-csrf-token': this.csrf } });
    if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`);
    return (await reply.json()) as T;
  }
  async unit(code: string): Promise<string> {
    const { items } = await this.read<{ items: { id: string; code: string }[] }>(`/api/units?q=${code}`);
    return items.find((each) => each.code === code)!.id;
  }
  /** The cluster of the demonstration with its three communes, the first its head, in the year of these journeys. */
  async cluster(): Promise<string> {
    const { items } = await this.read<{ items: { id: string; name: string }[] }>('/api/clusters?year=2025');
    const { id } = items.find((each) => each.name === clusterName)!;
    const members = await Promise.all(['MH0101', 'MH0102', 'MH0103'].map((code) => this.unit(code)));
    await this.send('put', `/api/clusters/${id}/years/${year}`, { name: clusterName, head_unit_id: members[0], member_ids: members });
    return id;
  }
  /** A version of the small table; `change` makes it another paper's. */
  async table(slug: string, change: (yaml: string) => string = (yaml) => yaml): Promise<string> {
    return (await this.send<{ id: string }>('post', '/api/scoring-tables', { yaml: change(small(slug)), note: null, unit_id: await this.unit('MH') })).id;
  }
  async round(table: string, title: string, more: object = {}): Promise<string> {
    const body = {
      table, title, root_id: await this.unit('MH'), unit_kind: 'commune', clusters: [await this.cluster()], units_on: null, opens_on: '2025-03-01', closes_on: this.today,
      stages: null, offices: null, is_blind: false, seed: null, paper: 'KH minh họa', ...more,
    };
    return (await this.send<{ id: string }>('post', '/api/score-rounds', body)).id;
  }
  /** The commune whose clerk this is scores itself and sends. */
  async scored(round: string, label: string): Promise<void> {
    const { sheets } = await this.read<{ sheets: { id: string; label: string }[] }>(`/api/score-rounds/${round}`);
    const sheet = sheets.find((each) => each.label === label)!.id;
    const cell = { sheet, score: null, plan: null, actual: null, reason: null, seen: null };
    await this.send('put', `/api/score-rounds/${round}/cells`, { cells: [{ ...cell, leaf: '1', plan: '12', actual: '12' }, { ...cell, leaf: '2', actual: '96' }, { ...cell, leaf: '3', score: '25' }] });
    await this.send('post', `/api/score-sheets/${sheet}/submission`, { number: '21/BC-UBND', day: this.today, signer: 'Chủ tịch UBND xã' });
  }
}

const small = (slug: string): string => `schema_version: 1
id: ${slug}
title: Bảng điểm các xã (bảng ví dụ, chưa có văn bản)
year: ${year}
scale: 100
paper: {number: 21/HD-MH, issuer: UBND huyện Minh Họa, issued: 2024-02-10, applies_from: 2024-02-15}
stages:
  - {id: self, title: Xã tự chấm}
  - {id: recheck, title: Tổ phúc tra huyện}
  - {id: council, title: Hội đồng Thi đua - Khen thưởng huyện}
items:
  - {id: "1", title: Cứng hóa đường thôn, max: 40, rule: proportional}
  - {id: "2", title: Tham gia bảo hiểm y tế, max: 30, rule: steps, steps: [{from: 95, points: 30}, {from: 90, points: 20}]}
  - {id: "3", title: Chăm sóc cảnh quan, max: 30}
classes:
  - {id: tot, title: Tốt, from: 90}
  - {id: hoan_thanh, title: Hoàn thành, from: 0}
`;

/** A deed with its paper: the button, the number, day and signer, and the deed. */
export async function byPaper(page: Page, button: string, number: string, today: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số văn bản', { exact: true }).fill(number);
  await dialog.getByLabel('Ngày văn bản').fill(day(today));
  await dialog.getByLabel('Người ký').fill('Người ký minh họa');
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

/** Chooses a unit from a combobox by the beginning of its name. */
export async function pick(page: Page, field: Locator, name: string): Promise<void> {
  await field.fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`, 'i') }).first().click();
}

/** Chooses the option whose text holds these words, once it has come. */
export async function select(field: Locator, words: string): Promise<void> {
  const option = field.locator('option', { hasText: words });
  await expect(option).toHaveCount(1);
  await field.selectOption((await option.getAttribute('value'))!);
}
