import { expect, test } from 'vitest';
import { outage, Refused } from '../api/client';
import { Sending } from './sending.svelte';

const refused = new Refused({ ...outage(422, 'Chưa ghi được'), faults: [{ code: 'x', message: 'Phải ghi số, ngày văn bản.', where: 'paper', line: null }] as never });

test('what goes through is busy while it is on its way and leaves no problem', async () => {
  const sending = new Sending();
  let answer = (): void => {};
  const sent = sending.run(() => new Promise<void>((resolve) => (answer = resolve)));
  expect(sending.busy).toBe(true);
  answer();
  expect(await sent).toBe(true);
  expect([sending.busy, sending.problem]).toEqual([false, null]);
});

test('a refusal stays to be read, its faults by their fields, and the next attempt takes it away', async () => {
  const sending = new Sending();
  expect(await sending.run(() => Promise.reject(refused))).toBe(false);
  expect(sending.busy).toBe(false);
  expect(sending.problem?.title).toBe('Chưa ghi được');
  expect(sending.at('paper')).toBe('Phải ghi số, ngày văn bản.');
  expect(sending.at('unit')).toBeUndefined();
  await sending.run(() => Promise.resolve());
  expect([sending.problem, sending.at('paper')]).toEqual([null, undefined]);
});

test('what is no refusal is not swallowed, and the form can be sent again', async () => {
  const sending = new Sending();
  await expect(sending.run(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  expect([sending.busy, sending.problem]).toEqual([false, null]);
});
