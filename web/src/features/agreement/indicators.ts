import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
type Shown = Schemas['IndicatorRow'];
type Wanted = Schemas['NewIndicator'];
const low = 'giảm';

/** Targets as lines to be edited: "Hộ nghèo; %; giảm". */
export const indicatorLines = (all: Shown[]): string => all.map((each) => [each.title, each.unit, ...(each.low_is_better ? [low] : [])].join('; ')).join('\n');

/** The lines again; a target that keeps its name keeps the indicator of the criteria set it stands for. */
export function readIndicators(text: string, before: Shown[]): Wanted[] {
  return text.split('\n').map((line) => line.split(';').map((part) => part.trim())).filter((parts) => parts[0]).map(([title = '', unit = '', better = '']) => {
    const known = before.find((each) => each.title === title);
    return { title, unit, low_is_better: better.toLowerCase() === low, set_id: known?.set_id || null, indicator: known?.indicator || null };
  });
}
