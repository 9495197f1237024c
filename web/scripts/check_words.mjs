// The office's texts agree: English has exactly the Vietnamese keys with the same parameters, and every text is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (language) => JSON.parse(readFileSync(join(root, 'i18n', language, 'office.json'), 'utf8'));
const [vi, en] = [read('vi'), read('en')];
const parameters = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
const faults = [];

for (const key of Object.keys(vi)) {
  if (!(key in en)) faults.push(`i18n/en/office.json: ${key} is missing`);
  else if (parameters(vi[key]) !== parameters(en[key])) faults.push(`${key}: parameters differ between the languages`);
}
for (const key of Object.keys(en)) if (!(key in vi)) faults.push(`i18n/vi/office.json: ${key} is missing`);

const source = readdirSync(join(root, 'web/src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');
for (const key of Object.keys(vi)) {
  const short = key.slice('office.'.length);
  const list = short.slice(0, short.lastIndexOf('.'));
  if (!source.includes(`'${short}'`) && !source.includes(`word('office.${list}'`)) faults.push(`${key} is not used by any screen`);
}

for (const fault of faults) console.error(`check_words: ${fault}`);
process.exit(faults.length ? 1 : 0);
