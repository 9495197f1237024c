// The portal works without this. Where script runs: a print button, a filter that sends itself, and a list that is
// narrowed while one types (rows of the page at hand only; the server answers the whole search).
import './portal.css';
import { fold } from '../shared/lib/fold';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const select of document.querySelectorAll<HTMLSelectElement>('form.search select[data-send]')) {
  select.addEventListener('change', () => select.form?.requestSubmit());
}

for (const field of document.querySelectorAll<HTMLInputElement>('input[data-narrow]')) {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${field.dataset['narrow']} tbody tr`)];
  const texts = rows.map((row) => fold(row.textContent ?? ''));
  field.addEventListener('input', () => {
    const wanted = fold(field.value);
    rows.forEach((row, i) => (row.hidden = !texts[i]!.includes(wanted)));
  });
}
