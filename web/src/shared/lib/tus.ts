// A client of tus 1.0 (tus.io) for weak lines: the file goes in small pieces, each durable before the next. When the line
// breaks it waits, asks the server how far it came, and goes on from there; also when the same file is chosen again after the
// page was closed.
import { Refused, send } from '../api/client';

export interface Sending {
  file: File;
  metadata: Record<string, string>;
  onprogress?: (sent: number) => void;
  onwaiting?: (waiting: boolean) => void; // the line is broken, we try again
  signal?: AbortSignal;
}

// What the tests put in the place of the machine.
export interface Machine {
  send: typeof send;
  wait: (seconds: number, signal?: AbortSignal) => Promise<void>;
  memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

export const pieceSize = 512 * 1024;
const waits = [1, 2, 4, 8, 15, 30, 30, 30]; // seconds; begun anew after every piece that got through
const tus = { 'tus-resumable': '1.0.0' };

/** Sends a file and answers the id of the complete upload. Throws Refused when the server will not have it. */
export async function upload(sending: Sending, machine: Machine = ours()): Promise<string> {
  const { file, signal } = sending;
  const key = `chungsuc.upload.${[file.size, file.lastModified, sending.metadata['unit_id']].join('.')}`;
  let path = machine.memory?.getItem(key) ?? '';
  let offset = path ? await resumed(path, machine, signal) : undefined;
  if (offset === undefined) {
    path = await patiently(sending, machine, () => create(sending, machine));
    offset = 0;
    machine.memory?.setItem(key, path);
  }
  try {
    await pieces(sending, machine, path, offset);
  } catch (error) {
    if (error instanceof Refused && !passing(error.problem.status)) machine.memory?.removeItem(key);
    throw error;
  }
  machine.memory?.removeItem(key);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Gives an upload up; the server forgets it by itself later when it cannot be reached. */
export async function drop(id: string): Promise<void> {
  await send('DELETE', `/api/uploads/${id}`, tus).catch(() => undefined);
}

async function pieces(sending: Sending, machine: Machine, path: string, from: number): Promise<void> {
  const { file, signal } = sending;
  let offset = from;
  let lost = false;
  while (offset < file.size) {
    sending.onprogress?.(offset);
    offset = await patiently(sending, machine, async () => {
      if (lost) {
        const there = await far(path, machine, signal);
        if (there !== offset) return there; // the piece had arrived, only its answer was lost
      }
      lost = true;
      const piece = file.slice(offset, offset + pieceSize);
      const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...(await checksum(piece)) };
      return Number((await machine.send('PATCH', path, headers, piece, signal)).headers.get('upload-offset'));
    });
    lost = false;
  }
  sending.onprogress?.(offset);
}

async function create(sending: Sending, machine: Machine): Promise<string> {
  const pairs = Object.entries(sending.metadata).map(([key, value]) => `${key} ${base64(new TextEncoder().encode(value))}`);
  const headers = { ...tus, 'upload-length': String(sending.file.size), 'upload-metadata': pairs.join(',') };
  return (await machine.send('POST', '/api/uploads', headers, undefined, sending.signal)).headers.get('location') ?? '';
}

async function far(path: string, machine: Machine, signal?: AbortSignal): Promise<number> {
  return Number((await machine.send('HEAD', path, tus, undefined, signal)).headers.get('upload-offset'));
}

// Where an earlier visit stopped; undefined when the server no longer knows it.
async function resumed(path: string, machine: Machine, signal?: AbortSignal): Promise<number | undefined> {
  try {
    return await far(path, machine, signal);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

// No answer, a fault of the server, a piece altered on the way: all of them may be better in a moment.
const passing = (status: number): boolean => status === 0 || status === 409 || status === 460 || (status >= 500 && status !== 507);

async function patiently<T>(sending: Sending, machine: Machine, work: () => Promise<T>): Promise<T> {
  for (const seconds of waits) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) || !passing(error.problem.status)) throw error;
      sending.onwaiting?.(true);
      await machine.wait(seconds, sending.signal);
      sending.onwaiting?.(false);
    }
  }
  return work();
}

// Only where the browser offers digests: over https, or on the machine itself.
async function checksum(piece: Blob): Promise<Record<string, string>> {
  if (!globalThis.crypto?.subtle) return {};
  const sum = await crypto.subtle.digest('SHA-256', await piece.arrayBuffer());
  return { 'upload-checksum': `sha256 ${base64(new Uint8Array(sum))}` };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function ours(): Machine {
  let memory: Machine['memory'];
  try {
    memory = localStorage;
  } catch {
    memory = undefined; // storage is closed to us: no going on after the page was closed
  }
  return { send, memory, wait };
}

function wait(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((go, stop) => {
    const timer = setTimeout(go, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stop(signal.reason as Error);
    });
  });
}
