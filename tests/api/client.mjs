// A caller of the API who believes nothing: every reply, good or bad, is held against api/openapi.json. Run under
// tools/with_server, which gives CHUNGSUC_URL.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { default: Ajv } = require('ajv/dist/2020');

const api = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url)));
const base = process.env.CHUNGSUC_URL;
assert.ok(base, 'run me under tools/with_server');

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(api, 'api');

// operationId -> { method, path, operation }
export const operations = new Map(
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [operation.operationId, { method: method.toUpperCase(), path, operation }]),
  ),
);

// The first good request and reply of each operation: api/examples is written from these.
export const seen = new Map();

const pointer = (parts) => `api#/${parts.map((p) => encodeURIComponent(p.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

function check(name, method, path, status, type, body) {
  const responses = api.paths[path][method.toLowerCase()].responses;
  const declared = responses[status] ? String(status) : 'default';
  if (status >= 200 && status < 300) assert.ok(responses[status], `${name}: ${status} is not declared`);
  const media = type.split(';')[0];
  if (status === 204) return assert.equal(body, '');
  const content = responses[declared].content?.[media];
  assert.ok(content, `${name}: ${status} with ${media} is not declared`);
  if (!media.endsWith('json')) return;
  const validate = ajv.getSchema(pointer(['paths', path, method.toLowerCase(), 'responses', declared, 'content', media, 'schema']));
  assert.ok(validate(JSON.parse(body)), `${name} ${status}: ${ajv.errorsText(validate.errors)}`);
}

export class Caller {
  cookie = '';
  csrf = '';

  // Answers { status, body, text, bytes, headers }. `params` fill the path, `query` follows it.
  async call(name, { params = {}, query = {}, body, headers = {} } = {}) {
    const { method, path, operation } = operations.get(name) ?? assert.fail(`no operation ${name}`);
    const filled = path.replace(/\{(\w+)\}/g, (_, p) => encodeURIComponent(params[p]));
    const asked = new URLSearchParams(query).toString();
    const bytes = body instanceof Uint8Array;
    const response = await fetch(base + filled + (asked ? `?${asked}` : ''), {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && !['GET', 'HEAD', 'OPTIONS'].includes(method) && { 'x-csrf-token': this.csrf }),
        ...(body !== undefined && !bytes && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || bytes || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const received = Buffer.from(await response.arrayBuffer()), text = received.toString();
    const type = response.headers.get('content-type') ?? '';
    check(name, method, path, response.status, type, text);
    const answer = { status: response.status, text, bytes: received, headers: response.headers, body: type.includes('json') && text ? JSON.parse(text) : null };
    if (response.ok && !seen.has(name))
      seen.set(name, { operation: name, request: { method, path, params, query, ...(Object.keys(headers).length && { headers }), body: bytes ? `${body.length} bytes` : (body ?? null) }, response: { status: response.status, body: answer.body }, summary: operation.summary });
    return answer;
  }

  // As call, and it must succeed.
  async ok(name, options) {
    const answer = await this.call(name, options);
    assert.ok(answer.status < 300, `${name}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  // As call, and it must be refused with this code.
  async refused(name, status, code, options) {
    const answer = await this.call(name, options);
    assert.equal(answer.status, status, `${name}: ${answer.text}`);
    assert.equal(answer.body.code, code);
    assert.ok(!answer.body.title.includes('⟨'), `${code} has no sentence`);
    return answer.body;
  }

  async signIn(login, password = 'minhhoa-547', code = null) {
    const answer = await this.call('sign_in', { body: { login, password, code } });
    assert.equal(answer.status, 200, answer.text);
    this.cookie = answer.headers.getSetCookie()[0].split(';')[0];
    this.csrf = answer.body.csrf;
    return answer.body;
  }
}

export async function signedIn(login) {
  const caller = new Caller();
  await caller.signIn(login);
  return caller;
}
