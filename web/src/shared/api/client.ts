// Every call to the server goes through here: session cookie, CSRF token, idempotency key, and refusals as one type.
import { t } from '../lib/i18n';
import type { Problem } from './types';

/** A refusal or an outage, in the server's own sentences. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

let csrf = '';
let whenSignedOut = (): void => {};

export function useCsrf(token: string): void {
  csrf = token;
}

/** Called when the server no longer knows our session. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

export const get = <T>(path: string, query?: Query): Promise<T> => call<T>('GET', path, query);
export const post = <T>(path: string, body?: unknown, options: Options = {}): Promise<T> => call<T>('POST', path, options.query, body, options.version);
export const put = <T>(path: string, body?: unknown, options: Options = {}): Promise<T> => call<T>('PUT', path, options.query, body, options.version);
export const del = <T>(path: string, options: Options = {}): Promise<T> => call<T>('DELETE', path, options.query, undefined, options.version);

interface Options {
  query?: Query;
  version?: string | undefined; // what we saw, sent as If-Match
}

async function call<T>(method: string, path: string, query?: Query, body?: unknown, version?: string): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') {
    headers['x-csrf-token'] = csrf;
    headers['idempotency-key'] = newKey();
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (body !== undefined) headers['content-type'] = 'application/json';
  }
  let reply: Response;
  try {
    reply = await fetch(address(path, query), { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } catch {
    throw new Refused(outage(0, t('error.offline')));
  }
  if (reply.ok) return (reply.status === 204 ? undefined : await reply.json()) as T;
  const problem = await readProblem(reply);
  if (problem.status === 401 && path !== '/api/session') whenSignedOut();
  throw new Refused(problem);
}

async function readProblem(reply: Response): Promise<Problem> {
  try {
    return { ...outage(reply.status, ''), ...((await reply.json()) as Problem) };
  } catch {
    return outage(reply.status, t('error.server', { status: reply.status }));
  }
}

function outage(status: number, title: string): Problem {
  return { type: 'about:blank', title, status, code: '', args: {}, clause: null, faults: [], incident: null };
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
