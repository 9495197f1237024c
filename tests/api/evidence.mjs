// Evidence as its callers meet it over the network. Part of api.test.mjs, which counts every operation.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync, crc32 } from 'node:zlib';
import { signedIn } from './client.mjs';

const base = process.env.CHUNGSUC_URL;
const tus = { 'tus-resumable': '1.0.0' };
const base64 = (text) => Buffer.from(text).toString('base64');
const photograph = readFileSync(new URL('../files/quarters.jpg', import.meta.url));

const unitOf = async (caller) => (await caller.ok('show_session')).roles[0].unit_id;

function metadata(unit, filename, more = {}) {
  const all = { filename, unit_id: unit, declaration: 'no_state_secret', ...more };
  return Object.entries(all).map(([key, value]) => `${key} ${base64(value)}`).join(',');
}

async function start(caller, unit, filename, size, more) {
  const answer = await caller.call('start_upload', { headers: { ...tus, 'upload-length': String(size), 'upload-metadata': metadata(unit, filename, more) } });
  return { answer, id: answer.headers.get('location')?.split('/').at(-1) };
}

async function piece(caller, id, offset, bytes, more = {}) {
  const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...more };
  return caller.call('continue_upload', { params: { id }, body: Uint8Array.from(bytes), headers });
}

async function sent(caller, unit, filename, bytes) {
  const { answer, id } = await start(caller, unit, filename, bytes.length);
  assert.equal(answer.status, 201, answer.text);
  assert.equal((await piece(caller, id, 0, bytes)).status, 204);
  return id;
}

// A draft sheet of the unit, in a round of its own that is open today.
async function draftSheet(unit) {
  const province = await signedIn('dieuphoi.tinh');
  const { today } = await province.ok('show_config');
  const root = (await province.ok('list_units', { query: { kind: 'province', q: 'minh hoa', limit: 1 } })).items[0];
  const { id } = await province.ok('open_round', {
    body: { set: 'xa-ntm-2021-2025', year: 2023, title: 'Rà soát năm 2023 (số liệu minh họa)', root_id: root.id, units_on: '2023-12-31', opens_on: '2023-12-31', closes_on: today, paper: 'Công văn minh họa số 16', only: [unit] },
  });
  return (await province.ok('show_round', { params: { id } })).sheets[0].id;
}

const finish = (caller, id) => caller.call('finish_upload', { params: { id } });

// A zip of one entry, by hand: what a header says of its size is for the writer to choose.
function zip(name, content, said = content.length) {
  const [packed, crc] = [deflateRawSync(content), crc32(content)];
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(said, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test('an upload that was interrupted goes on where the server stands, and the file comes back byte for byte', async () => {
  const caller = await signedIn('canbo.xa');
  const unit = await unitOf(caller);
  const offered = await caller.call('describe_uploads');
  assert.equal(offered.headers.get('tus-max-size'), '52428800');
  const bytes = Buffer.concat([photograph.subarray(0, -2), photograph.subarray(-2)]);
  const { id } = await start(caller, unit, 'Đường trục thôn.jpg', bytes.length, { title: 'Ảnh đường trục thôn', expires_on: '2027-12-31' });
  await piece(caller, id, 0, bytes.subarray(0, 300));
  const cut = new AbortController();
  const lost = fetch(`${base}/api/uploads/${id}`, {
    method: 'PATCH', signal: cut.signal, duplex: 'half',
    headers: { ...tus, cookie: caller.cookie, 'x-csrf-token': caller.csrf, 'content-type': 'application/offset+octet-stream', 'upload-offset': '300', 'content-length': '400' },
    // The line breaks once the first bytes are on their way.
    body: new ReadableStream({ pull: (stream) => (stream.begun ? cut.abort() : ((stream.begun = true), stream.enqueue(bytes.subarray(300, 350)))) }, { highWaterMark: 0 }),
  });
  await assert.rejects(lost);
  const far = await caller.call('resume_upload', { params: { id }, headers: tus });
  assert.equal(far.headers.get('upload-offset'), '300');
  const sum = createHash('sha256').update(bytes.subarray(300)).digest('base64');
  await piece(caller, id, 300, bytes.subarray(300), { 'upload-checksum': `sha256 ${sum}` });
  const made = await finish(caller, id);
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.title, 'Ảnh đường trục thôn');
  const file = await fetch(base + made.body.address, { headers: { cookie: caller.cookie } });
  assert.equal(file.headers.get('content-type'), 'image/jpeg');
  assert.match(file.headers.get('content-security-policy'), /^default-src 'none'/);
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), bytes);
  assert.equal((await fetch(base + made.body.address)).status, 401);
});

test('what must not come in is refused with its reason, and leaves nothing behind', async () => {
  const caller = await signedIn('canbo.xa');
  const unit = await unitOf(caller);
  const total = async () => (await caller.ok('list_evidence', { query: { unit } })).total;
  const before = await total();
  const refused = async (name, bytes, code) => {
    const answer = await finish(caller, await sent(caller, unit, name, bytes));
    assert.equal(answer.body.code, code);
    assert.ok(!answer.body.title.includes('⟨'));
  };
  await refused('quyet-dinh.pdf', Buffer.from('<html><script>alert(1)</script></html>'), 'evidence.disguised');
  await refused('bao-cao.docx', zip('word/document.xml', Buffer.alloc(64e6)), 'document.archive_bomb');
  const lying = await finish(caller, await sent(caller, unit, 'bao-cao.docx', zip('word/document.xml', Buffer.alloc(64e6), 16)));
  assert.match(lying.body.code, /^document\.archive_(bomb|damaged)$/);
  const tooLarge = await start(caller, unit, 'video.pdf', 52428801);
  assert.equal(tooLarge.answer.status, 413);
  assert.equal(tooLarge.answer.body.code, 'evidence.too_large');
  const undeclared = await start(caller, unit, 'a.pdf', 10, { declaration: '' });
  assert.equal(undeclared.answer.body.code, 'evidence.not_declared');
  const { id } = await start(caller, unit, 'a.txt', 3);
  const wrong = await piece(caller, id, 0, Buffer.from('abc'), { 'upload-checksum': `sha1 ${base64('x'.repeat(20))}` });
  assert.equal(wrong.status, 460);
  assert.equal(wrong.body.code, 'evidence.checksum_wrong');
  await caller.ok('drop_upload', { params: { id }, headers: tus });
  assert.equal(await total(), before);
});

test('the evidence of a unit is not there for others: their lists stay byte for byte the same', async () => {
  const caller = await signedIn('canbo.xa');
  const unit = await unitOf(caller);
  const checker = await signedIn('dieuphoi.tinh');
  const [other] = (await checker.ok('list_units', { query: { under_code: 'MH', kind: 'commune', q: 'minh hoa b', limit: 1 } })).items;
  const before = await checker.call('list_evidence', { query: { unit: other.id } });
  const made = (await finish(caller, await sent(caller, unit, 'a.txt', Buffer.from('của xã A\n')))).body;
  assert.equal((await checker.call('list_evidence', { query: { unit: other.id } })).text, before.text);
  await checker.ok('show_evidence', { params: { id: made.id } });
  const administrator = await signedIn('quantri');
  await administrator.refused('show_evidence', 403, 'access.not_your_role', { params: { id: made.id } });
  await caller.refused('list_evidence', 403, 'access.not_your_unit', { query: { unit: other.id } });
});

test('photographed pages become one PDF; a value cites it; a newer one replaces it; a wrong upload is purged', async () => {
  const caller = await signedIn('canbo.xa');
  const unit = await unitOf(caller);
  const pages = [await sent(caller, unit, 'trang-1.jpg', photograph), await sent(caller, unit, 'trang-2.jpg', photograph)];
  const bound = await caller.ok('bind_pages', { body: { unit_id: unit, title: 'Biên bản họp thôn', pages: pages.map((upload) => ({ upload })) } });
  assert.equal(bound.pages, 2);
  const sheet_id = await draftSheet(unit);
  const params = { id: bound.id };
  await caller.ok('cite_evidence', { params, body: { sheet_id, indicator: '2.1' } });
  await caller.refused('cite_evidence', 409, 'evidence.cited_already', { params, body: { sheet_id, indicator: '2.1' } });
  const cited = await caller.ok('list_citations', { query: { sheet: sheet_id, indicator: '2.1' } });
  assert.equal(cited.items[0].evidence.title, 'Biên bản họp thôn');
  assert.deepEqual(cited.actions.map((action) => [action.name, action.allowed]), [['cite_evidence', true], ['uncite_evidence', true]]);
  const checker = await (await signedIn('thamtra.huyen')).ok('list_citations', { query: { sheet: sheet_id, indicator: '2.1' } });
  assert.equal(checker.actions[0].because, 'access.not_your_unit');
  const newer = (await finish(caller, await sent(caller, unit, 'moi.txt', Buffer.from('bản mới\n')))).body;
  const replaced = await caller.ok('replace_evidence', { params, body: { by: newer.id } });
  assert.deepEqual(replaced.leaned.map((use) => [use.indicator, use.year]), [['2.1', 2023]]);
  await caller.ok('uncite_evidence', { params, query: { sheet: sheet_id, indicator: '2.1' } });
  await caller.refused('purge_evidence', 403, 'access.not_your_role', { params, body: { ground: 'wrong_file', reason: 'Nhầm' } });
  const gone = await (await signedIn('chutich.xa')).ok('purge_evidence', { params, body: { ground: 'wrong_file', reason: 'Tải nhầm biên bản' } });
  assert.equal(gone.tombstone.title, '');
  assert.equal((await fetch(`${base}/evidence/${bound.id}`, { headers: { cookie: caller.cookie } })).status, 410);
  const history = await caller.ok('show_history', { params: { kind: 'evidence', id: bound.id } });
  assert.deepEqual(history.items.map((entry) => entry.event), ['evidence_purged', 'evidence_uncited', 'evidence_replaced', 'evidence_cited', 'evidence_uploaded']);
});
