// What the screens of the board share: what a figure is asked under, how an outcome reads.
import 'words:outcome';
import { get } from '../../shared/api/client';
import { word } from '../../shared/lib/i18n';
import type { MarkLook } from '../../shared/ui/marks';

/** What a figure is asked under: the day, the boundary, the territory ("" for a named boundary or the whole country). */
export interface Question { on: string; boundary: string; under: string }
export interface Named { key: string; name: string; description: string; frame: string }

export const asked = (question: Question): Record<string, string> => ({ on: question.on, boundary: question.boundary, under: question.under });

export async function boundaries(): Promise<Named[]> {
  return (await get('/api/boundaries')).items;
}

export function outcomeMark(outcome: string): MarkLook | undefined {
  const text = word('outcome', outcome);
  switch (outcome) {
    case 'met': return { tone: 'ok', icon: 'check', text };
    case 'not_met': return { tone: 'warn', icon: 'clock', text };
    case 'undecided': return { tone: 'warn', icon: 'question', text };
    case 'no_units': return { tone: 'plain', icon: 'dash', text };
    default: return undefined; // without a goal there is nothing to say
  }
}
