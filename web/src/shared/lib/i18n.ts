// One catalogue for server and client: i18n/<language>/*.json at the root of the repository. The office's own texts stand
// in office.json and are typed here; words of other areas (roles, kinds of units, refusals) are looked up by name.
import office from '../../../../i18n/vi/office.json';

type OfficeKey = keyof typeof office;
export type Key = OfficeKey extends `office.${infer Rest}` ? Rest : never;
export type Args = Record<string, string | number>;
export type Language = 'vi' | 'en';

type Tree = { [key: string]: string | Tree };

const vietnamese = import.meta.glob<Tree>('../../../../i18n/vi/*.json', { eager: true, import: 'default' });
const english = import.meta.glob<Tree>('../../../../i18n/en/*.json', { import: 'default' });

const words = new Map<string, string>();
for (const file of Object.values(vietnamese)) spread(file, '');

function spread(tree: Tree, prefix: string): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') words.set(prefix + key, value);
    else spread(value, `${prefix}${key}.`);
  }
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
  document.documentElement.lang = 'en';
  for (const load of Object.values(english)) spread(await load(), '');
}

/** A text of the office. */
export function t(key: Key, args: Args = {}): string {
  return say(`office.${key}`, args);
}

/** A sentence or word of any area by its whole key. An unknown key shows itself in ⟨…⟩. */
export function say(key: string, args: Args = {}): string {
  const text = words.get(key);
  if (text === undefined) return `⟨${key}⟩`;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}

export function has(key: string): boolean {
  return words.has(key);
}

/** The word of a closed list: word('role', 'unit_clerk'). A value without a word shows as it is. */
export function word(list: string, value: string): string {
  return words.get(`${list}.${value}`) ?? value;
}

/** Why something is not allowed: the sentence of a refusal's code. */
export function refusal(code: string, args: Args = {}): string {
  return say(`refusal.${code}`, args);
}
