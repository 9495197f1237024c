// What is typed into a score sheet and saved by itself: one cell at a time, in the order it was typed. A cell somebody else saved
// meanwhile, or the server refuses, stays as typed and says why.
import 'words:score_sheet';
import { put, Refused } from '../../shared/api/client';
import { readNumber } from '../../shared/lib/num';
import { t } from '../../shared/lib/i18n';

export interface Typed { score: string; plan: string; actual: string; reason: string }
export interface Edited { sheet: string; leaf: string; typed: Typed; seen: number }

export class ScoreBook {
  problems: Record<string, string> = $state({});
  waiting = $state(0);
  #line: Promise<void> = Promise.resolve();

  constructor(readonly round: string, readonly saved: () => Promise<unknown>) {}

  /** Resolves to whether it was saved. */
  save(edits: Edited[]): Promise<boolean> {
    this.waiting += 1;
    const turn = this.#line.then(() => this.#send(edits));
    this.#line = turn.then(() => undefined, () => undefined);
    return turn.finally(() => (this.waiting -= 1));
  }

  async #send(edits: Edited[]): Promise<boolean> {
    const cells = edits.map(({ sheet, leaf, typed, seen }) => ({
      sheet, leaf, score: number(typed.score), plan: number(typed.plan), actual: number(typed.actual), reason: typed.reason.trim() || null, seen: String(seen),
    }));
    for (const each of edits) delete this.problems[key(each)];
    const bad = edits.filter((each) => [each.typed.score, each.typed.plan, each.typed.actual].some((text) => text.trim() && number(text) === null));
    for (const each of bad) this.problems[key(each)] = t('score_sheet.no_number');
    if (bad.length) return false;
    try {
      await put('/api/score-rounds/{id}/cells', { path: { id: this.round }, body: { cells } });
      await this.saved();
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#tell(edits, error);
      return false;
    }
  }

  #tell(edits: Edited[], { problem }: Refused): void {
    for (const fault of problem.faults ?? []) {
      const at = /^cells\[(\d+)\]$/.exec(fault.where ?? '')?.[1];
      const edit = at === undefined ? undefined : edits[Number(at)];
      if (edit) this.problems[key(edit)] = fault.message;
    }
    const first = edits[0];
    if (first && !edits.some((each) => this.problems[key(each)])) this.problems[key(first)] = problem.title;
  }
}

export const key = (edit: { sheet: string; leaf: string }): string => `${edit.sheet} ${edit.leaf}`;
const number = (text: string): string | null => readNumber(text) ?? null;

const fields = ['score', 'plan', 'actual', 'reason'] as const;

/** Field by field: what was not touched since `base` follows the server, what was stays as typed. */
export function merged(typed: Typed, base: Typed, now: Typed): Typed {
  const next = { ...typed };
  for (const field of fields) if (typed[field] === base[field]) next[field] = now[field];
  return next;
}
export const isSame = (one: Typed, other: Typed): boolean => fields.every((field) => one[field] === other[field]);

/** Enter and the arrows go to the next or the one before of `inputs`, as in a spreadsheet. */
export function move(event: KeyboardEvent, selector: string): void {
  const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(event.currentTarget instanceof HTMLInputElement)) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLInputElement>(selector)];
  const next = all[all.indexOf(event.currentTarget) + by];
  if (next) next.focus();
  else event.currentTarget.blur();
}
