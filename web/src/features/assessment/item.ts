// How the state of a check looks; its word comes from the catalogue.
import type { MarkLook } from '../../shared/ui/marks';

export function itemMark(state: string, text: string): MarkLook {
  switch (state) {
    case 'agreed': return { tone: 'ok', icon: 'check', text };
    case 'corrected': return { tone: 'info', icon: 'pencil', text };
    case 'returned': return { tone: 'warn', icon: 'change', text };
    default: return { tone: 'plain', icon: 'clock', text };
  }
}
