// Bytes of every route on a cold load, gzip, against budgets.json: the entry, the screen's chunk and all they import at
// once. Read from what was built, not from what was meant. Fails when one is over. --json prints the figures for the bench.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const web = fileURLToPath(new URL('..', import.meta.url));
const built = join(web, '../build/web');
const budgets = JSON.parse(readFileSync(join(web, 'budgets.json'), 'utf8'));
const office = JSON.parse(readFileSync(join(built, 'van-phong/.vite/manifest.json'), 'utf8'));
const portal = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
const size = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

// Everything a chunk of the manifest needs before it can run.
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of office[key].imports ?? []) closure(next, seen);
  return seen;
}

function weigh(keys) {
  const files = { js: new Set(), css: new Set() };
  for (const key of keys) {
    for (const chunk of closure(key)) {
      files.js.add(office[chunk].file);
      for (const css of office[chunk].css ?? []) files.css.add(css);
    }
  }
  const sum = (set) => [...set].reduce((total, file) => total + size(join(built, 'van-phong', file)), 0);
  return { js: sum(files.js), css: sum(files.css) };
}

// The routes are read from the table the application uses.
const table = readFileSync(join(web, 'src/app/routes.ts'), 'utf8');
const routes = [...table.matchAll(/\['([^']+)', screen\(\(\) => import\('([^']+)'\)\)\]/g)].map(([, path, file]) => ({ path, file: join('src/app', file) }));
routes.push({ path: '/dang-nhap', file: 'src/features/access/SignIn.svelte' });
if (routes.length < 10) throw new Error('budget: the table of routes could not be read');

const rows = [
  { route: 'portal', kind: 'public', js: size(join(built, portal['portal.js'])), css: size(join(built, portal['portal.css'])) },
  ...routes.map(({ path, file }) => ({ route: `/van-phong${path}`, kind: path === '/phieu/:id' ? 'entry' : 'list', ...weigh(['index.html', file]) })),
];
const over = rows.filter((row) => row.js > budgets[row.kind].js || row.css > budgets[row.kind].css);

if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else for (const row of rows) console.log(`${row.route.padEnd(28)} js ${String(row.js).padStart(6)} of ${budgets[row.kind].js}   css ${String(row.css).padStart(5)} of ${budgets[row.kind].css}`);
for (const row of over) console.error(`budget: ${row.route} is over: js ${row.js}, css ${row.css}`);
process.exit(over.length ? 1 : 0);
