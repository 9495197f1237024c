// A small workbook from rows of texts and numbers, the least a spreadsheet opens: stored, not packed.
import { crc32 } from 'node:zlib';

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

export function workbook(rows) {
  const files = [], directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts(rows))) {
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
  const count = Object.keys(parts(rows)).length, listed = Buffer.concat(directory), end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
