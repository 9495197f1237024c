// Units to choose from, as the combobox wants them.
import 'words:unit_kind';
import { get } from '../api/client';
import { word } from './i18n';

export interface UnitChoice { id: string; name: string; note: string }

/** Units by words on a day ("" for today); of several kinds the first comes first. */
export async function findUnits(q: string, on: string, kinds: string[] = ['']): Promise<UnitChoice[]> {
  const pages = await Promise.all(kinds.map((kind) => get('/api/units', { query: { q, on, kind, limit: '30' } })));
  return pages.flatMap((page) => page.items.map((each) => ({ id: each.id, name: each.name, note: [word('unit_kind', each.kind), each.parent_name].filter(Boolean).join(', ') })));
}
