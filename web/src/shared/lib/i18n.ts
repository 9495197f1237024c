// One catalogue for server and client: i18n/<language>/*.json at the root of the repository. The office's own texts stand
// in office*.json (a file for each area that is large) and are typed here; words of other areas (roles, kinds of units, refusals) are looked up by name. Each file
// imports the pieces it uses ('words:units'); scripts/check_words.mjs holds it to that.
type OfficeKey = keyof typeof import('../../../../i18n/vi/office.json') | keyof typeof import('../../../../i18n/vi/office_board.json') | keyof typeof import('../../../../i18n/vi/office_agreement.json') | keyof typeof import('../../../../i18n/vi/office_score.json') | keyof typeof import('../../../../i18n/vi/office_ranking.json') | keyof typeof import('../../../../i18n/vi/office_periodic.json');
export type Key = OfficeKey extends `office.${infer Rest}` ? Rest : never;
export type Args = Record<string, string | number>;
export type Language = 'vi' | 'en';

const words = new Map<string, string>();
const english = new Map<string, string>();
let target = words;

/** Called by the pieces of the catalogue when they are loaded. */
export function add(piece: Record<string, string>): void {
  for (const [key, text] of Object.entries(piece)) target.set(key, text);
}

const stored = 'chungsuc.language';

export const language: Language = read();

function read(): Language {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi'; // storage is closed to us: Vietnamese, as for everyone
  }
}

/** Takes effect with the next page load, so that no text of the old language stays on a screen. */
export function chooseLanguage(wanted: Language): void {
  localStorage.setItem(stored, wanted);
  window.location.reload();
}

/** English lies over Vietnamese: a sentence it lacks stays Vietnamese. */
export async function loadLanguage(): Promise<void> {
  if (language !== 'en') return;
  target = english;
  await import('words:en');
  target = words;
  document.documentElement.lang = 'en';
}

const lookUp = (key: string): string | undefined => english.get(key) ?? words.get(key);

/** A text of the office. */
export function t(key: Key, args: Args = {}): string {
  return say(`office.${key}`, args);
}

/** A sentence or word of any area by its whole key. An unknown key shows itself in ⟨…⟩. */
export function say(key: string, args: Args = {}): string {
  const text = lookUp(key);
  if (text === undefined) return `⟨${key}⟩`;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}

export function has(key: string): boolean {
  return lookUp(key) !== undefined;
}

/** The word of a closed list: word('role', 'unit_clerk'). A value without a word shows as it is. */
export function word(list: string, value: string): string {
  return lookUp(`${list}.${value}`) ?? value;
}

/** Why something is not allowed: the sentence of a refusal's code. */
export function refusal(code: string, args: Args = {}): string {
  return say(`refusal.${code}`, args);
}
