import { defineConfig, devices } from '@playwright/test';

// Journeys in Debian's Chromium against the real program, started by tools/with_server (CHUNGSUC_URL). Vietnamese locale and time.
const url = process.env['CHUNGSUC_URL'];
if (!url) throw new Error('CHUNGSUC_URL is not set: run them through bin/test, or tools/with_server');

const launchOptions = {
  executablePath: process.env['CHUNGSUC_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};
const vietnam = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', baseURL: url, launchOptions };

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1, // one world: journeys change it in turn
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { ...vietnam, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'desktop', use: { ...vietnam, viewport: { width: 1366, height: 768 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], ...vietnam, viewport: { width: 412, height: 915 } } },
  ],
});
