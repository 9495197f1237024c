// A refusal names its clause by key; people are shown what it says. The list is fetched once, when first needed.
import { get } from './api/client';

const titles: Record<string, string> = $state({});
let asked = false;

/** "Hai người mới giao được vai trò (quy tắc)" for "cs.two_people_grant"; nothing until it is known. */
export function clauseText(key: string | null): string {
  if (!key) return '';
  if (!asked) {
    asked = true;
    void get('/api/law/clauses').then(
      ({ items }) => { for (const clause of items) titles[clause.key] = `${clause.title} (${clause.citation})`; },
      () => (asked = false), // not to be had now: the refusal itself still stands
    );
  }
  return titles[key] ?? '';
}
