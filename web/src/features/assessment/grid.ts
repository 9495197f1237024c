// The keys of the entry grid, as in Excel: Enter and the arrows go from cell to cell, F2 goes into a cell, Escape gives back
// what was stored, Ctrl+Z what stood before the last save. A block from Excel is not typed into one cell but shown first.
import { tick } from 'svelte';
import type { Book, Cell } from './book.svelte';
import { isBlock } from './paste';
import { shape, type Part } from './says';

interface Options { book: Book; open: (criterion: string) => void; paste: (text: string, from: { no: string; part: Part }) => void }

const isRadio = (field: HTMLElement): field is HTMLInputElement => field instanceof HTMLInputElement && field.type === 'radio';

/** The fields of a section, one for each choice. */
function fields(section: Element): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('[data-cell]')].filter((field) => {
    if (!isRadio(field)) return true;
    const group = [...section.querySelectorAll<HTMLInputElement>(`[data-cell="${field.dataset['cell']}"]`)];
    return field === (group.find((each) => each.checked) ?? group[0]);
  });
}

function focus(field: HTMLElement): void {
  field.focus();
  if (field instanceof HTMLInputElement && field.type === 'text') field.select();
}

async function step(from: HTMLElement, by: 1 | -1, open: Options['open']): Promise<void> {
  let section = from.closest('[data-criterion]');
  if (!section) return;
  const here = fields(section);
  const at = here.findIndex((field) => field.dataset['cell'] === from.dataset['cell'] && field.dataset['part'] === from.dataset['part']);
  if (here[at + by]) return focus(here[at + by]!);
  while ((section = by === 1 ? section.nextElementSibling : section.previousElementSibling)) {
    open((section as HTMLElement).dataset['criterion'] ?? '');
    await tick();
    const there = fields(section);
    if (there.length) return focus(by === 1 ? there[0]! : there.at(-1)!);
  }
}

/** In a yes/no cell a letter chooses, Delete takes the choice away. */
function choose(event: KeyboardEvent, cell: Cell, book: Book): boolean {
  const key = event.key.toLocaleLowerCase('vi');
  const value = ['1', 'd', 'đ'].includes(key) ? 'true' : ['0', 'k'].includes(key) ? 'false' : ['delete', 'backspace'].includes(key) ? '' : undefined;
  if (value === undefined || event.ctrlKey || event.metaKey) return false;
  book.type(cell, { value });
  return true;
}

export function grid(node: HTMLElement, options: Options): { update: (options: Options) => void; destroy: () => void } {
  let { book, open, paste } = options;
  let inside: HTMLElement | null = null; // F2: the arrows are the text's

  const target = (event: Event): { field: HTMLElement; cell: Cell } | null => {
    const field = event.target as HTMLElement;
    const cell = book.cells.get(field.dataset['cell'] ?? '');
    return cell ? { field, cell } : null;
  };

  function sideways(field: HTMLElement, by: 1 | -1): boolean {
    if (inside === field || shape(book.cells.get(field.dataset['cell']!)!.line) === 'yes_no') return false;
    const row = [...node.querySelectorAll<HTMLElement>(`[data-cell="${field.dataset['cell']}"]`)];
    const next = row[row.indexOf(field) + by];
    if (next) focus(next);
    return next !== undefined;
  }

  function key(event: KeyboardEvent): boolean {
    const at = target(event);
    if (!at || event.isComposing) return false;
    const { field, cell } = at;
    const by = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1;
    switch (event.key) {
      case 'Enter':
      case 'ArrowDown':
      case 'ArrowUp':
        if (event.altKey) return false; // opens a list of words
        book.flush(cell);
        void step(field, by, open);
        return true;
      case 'ArrowLeft': return sideways(field, -1);
      case 'ArrowRight': return sideways(field, 1);
      case 'F2':
        inside = field;
        if (field instanceof HTMLInputElement && field.type === 'text') field.setSelectionRange(field.value.length, field.value.length);
        return true;
      case 'Escape':
        inside = null;
        book.revert(cell);
        return true;
      case 'z':
        if (!event.ctrlKey && !event.metaKey) return false;
        book.undo(cell);
        return true;
      default: return isRadio(field) && choose(event, cell, book);
    }
  }

  const onkeydown = (event: KeyboardEvent): void => {
    if (key(event)) event.preventDefault();
  };
  const onfocusin = (event: Event): void => {
    if (event.target !== inside) inside = null;
  };
  const onfocusout = (event: Event): void => {
    const at = target(event);
    if (at) book.flush(at.cell);
  };
  const onpaste = (event: ClipboardEvent): void => {
    const at = target(event);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!at || (!isBlock(text) && !isRadio(at.field))) return;
    event.preventDefault();
    paste(text, { no: at.cell.line.no, part: (at.field.dataset['part'] ?? 'value') as Part });
  };

  const gone = new AbortController();
  const { signal } = gone;
  node.addEventListener('keydown', onkeydown, { signal });
  node.addEventListener('focusin', onfocusin, { signal });
  node.addEventListener('focusout', onfocusout, { signal });
  node.addEventListener('paste', onpaste, { signal });
  return {
    update: (next) => ({ book, open, paste } = next),
    destroy: () => gone.abort(),
  };
}
