// Units to choose from, as the combobox wants them.
import { get } from '../../shared/api/client';
import { word } from '../../shared/lib/i18n';
import 'words:unit_kind';

export interface UnitChoice { id: string; name: string; note: string }

export async function findUnits(q: string, on: string): Promise<UnitChoice[]> {
  const page = await get('/api/units', { query: { q, on, limit: '30' } });
  return page.items.map((each) => ({ id: each.id, name: each.name, note: [word('unit_kind', each.kind), each.parent_name].filter(Boolean).join(', ') }));
}
