// Prints "PASSED FAILED" from Playwright's JSON report; a report without tests is a failure of its own.
import { readFileSync } from 'node:fs';

const { stats } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const failed = stats.unexpected + stats.flaky + stats.skipped;
if (stats.expected + failed === 0) throw new Error('no journey ran');
console.log(`${stats.expected} ${failed}`);
