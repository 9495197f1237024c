import { beforeEach, expect, test } from 'vitest';
import { outage, Refused } from '../api/client';
import { pieceSize, upload, type Machine } from './tus';

// A server in memory whose line breaks when told to: 'before' the bytes arrive, or 'after', so that only the answer is lost.
class Server {
  calls: string[] = [];
  kept = new Uint8Array(0);
  length = 0;
  metadata = '';
  breaks: ('before' | 'after')[] = [];
  refuses: number[] = [];
  sums: string[] = [];
  known = true;

  send: Machine['send'] = async (method, _path, headers, body) => {
    this.calls.push(method === 'PATCH' ? `PATCH ${headers['upload-offset']}` : method);
    const refused = this.refuses.shift();
    if (refused) throw new Refused(outage(refused, ''));
    if (method === 'POST') {
      this.length = Number(headers['upload-length']);
      this.metadata = headers['upload-metadata']!;
      return this.answer({ location: '/api/uploads/u1' });
    }
    if (!this.known) throw new Refused(outage(404, ''));
    if (method === 'HEAD') return this.answer({});
    const how = this.breaks.shift();
    if (how === 'before') throw new Refused(outage(0, ''));
    this.sums.push(headers['upload-checksum'] ?? '');
    const more = new Uint8Array(await body!.arrayBuffer());
    const both = new Uint8Array(this.kept.length + more.length);
    both.set(this.kept);
    both.set(more, this.kept.length);
    this.kept = both;
    if (how === 'after') throw new Refused(outage(0, ''));
    return this.answer({});
  };
  answer(headers: Record<string, string>): Response {
    return new Response(null, { headers: { 'upload-offset': String(this.kept.length), ...headers } });
  }
}

let server: Server;
let machine: Machine;
let waited: number[];
const stored = new Map<string, string>();
const memory = { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value), removeItem: (key: string) => void stored.delete(key) };

beforeEach(() => {
  server = new Server();
  waited = [];
  stored.clear();
  machine = { send: server.send, memory, wait: async (seconds) => void waited.push(seconds) };
});

const bytes = new Uint8Array(pieceSize * 2 + 5).map((_, i) => i % 251);
const whole = (): boolean => Buffer.compare(server.kept, bytes) === 0;
const file = new File([bytes], 'Biên bản.pdf', { lastModified: 7 });
const sending = { file, metadata: { filename: file.name, unit_id: 'u', declaration: 'no_state_secret' } };

test('a file goes in pieces, in order, with what is said about it and a checksum of each', async () => {
  const progress: number[] = [];
  expect(await upload({ ...sending, onprogress: (sent) => progress.push(sent) }, machine)).toBe('u1');
  expect(server.calls).toEqual(['POST', 'PATCH 0', `PATCH ${pieceSize}`, `PATCH ${pieceSize * 2}`]);
  expect(whole()).toBe(true);
  expect(server.length).toBe(bytes.length);
  expect(new TextDecoder().decode(Uint8Array.from(atob(server.metadata.split(',')[0]!.split(' ')[1]!), (c) => c.charCodeAt(0)))).toBe('Biên bản.pdf');
  expect(server.sums.every((sum) => /^sha256 .{43}=$/.test(sum))).toBe(true);
  expect(progress).toEqual([0, pieceSize, pieceSize * 2, bytes.length]);
});

test('a broken line: it waits, asks how far it came, and goes on from there', async () => {
  server.breaks = ['before'];
  await upload(sending, machine);
  expect(server.calls.slice(0, 4)).toEqual(['POST', 'PATCH 0', 'HEAD', 'PATCH 0']);
  expect(waited).toEqual([1]);
  expect(whole()).toBe(true);
});

test('a piece whose answer was lost is not sent twice', async () => {
  server.breaks = ['after'];
  await upload(sending, machine);
  expect(server.calls.slice(0, 4)).toEqual(['POST', 'PATCH 0', 'HEAD', `PATCH ${pieceSize}`]);
  expect(whole()).toBe(true);
});

test('patience grows, begins anew after each piece, and ends', async () => {
  server.breaks = ['before', 'before', 'after', 'before'];
  const told: boolean[] = [];
  await upload({ ...sending, onwaiting: (waiting) => told.push(waiting) }, machine);
  expect(waited).toEqual([1, 2, 4, 1]);
  expect(told).toEqual([true, false, true, false, true, false, true, false]);
});

test('in the end it gives up, and the same file chosen again still goes on', async () => {
  server.breaks = ['after', ...Array.from({ length: 20 }, () => 'before' as const)];
  await expect(upload(sending, machine)).rejects.toBeInstanceOf(Refused);
  expect(waited).toEqual([1, 1, 2, 4, 8, 15, 30, 30, 30]);
  server.breaks = [];
  await upload(sending, machine);
  expect(whole()).toBe(true);
});

test('what the server will not have is not sent again', async () => {
  for (const status of [413, 422, 507]) {
    server.refuses = [status];
    await expect(upload(sending, machine)).rejects.toMatchObject({ problem: { status } });
  }
  expect(waited).toEqual([]);
  expect(server.calls).toEqual(['POST', 'POST', 'POST']);
});

test('a piece altered on the way is sent again', async () => {
  const small = { ...sending, file: new File(['abc'], 'a.txt', { lastModified: 1 }) };
  let first = true;
  machine.send = async (method, ...rest) => {
    if (method === 'PATCH' && first) {
      first = false;
      throw new Refused(outage(460, ''));
    }
    return server.send(method, ...rest);
  };
  expect(await upload(small, machine)).toBe('u1');
  expect(new TextDecoder().decode(server.kept)).toBe('abc');
});

test('the same file chosen again goes on where the last visit stopped', async () => {
  const leaving = new AbortController();
  machine.wait = async () => {
    leaving.abort();
    throw new DOMException('gone', 'AbortError');
  };
  server.breaks = ['after', 'before'];
  await expect(upload({ ...sending, signal: leaving.signal }, machine)).rejects.toThrow('gone');
  server.calls = [];
  server.breaks = [];
  await upload(sending, machine);
  expect(server.calls).toEqual(['HEAD', `PATCH ${pieceSize}`, `PATCH ${pieceSize * 2}`]);
  expect(whole()).toBe(true);
  expect(stored.size).toBe(0);
});

test('an earlier visit the server no longer knows is begun anew', async () => {
  stored.set(`chungsuc.upload.${bytes.length}.7.u`, '/api/uploads/old');
  server.known = false;
  const upTo = upload(sending, { ...machine, send: async (method, ...rest) => {
    if (method === 'POST') server.known = true;
    return server.send(method, ...rest);
  } });
  expect(await upTo).toBe('u1');
  expect(server.calls.slice(0, 2)).toEqual(['HEAD', 'POST']);
});
