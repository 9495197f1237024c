// The office's texts agree: English has exactly the Vietnamese keys with the same parameters, every text is used, and each
// file imports the pieces of the catalogue it takes texts from.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { core } from '../vite.words.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// office.json and office_<area>.json together; a key stands once.
function read(language) {
  const all = {};
  for (const name of readdirSync(join(root, 'i18n', language)).filter((each) => /^office(_\w+)?\.json$/.test(each)))
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(root, 'i18n', language, name), 'utf8')))) {
      if (key in all) faults.push(`i18n/${language}/${name}: ${key} stands in another file already`);
      all[key] = text;
    }
  return all;
}
const faults = [];
const [vi, en] = [read('vi'), read('en')];
const parameters = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();

for (const key of Object.keys(vi)) {
  if (!(key in en)) faults.push(`i18n/en: ${key} is missing`);
  else if (parameters(vi[key]) !== parameters(en[key])) faults.push(`${key}: parameters differ between the languages`);
}
for (const key of Object.keys(en)) if (!(key in vi)) faults.push(`i18n/vi: ${key} is missing`);

const files = readdirSync(join(root, 'web/src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

const everything = files.map((file) => file.text).join('\n');
const keys = Object.keys(vi).map((key) => key.slice('office.'.length));
for (const key of keys) {
  const list = key.slice(0, key.lastIndexOf('.'));
  if (!everything.includes(`'${key}'`) && !everything.includes(`word('office.${list}'`)) faults.push(`office.${key} is not used by any screen`);
}

for (const { path, text } of files) {
  const imported = [...text.matchAll(/import(?: |\()'words:([\w.]+)'/g)].map((match) => match[1]); // at once, or when it is needed
  // 'words:dossier' brings all lists of dossiers, 'words:dossier.state' the one.
  const has = (list) => [...core, ...imported].some((name) => list === name || list.startsWith(`${name}.`));
  const used = new Set(keys.filter((key) => text.includes(`'${key}'`)).map((key) => key.split('.')[0]));
  if (path.endsWith('lib/i18n.ts')) continue; // it only defines them
  for (const [, list] of text.matchAll(/\bword\('([\w.]+)'/g)) used.add(list.replace(/^office\./, ''));
  if (/\brefusal\(/.test(text)) used.add('refusal');
  for (const name of used) if (!has(name)) faults.push(`${path} takes texts from "${name}" without import 'words:${name}'`);
}

for (const fault of faults) console.error(`check_words: ${fault}`);
process.exit(faults.length ? 1 : 0);
