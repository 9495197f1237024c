// Who may import whom: a feature only its own folder and shared; shared only itself; the portal only shared/lib and its own
// files; app and gallery everything. No list of exceptions.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));
const area = (path) => (path.startsWith('features/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]);
const faults = [];

for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(ts|svelte)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const from = relative(src, file);
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
    const to = relative(src, normalize(join(dirname(file), target)));
    if (to.startsWith('..')) continue; // the catalogue of words
    const [a, b] = [area(from), area(to)];
    if (a === 'app' || a === 'gallery' || a === b || b === 'shared') continue;
    faults.push(`src/${from}: ${a} may not import ${b}`);
  }
}

for (const fault of faults) console.error(`check_imports: ${fault}`);
process.exit(faults.length ? 1 : 0);
