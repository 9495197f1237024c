/** Runs `work` once, `wait` ms after the last call: a filter must not run on every key. */
export function debounce(work: () => unknown, wait = 200): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
