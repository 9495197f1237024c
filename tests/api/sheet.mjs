// A sheet of a round, written straight into the tables of the world under test, for tests about something else.
import { execFileSync } from 'node:child_process';

const db = process.env.CHUNGSUC_DB;

async function script(sql) {
  if (db.startsWith('postgresql:')) return execFileSync('psql', [db, '-qc', sql]);
  const { DatabaseSync } = await import('node:sqlite');
  const open = new DatabaseSync(db.slice('sqlite:'.length));
  open.exec(`pragma busy_timeout = 5000; ${sql}`);
  open.close();
}

// Answers the id of a draft sheet of the unit.
export async function draftSheet(unit) {
  const sheet = '019a0000-0000-7000-8000-0000000000a1';
  await script(`
    insert into assessment_round (id, set_id, set_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, paper, opened_at)
      values ('dot-thu', 'xa-ntm-2021-2025', 1, 2024, 'Đợt thử', '${unit}', 'commune', '2026-01-01', '2026-01-01', '2026-12-31', '', 0);
    insert into assessment_sheet (id, round_id, unit_id, region, state, version, changed_at) values ('${sheet}', 'dot-thu', '${unit}', 'DBSH', 'draft', 1, 0);`);
  return sheet;
}
