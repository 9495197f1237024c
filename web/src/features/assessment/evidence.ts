// What screens say about evidence, and how a file travels to become some.
import 'words:evidence';
import { post } from '../../shared/api/client';
import type { Evidence } from '../../shared/api/types';
import { showDay } from '../../shared/lib/date';
import { t } from '../../shared/lib/i18n';
import { showSize } from '../../shared/lib/size';
import type { MarkLook } from '../../shared/ui/marks';

/** What somebody must know before leaning on it; nothing when it is simply good. */
export function evidenceMark(evidence: Evidence): MarkLook | null {
  if (evidence.purge) return { tone: 'bad', icon: 'cross', text: t('evidence.purged') };
  if (evidence.replaced_by) return { tone: 'plain', icon: 'change', text: t('evidence.replaced') };
  if (evidence.expired) return { tone: 'warn', icon: 'clock', text: t('evidence.expired', { day: showDay(evidence.expires_on) }) };
  return null;
}

export const titleOf = (evidence: Evidence): string => evidence.title || t('evidence.no_title');

/** "PDF, 12 trang, 1,2 MB" */
export function kindOf(evidence: Evidence): string {
  const ending = evidence.file_name.includes('.') ? evidence.file_name.slice(evidence.file_name.lastIndexOf('.') + 1).toUpperCase() : '';
  const pages = evidence.pages === null ? '' : t('evidence.pages', { count: evidence.pages });
  return [ending, pages, showSize(evidence.size)].filter(Boolean).join(', ');
}

/** The name of a file as a title to begin with: without its ending, marks as blanks. */
export const titleFrom = (name: string): string => name.replace(/\.\w+$/, '').replace(/[_]+/g, ' ').trim();

export interface Wanted { unit: string; title: string; expires: string }

/** What the server must know before the first byte; the declaration was given on the screen. */
export function metadata(file: File, wanted: Wanted): Record<string, string> {
  return {
    filename: file.name, unit_id: wanted.unit, title: wanted.title.trim(), declaration: 'no_state_secret',
    ...(wanted.expires && { expires_on: wanted.expires }),
  };
}

export const finished = (id: string): Promise<Evidence> => post('/api/uploads/{id}/finish', { path: { id } });
