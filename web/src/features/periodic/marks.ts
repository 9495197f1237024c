// How a report stands: an icon and a word, never the colour alone.
import 'words:report_state';
import 'words:timeliness';
import { word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

export function timelinessMark(timeliness: string): MarkLook {
  const text = word('timeliness', timeliness);
  if (timeliness === 'on_time') return { tone: 'ok', icon: 'check', text };
  if (timeliness === 'late') return { tone: 'warn', icon: 'clock', text };
  if (timeliness === 'overdue') return { tone: 'bad', icon: 'warning', text };
  return { tone: 'plain', icon: 'dash', text };
}

export function reportStateMark(state: string): MarkLook {
  const text = word('report_state', state);
  if (state === 'received') return { tone: 'ok', icon: 'seal', text };
  if (state === 'sent') return { tone: 'info', icon: 'paper', text };
  if (state === 'returned') return { tone: 'warn', icon: 'change', text };
  return { tone: 'plain', icon: 'pencil', text };
}
