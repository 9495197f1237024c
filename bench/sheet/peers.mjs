// The same reading or writing as main.cpp by what a user would take instead: peers.mjs sheetjs|exceljs write|read FILE.
// exceljs is used by its streams, as its documentation advises for large files.
import { readFileSync, writeFileSync } from 'node:fs';

const [peer, task, path] = process.argv.slice(2);
const rows = 10_000, columns = 64;

function cellAt(row, column) {
  if (column === 0) return `Xã Minh Họa ${row}`;
  if (column === 1) return String(10_000 + row);
  if (column % 8 === 7) return (row + column) % 3 === 0 ? 'không đạt' : 'đạt';
  return ((row * 37 + column * 101) % 1_000) / 10;
}
const rowAt = (row) => Array.from({ length: columns }, (_, column) => cellAt(row, column));

const seen = { cells: 0, letters: 0, sum: 0, mangled: 0 };    // mangled: texts with U+FFFD, which nobody wrote
function see(value) {
  if (value === null || value === undefined) return;
  seen.cells++;
  if (typeof value === 'number') seen.sum += value;
  else {
    seen.letters += Buffer.byteLength(value);
    seen.mangled += value.includes('\uFFFD') ? 1 : 0;
  }
}

const ways = {
  sheetjs: async () => {
    const XLSX = await import('xlsx');
    return {
      write() {
        const book = XLSX.utils.book_new();
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(Array.from({ length: rows }, (_, row) => rowAt(row))), 'Số liệu');
        writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }));
      },
      read() {
        const book = XLSX.read(readFileSync(path), { dense: true });
        for (const row of XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 })) row.forEach(see);
      },
    };
  },
  exceljs: async () => {
    const { default: ExcelJS } = await import('exceljs');
    return {
      async write() {
        const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
        const sheet = book.addWorksheet('Số liệu');
        for (let row = 0; row < rows; row++) sheet.addRow(rowAt(row)).commit();
        await book.commit();
      },
      async read() {
        const book = new ExcelJS.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' });
        for await (const sheet of book) for await (const row of sheet) row.eachCell((cell) => see(cell.value));
      },
    };
  },
};

const way = await ways[peer]();
const start = performance.now();
await way[task]();
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, mb: process.resourceUsage().maxRSS / 1024, ...seen }));
