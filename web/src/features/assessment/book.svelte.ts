// The sheet while it is filled in. Each cell is saved by itself, in turn, with the version its writer saw. What the server
// refuses stays as typed with its reason; what could not be sent stays and is tried again; what another was faster with waits
// for the person's choice.
import { get, put, Refused } from '../../shared/api/client';
import type { Problem, SavedCells, SheetLine, SheetView } from '../../shared/api/types';
import { edit, isEmpty, nothing, same, saysOf, type Says } from './says';

export interface Theirs { says: Says; version: number; by: string; at: string }
export type Standing = 'still' | 'typing' | 'saving' | 'saved' | 'kept' | 'refused' | 'stale';

const pause = 700; // ms without a key before a cell is saved by itself
const again = 3000; // ms before what could not be sent is tried again
const unsent = new Map<string, Map<string, Says>>(); // left on a screen that was closed: sheet and person → line → as typed

export class Cell {
  says: Says = $state.raw(nothing);
  saved: Says = $state.raw(nothing);
  prefilled = $state(false);
  savedAt = $state('');
  standing: Standing = $state('still');
  message = $state('');
  theirs: Theirs | null = $state.raw(null);
  before: Says[] = $state.raw([]);
  version = 0;
  undoing = false;
  timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly line: SheetLine, readonly indicator: string) {
    const { self } = line;
    this.says = this.saved = saysOf(line, self);
    this.prefilled = self?.prefilled ?? false;
    this.savedAt = self?.saved_at ?? '';
    this.version = Number(self?.version ?? 0);
  }

  get changed(): boolean {
    return !same(this.line, this.says, this.saved);
  }
}

type Write = { cell: Cell; says: Says };

export class Book {
  readonly cells = new Map<string, Cell>();
  verdicts: Record<string, string> = $state({});
  total: Pick<SavedCells, 'verdict' | 'met' | 'of' | 'provisional' | 'unanswered' | 'unconfirmed'> = $state.raw({ verdict: '', met: 0, of: 0, provisional: false, unanswered: [], unconfirmed: [] });
  offline = $state(false);
  readonly indicators: number;
  readonly sheet: string;
  readonly unit: string;
  #waiting = new Set<Cell>();
  #turn: Promise<unknown> = Promise.resolve();
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly view: SheetView, private readonly person: string, private readonly whenSaved: () => void) {
    this.sheet = view.id;
    this.unit = view.unit_id;
    for (const { no, verdict, indicators } of view.criteria) {
      this.verdicts[`criterion ${no}`] = verdict;
      for (const indicator of indicators) {
        this.verdicts[indicator.no] = indicator.verdict;
        for (const line of indicator.lines) this.cells.set(line.no, new Cell(line, indicator.no));
      }
    }
    for (const fact of view.facts) this.cells.set(fact.no, new Cell(fact, fact.no));
    this.indicators = view.criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0);
    this.total = view;
    this.#takeBack();
  }

  get unsaved(): Cell[] {
    return [...this.cells.values()].filter((cell) => cell.standing !== 'still' && cell.standing !== 'saved');
  }

  /** The name of a line; a figure of the commune has only its word in the catalogue. */
  name(no: string): string {
    return this.cells.get(no)?.line.name || (this.view.criteria.flatMap((each) => each.indicators).find((each) => each.no === no)?.name ?? '');
  }

  type(cell: Cell, change: Partial<Says>): void {
    cell.says = { ...cell.says, ...change };
    [cell.standing, cell.message] = ['typing', ''];
    clearTimeout(cell.timer);
    cell.timer = setTimeout(() => this.flush(cell), pause);
  }

  /** Enter, leaving the cell, or the pause: what differs from what is stored is sent. */
  flush(cell: Cell): void {
    clearTimeout(cell.timer);
    if (cell.standing !== 'typing' && cell.standing !== 'kept') return;
    if (!cell.changed) [cell.standing, cell.message] = ['still', ''];
    else this.#send(cell);
  }

  /** "Giữ nguyên": last year's value is this year's too. */
  keepOne(cell: Cell): void {
    clearTimeout(cell.timer);
    this.#send(cell);
  }

  /** The same for a whole criterion; what is refused is told at its cell. */
  async keepAll(cells: Cell[]): Promise<void> {
    try {
      await this.saveTogether(cells.map((cell) => ({ cell, says: cell.says })));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const cell of cells) this.keepOne(cell);
    }
  }

  /** All or none, as one request. Refused comes back to the caller; nothing was stored then. */
  saveTogether(writes: Write[]): Promise<void> {
    return this.#inTurn(() => this.#put(writes));
  }

  undo(cell: Cell): void {
    if (cell.changed) return this.revert(cell);
    const last = cell.before.at(-1);
    if (!last) return;
    cell.before = cell.before.slice(0, -1);
    cell.undoing = true;
    cell.says = last;
    this.#send(cell);
  }

  revert(cell: Cell): void {
    clearTimeout(cell.timer);
    cell.says = cell.saved;
    [cell.standing, cell.message] = ['still', ''];
  }

  /** After another was faster: mine over theirs, or theirs instead of mine. */
  decide(cell: Cell, mine: boolean): void {
    const theirs = cell.theirs;
    if (!theirs) return;
    cell.theirs = null;
    cell.version = theirs.version;
    cell.saved = theirs.says;
    cell.savedAt = theirs.at;
    cell.prefilled = false;
    if (mine) return this.#send(cell);
    cell.says = theirs.says;
    cell.standing = 'saved';
  }

  tryNow(): void {
    clearTimeout(this.#retry);
    this.offline = false;
    void this.#inTurn(() => this.#sendWaiting());
  }

  close(): void {
    clearTimeout(this.#retry);
    const left = this.unsaved.filter((cell) => cell.changed);
    if (left.length === 0) return;
    unsent.set(this.#key, new Map(left.map((cell) => [cell.line.no, cell.says])));
    for (const cell of left) this.flush(cell);
  }

  get #key(): string {
    return `${this.view.id} ${this.person}`;
  }

  #takeBack(): void {
    for (const [no, says] of unsent.get(this.#key) ?? []) {
      const cell = this.cells.get(no);
      if (cell?.line.editable) this.type(cell, says);
    }
    unsent.delete(this.#key);
  }

  #send(cell: Cell): void {
    cell.standing = this.offline ? 'kept' : 'saving';
    this.#waiting.add(cell);
    if (!this.offline) void this.#inTurn(() => this.#sendWaiting());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #sendWaiting(): Promise<void> {
    for (const cell of this.#waiting) {
      if (this.offline) return;
      this.#waiting.delete(cell);
      cell.standing = 'saving';
      try {
        await this.#put([{ cell, says: cell.says }]);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        await this.#refused(cell, error.problem);
      }
    }
  }

  async #put(writes: Write[]): Promise<void> {
    const shown = new Map(writes.map(({ cell }) => [cell, cell.says]));
    const reply = await put('/api/sheets/{id}/cells', { path: { id: this.view.id }, body: { cells: writes.map(({ cell, says }) => edit(cell.line, says, cell.version)) } });
    const made = new Map(reply.cells.map((each) => [each.line, each]));
    for (const { cell, says } of writes) {
      const stored = made.get(cell.line.no);
      if (!stored) continue;
      if (!cell.undoing && !same(cell.line, says, cell.saved)) cell.before = [...cell.before, cell.saved];
      // Typed since it was sent, perhaps sent again already: what the person sees is his.
      const wentOn = cell.says !== shown.get(cell) && !same(cell.line, says, cell.says);
      Object.assign(cell, { undoing: false, saved: says, version: Number(stored.version), savedAt: stored.saved_at, prefilled: false, message: '', theirs: null });
      if (!wentOn) [cell.says, cell.standing] = [says, 'saved'];
    }
    for (const { no, verdict } of reply.criteria) this.verdicts[`criterion ${no}`] = verdict;
    for (const { no, verdict } of reply.indicators) this.verdicts[no] = verdict;
    this.total = reply;
    this.whenSaved();
  }

  async #refused(cell: Cell, problem: Problem): Promise<void> {
    cell.undoing = false;
    if (problem.status === 0 || problem.status >= 500 || problem.status === 401) return this.#hold(cell);
    cell.message = problem.faults[0]?.message ?? problem.title;
    cell.standing = 'refused';
    if (problem.code !== 'assessment.cell_stale') return;
    try {
      const now = await get('/api/sheets/{id}', { path: { id: this.view.id } });
      const line = [...now.facts, ...now.criteria.flatMap((c) => c.indicators.flatMap((i) => i.lines))].find((each) => each.no === cell.line.no);
      if (!line?.self) return;
      cell.theirs = { says: saysOf(line, line.self), version: Number(line.self.version), by: line.self.saved_by, at: line.self.saved_at };
      cell.standing = 'stale';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#hold(cell);
    }
  }

  #hold(cell: Cell): void {
    this.offline = true;
    this.#waiting.add(cell);
    for (const waits of this.#waiting) waits.standing = 'kept';
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.tryNow(), again);
  }
}

/** Nothing said and nothing explained. */
export const isOpen = (cell: Cell): boolean => isEmpty(cell.says) && !cell.says.note;
