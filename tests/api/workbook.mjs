// A small workbook from rows of texts and numbers, the least a spreadsheet opens: stored, not packed.
import { crc32, inflateRawSync } from 'node:zlib';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const links = 'http://schemas.openxmlformats.org/package/2006/relationships';
const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const cell = (value) => (typeof value === 'number' ? `<c><v>${value}</v></c>` : value ? `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>` : '<c/>');

const parts = (rows) => ({
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/worksheet" Target="sheet1.xml"/></Relationships>`,
  'xl/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
});

export const workbook = (rows) => zipped(parts(rows));

function zipped(content) {
  const files = [], directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(content)) {
    const bytes = Buffer.from(text), path = Buffer.from(name), same = Buffer.alloc(26);
    same.writeUInt16LE(20, 0); // version needed; no flags, stored
    same.writeUInt16LE(0x21, 8); // 1 January 1980
    same.writeUInt32LE(crc32(bytes), 10);
    same.writeUInt32LE(bytes.length, 14);
    same.writeUInt32LE(bytes.length, 18);
    same.writeUInt16LE(path.length, 22);
    const begin = Buffer.alloc(4), rest = Buffer.alloc(14);
    begin.writeUInt32LE(0x04034b50);
    files.push(begin, same, path, bytes);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(20, 4);
    rest.writeUInt32LE(offset, 10);
    directory.push(entry, same, rest, path);
    offset += 30 + path.length + bytes.length;
  }
  const count = Object.keys(content).length, listed = Buffer.concat(directory), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

function unzipped(bytes) {
  const content = {}, end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const size = bytes.readUInt32LE(at + 20), name = bytes.readUInt16LE(at + 28), local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28), packed = bytes.subarray(begin, begin + size);
    content[bytes.subarray(at + 46, at + 46 + name).toString()] = bytes.readUInt16LE(at + 10) ? inflateRawSync(packed) : packed;
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return content;
}

const first = 'xl/worksheets/sheet1.xml';
const plain = (xml) => xml.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

// The texts of the first sheet of a workbook the program made, by address.
export function textsOf(bytes) {
  const texts = {};
  for (const [, at, inside] of unzipped(bytes)[first].toString().matchAll(/<c\b[^>]*?\br="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/g)) texts[at] = plain(inside ?? '');
  return texts;
}

// The same workbook with values typed into cells that are there.
export function filledIn(bytes, typed) {
  const content = unzipped(bytes);
  let xml = content[first].toString();
  for (const [at, value] of Object.entries(typed)) xml = xml.replace(new RegExp(`<c\\b[^>]*?\\br="${at}"[^>]*?(?:/>|>.*?</c>)`), cell(value).replace('<c', `<c r="${at}"`));
  return zipped({ ...content, [first]: xml });
}
