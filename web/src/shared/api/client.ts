// Every call to the server goes through here: the session cookie travels by itself, the CSRF token and an idempotency key
// with every write, and a refusal comes back as one type. Paths, parameters, bodies and answers are checked against the
// types generated from api/openapi.json; at run time these few lines replace a client library of 3 kB.
import { t } from '../lib/i18n';
import type { components, paths } from './schema';

export type Problem = components['schemas']['Problem'];

/** A refusal or an outage, in the server's own sentences. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

type Method = 'get' | 'post' | 'put' | 'delete';
type PathsOf<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : void;
type Answer<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 204)]> : never;
type Path<O> = O extends { parameters: { path: infer T } } ? { path: T } : { path?: never };
// Values that are empty are left out of the address.
type Query<O> = O extends { parameters: { query?: infer T } } ? { query?: { [K in keyof NonNullable<T>]?: string | null | undefined } } : { query?: never };
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B } : { body?: never };
interface Seen { version?: string | undefined } // what we saw, sent as If-Match
type Rest<T> = object extends T ? [T?] : [T];

let csrf = '';
let whenSignedOut = (): void => {};

export function useCsrf(token: string): void {
  csrf = token;
}

/** Called when the server no longer knows our session. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

export function get<P extends PathsOf<'get'>>(path: P, ...[given]: Rest<Path<Operation<P, 'get'>> & Query<Operation<P, 'get'>>>): Promise<Answer<Operation<P, 'get'>>> {
  return call('GET', path, given);
}
export function post<P extends PathsOf<'post'>>(
  path: P, ...[given]: Rest<Path<Operation<P, 'post'>> & Query<Operation<P, 'post'>> & Body<Operation<P, 'post'>> & Seen>
): Promise<Answer<Operation<P, 'post'>>> {
  return call('POST', path, given);
}
export function put<P extends PathsOf<'put'>>(
  path: P, ...[given]: Rest<Path<Operation<P, 'put'>> & Query<Operation<P, 'put'>> & Body<Operation<P, 'put'>> & Seen>
): Promise<Answer<Operation<P, 'put'>>> {
  return call('PUT', path, given);
}
export function del<P extends PathsOf<'delete'>>(path: P, ...[given]: Rest<Path<Operation<P, 'delete'>> & Query<Operation<P, 'delete'>>>): Promise<void> {
  return call('DELETE', path, given);
}

interface Given { path?: Record<string, string>; query?: Record<string, string | null | undefined>; body?: unknown; version?: string | undefined }

/** The address of a call: address('/api/units.csv', { query: { q: 'xã' } }). */
export function address(template: keyof paths, given: Given = {}): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.path?.[name] ?? ''));
  const query = new URLSearchParams(Object.entries(given.query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
  return query ? `${path}?${query}` : path;
}

async function call<T>(method: string, template: keyof paths, options: object = {}): Promise<T> {
  const given = options as Given;
  const body = given.body === undefined ? {} : { body: JSON.stringify(given.body) };
  const reply = await answered(address(template, given), { method, headers: headers(method, given), ...body });
  return (reply.status === 204 ? undefined : await reply.json()) as T;
}

/** A call that speaks in headers and bytes: uploads. Refusals and outages are those of every call. */
export function send(method: string, path: string, given: Record<string, string>, body?: Blob, signal?: AbortSignal): Promise<Response> {
  const csrfHeader = method === 'HEAD' ? {} : { 'x-csrf-token': csrf };
  return answered(path, { method, headers: { ...given, ...csrfHeader }, ...(body && { body }), ...(signal && { signal }) });
}

async function answered(path: string, request: RequestInit): Promise<Response> {
  let reply: Response;
  try {
    reply = await fetch(path, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Refused(outage(0, t('error.offline')));
  }
  if (reply.ok) return reply;
  const problem = await readProblem(reply);
  if (problem.status === 401 && path !== '/api/session') whenSignedOut();
  throw new Refused(problem);
}

function headers(method: string, given: Given): Record<string, string> {
  const all: Record<string, string> = { accept: 'application/json' };
  if (method === 'GET') return all;
  all['x-csrf-token'] = csrf;
  all['idempotency-key'] = newKey();
  if (given.version !== undefined) all['if-match'] = `"${given.version}"`;
  if (given.body !== undefined) all['content-type'] = 'application/json';
  return all;
}

async function readProblem(reply: Response): Promise<Problem> {
  try {
    return { ...outage(reply.status, ''), ...((await reply.json()) as Problem) };
  } catch {
    return outage(reply.status, t('error.server', { status: reply.status }));
  }
}

/** A problem of our own making, where the server could not answer. */
export function outage(status: number, title: string): Problem {
  return { type: 'about:blank', title, status, code: '', args: {}, clause: null, faults: [], incident: null };
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
