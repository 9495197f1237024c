// Makes law/units_2022.csv, once, from the npm package vietnam-provinces 0.0.4 (MIT, see law/units_2022.NOTICE):
//     npm pack vietnam-provinces@0.0.4 && tar xzf vietnam-provinces-0.0.4.tgz
//     node tools/make_units_2022.mjs package/dist/main.js law/units_2022_corrections.tsv > law/units_2022.csv
// The package lags behind 01/10/2022 in a few units; law/units_2022_corrections.tsv says which, to what and by which
// source. Nothing else is changed but blanks and the capitals of "Thị Trấn", "Thị Xã", "Thành Phố".
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [packageFile, correctionsFile] = process.argv.slice(2);
if (!correctionsFile) {
    console.error('usage: make_units_2022.mjs package/dist/main.js law/units_2022_corrections.tsv');
    process.exit(2);
}
const { provinces, districts, wards } = createRequire(import.meta.url)(resolve(packageFile));

const PREFIX = ['Thành phố', 'Tỉnh', 'Quận', 'Huyện', 'Thị xã', 'Phường', 'Thị trấn', 'Xã'];
const COMMUNE_KIND = { Xã: 'commune', Phường: 'ward', 'Thị trấn': 'township' };

function clean(name) {
    const text = name.normalize('NFC').trim().replace(/\s+/g, ' ');
    const prefix = PREFIX.find((p) => text.toLowerCase().startsWith(`${p.toLowerCase()} `));
    if (!prefix) throw new Error(`no known prefix: ${name}`);
    return prefix + text.slice(prefix.length);
}

function readCorrections(file) {
    const rows = readFileSync(file, 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).slice(1);
    return new Map(rows.map((l) => l.split('\t')).map(([code, from, name, kind]) => [code, { from, name, kind }]));
}

const corrections = readCorrections(correctionsFile);
function row(code, name, kind, parent) {
    let unit = { name: clean(name), kind };
    const correction = corrections.get(code);
    if (correction) {
        if (correction.from !== unit.name) throw new Error(`${code} is ${unit.name}, the correction expects ${correction.from}`);
        unit = correction;
        corrections.delete(code);
    }
    return [code, unit.name, unit.kind, parent].join(',');
}

const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const lines = ['code,name,kind,parent_code'];
for (const p of provinces.toSorted(byCode)) lines.push(row(p.code, p.name, 'province', ''));
for (const d of districts.toSorted(byCode)) lines.push(row(d.code, d.name, 'district', d.province_code));
for (const w of wards.toSorted(byCode)) lines.push(row(w.code, w.name, COMMUNE_KIND[w.unit], w.district_code));
if (corrections.size) throw new Error(`corrections of unknown units: ${[...corrections.keys()]}`);
process.stdout.write(`${lines.join('\n')}\n`);
