// Runs the journeys on the real program: a fresh database with the demonstration world, the server on a free port, then
// Playwright. Nothing is left behind. Fails when the program or the browser is missing.
//   node scripts/journeys.mjs --project desktop|phone [--db postgresql://…] [-- arguments of playwright]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const web = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  options: { project: { type: 'string', multiple: true }, db: { type: 'string' }, program: { type: 'string' } },
  allowPositionals: true,
});
const program = values.program ?? process.env.CHUNGSUC_PROGRAM ?? join(web, '../build/release/chungsuc');
if (!existsSync(program)) stop(3, `journeys: no program at ${program}; build it first`);
if (!existsSync(join(web, '../build/web/manifest.json'))) stop(3, 'journeys: the screens are not built: npm run build');

const folder = mkdtempSync(join(tmpdir(), 'chungsuc-journeys-'));
const db = values.db ?? `sqlite:${join(folder, 'journeys.db')}`;
let server;
let code = 3;
try {
  run('migrate', '--db', db);
  run('seed', '--world', 'demo', '--db', db);
  const url = await serve();
  console.log(`journeys: ${values.project?.join(', ') ?? 'all projects'} on ${db.split(':')[0]} at ${url}`);
  const projects = (values.project ?? []).flatMap((name) => ['--project', name]);
  const played = spawnSync(process.execPath, [join(web, 'node_modules/@playwright/test/cli.js'), 'test', ...projects, ...positionals], {
    cwd: web, stdio: 'inherit', env: { ...process.env, CHUNGSUC_URL: url },
  });
  code = played.status ?? 3;
} finally {
  server?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

function run(...args) {
  const done = spawnSync(program, args, { cwd: join(web, '..'), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${done.status}:\n${done.stderr}${done.stdout}`);
}

// The first line on standard output is "listening http://…": the port was free and is ours.
function serve() {
  server = spawn(program, ['serve', '--db', db, '--listen', '127.0.0.1:0'], { cwd: join(web, '..'), stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', (line) => {
      const url = /^listening (http:\S+)/.exec(line)?.[1];
      if (url) resolve(url);
      else reject(new Error(`journeys: the server said “${line}”`));
    });
    server.once('exit', (status) => reject(new Error(`journeys: the server ended with ${status}`)));
  });
}

function stop(status, text) {
  console.error(text);
  process.exit(status);
}
