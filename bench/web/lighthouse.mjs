// Lighthouse medians of the real pages: node bench/web/lighthouse.mjs [--runs 5] [--json FILE], under tools/with_server.
// Mobile form factor and throttling as Lighthouse sets them; Debian's Chromium; a new profile for each run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '5' }, json: { type: 'string' } } });
const base = process.env.CHUNGSUC_URL;
if (!base) throw new Error('bench/web: run me under tools/with_server');

async function signIn() {
  const { sign_ins: [first] } = await (await fetch(`${base}/api/config`)).json();
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: first.login, password: first.password, code: null }),
  });
  if (!answer.ok) throw new Error(`bench/web: sign-in answered ${answer.status}`);
  return answer.headers.getSetCookie()[0].split(';')[0];
}

async function once(path, cookie) {
  const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const chrome = await launch({
    chromePath: '/usr/bin/chromium', userDataDir: profile, ignoreDefaultFlags: true,
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const { lhr } = await lighthouse(base + path, {
      port: chrome.port, formFactor: 'mobile', onlyCategories: ['performance', 'accessibility'],
      extraHeaders: cookie ? { Cookie: cookie } : undefined,
    });
    const shown = new URL(lhr.finalDisplayedUrl).pathname;
    if (shown !== path) throw new Error(`bench/web: ${path} led to ${shown}`);
    return {
      performance: Math.round(lhr.categories.performance.score * 100),
      accessibility: Math.round(lhr.categories.accessibility.score * 100),
      lcp_ms: Math.round(lhr.audits['largest-contentful-paint'].numericValue),
      cls: Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3)),
    };
  } finally {
    await chrome.kill();
    rmSync(profile, { recursive: true, force: true });
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const cookie = await signIn();
const units = await (await fetch(`${base}/api/units?under_code=27&on=2022-12-07&limit=1`, { headers: { cookie } })).json();
const id = units.items[0].id;
const pages = [['/'], ['/don-vi'], [`/don-vi/${id}`], ['/bo-tieu-chi'], ['/van-phong/'], ['/van-phong/don-vi', cookie],
  ['/van-phong/bo-tieu-chi', cookie]];
const results = [];
for (const [path, session] of pages) {
  const runs = [];
  for (let i = 0; i < Number(flags.runs); i++) runs.push(await once(path, session));
  const result = { path: path.replace(id, '{id}'), runs: runs.length };
  for (const figure of Object.keys(runs[0])) result[figure] = median(runs.map((run) => run[figure]));
  results.push(result);
  console.log(`${result.path.padEnd(26)} performance ${result.performance}  accessibility ${result.accessibility}  ` +
    `LCP ${result.lcp_ms} ms  CLS ${result.cls}`);
}
if (flags.json) writeFileSync(flags.json, `${JSON.stringify({ bench: 'web', results })}\n`);
