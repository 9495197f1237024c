// Addresses are Vietnamese words under /van-phong; what a screen shows (search, day, tab) stands in the query, so that an
// address can be sent to a colleague and the back button works.
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

export interface Place {
  path: string;
  query: Record<string, string>;
}

export interface Match<Screen> {
  screen: Screen;
  params: Record<string, string>;
}

export const place: Place = $state(readPlace());

function readPlace(): Place {
  const { pathname, search } = window.location;
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return { path: path.replace(/\/+$/, '') || '/', query: Object.fromEntries(new URLSearchParams(search)) };
}

/** The address of a screen: link('/don-vi', { q: 'xã' }) → "/van-phong/don-vi?q=x%C3%A3". Empty values are left out. */
export function link(path: string, query: Record<string, string | null | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(given).toString();
  return base + path + (text ? `?${text}` : '');
}

let arriving = false;

/** True once after a step to another screen: the heading of the new screen takes the focus. */
export function takeArrival(): boolean {
  const here = arriving;
  arriving = false;
  return here;
}

export function go(path: string, query: Record<string, string | null | undefined> = {}, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', link(path, query));
  if (how === 'push') arriving = true;
  Object.assign(place, readPlace());
}

/** Changes single values of the query where we are; typing does not fill the back button. */
export function setQuery(changes: Record<string, string | null | undefined>): void {
  go(place.path, { ...place.query, ...changes }, 'replace');
}

/** Finds the screen of a path among patterns like "/don-vi/:id". */
export function match<Screen>(patterns: [string, Screen][], path: string): Match<Screen> | undefined {
  const parts = path.split('/');
  for (const [pattern, screen] of patterns) {
    const wanted = pattern.split('/');
    if (wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((piece, i) => {
      if (!piece.startsWith(':')) return piece === parts[i];
      params[piece.slice(1)] = decodeURIComponent(parts[i]!);
      return parts[i] !== '';
    });
    if (fits) return { screen, params };
  }
  return undefined;
}

/** Links inside the office change the screen without loading the page; everything else is the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = (event.target as Element | null)?.closest('a');
  if (!anchor || anchor.target || anchor.hasAttribute('download') || anchor.origin !== window.location.origin) return;
  if (!anchor.pathname.startsWith(`${base}/`) || anchor.hash) return;
  event.preventDefault();
  history.pushState(null, '', anchor.href);
  arriving = anchor.pathname !== base + place.path;
  Object.assign(place, readPlace());
  window.scrollTo(0, 0);
}

window.addEventListener('popstate', () => Object.assign(place, readPlace()));
