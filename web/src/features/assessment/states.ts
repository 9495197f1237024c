// How the states of a sheet, of an item and of a receipt look. The words are the catalogue's.
import 'words:item_state';
import 'words:sheet_state';
import type { ItemView, SheetState } from '../../shared/api/types';
import { word } from '../../shared/lib/i18n';
import type { MarkLook, Tone } from '../../shared/ui/marks';
import type { IconName } from '../../shared/ui/icons';

export const states: SheetState[] = ['draft', 'submitted', 'district_check', 'returned_by_district', 'department_check', 'returned_by_department', 'checked', 'appraised'];

const looks: Record<SheetState, [Tone, IconName]> = {
  draft: ['plain', 'pencil'],
  submitted: ['info', 'clock'],
  district_check: ['info', 'desk'],
  returned_by_district: ['warn', 'change'],
  department_check: ['info', 'desk'],
  returned_by_department: ['warn', 'change'],
  checked: ['ok', 'check'],
  appraised: ['ok', 'seal'],
};
const itemLooks: Record<ItemView['state'], [Tone, IconName]> = { open: ['plain', 'clock'], agreed: ['ok', 'check'], corrected: ['info', 'pencil'], returned: ['warn', 'change'] };

export function stateMark(state: SheetState): MarkLook {
  const [tone, icon] = looks[state];
  return { tone, icon, text: word('sheet_state', state) };
}

export function itemMark(state: ItemView['state']): MarkLook {
  const [tone, icon] = itemLooks[state];
  return { tone, icon, text: word('item_state', state) };
}

export const isReturned = (state: SheetState): boolean => state === 'returned_by_district' || state === 'returned_by_department';
