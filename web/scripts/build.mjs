// Builds both faces into build/web: the office under van-phong/, the portal's stylesheet, script, icons and fonts under
// portal/, a manifest.json that tells the server the hashed names of the portal's files, and .br and .gz twins of all text.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { icons } from '../src/shared/ui/icons.ts';

const web = fileURLToPath(new URL('..', import.meta.url));
const out = join(web, '../build/web');

await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' });
await buildPortal();
await compress(out);

async function buildPortal() {
  const folder = join(out, 'portal');
  await build({
    root: web,
    configFile: false,
    base: '/portal/',
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: ['chrome100', 'firefox100', 'safari15'],
      assetsInlineLimit: 0,
      assetsDir: '.',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(web, 'src/portal/portal.ts') },
    },
  });
  const names = await readdir(folder);
  const url = (name) => `/portal/${name}`;
  const one = (pattern) => url(names.find((name) => pattern.test(name)));
  const manifest = {
    'portal.css': one(/^portal-.*\.css$/),
    'portal.js': one(/^portal-.*\.js$/),
    'icons.svg': url(await writeHashed(folder, 'icons.svg', sprite())),
    'icon.svg': url(await writeHashed(folder, 'icon.svg', await readFile(join(web, 'src/portal/icon.svg')))),
    'paper.css': url(await writeHashed(folder, 'paper.css', await readFile(join(web, 'src/portal/paper.css')))),
    fonts: names.filter((name) => /-400-.*\.woff2$/.test(name)).map(url),
  };
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
}

function sprite() {
  const symbols = Object.entries(icons).map(([name, d]) => `<symbol id="${name}" viewBox="0 0 24 24"><path d="${d}"/></symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

async function writeHashed(folder, name, content) {
  const { name: stem, ext } = parse(name);
  const file = `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}${ext}`;
  await writeFile(join(folder, file), content);
  return file;
}

async function compress(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(html|js|css|svg|json)$/.test(entry.name)) continue;
    const content = await readFile(path);
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
    await writeFile(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}
