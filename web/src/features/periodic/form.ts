// What is typed into a report, and what of it travels.
import type { Problem } from '../../shared/api/types';
import type { ReportView } from './types';

export interface Typed { amounts: Record<string, string>; reasons: Record<string, string>; sections: Record<string, string> }

/** A unit with others below follows their sum until another figure is typed. */
export function typed(view: ReportView): Typed {
  const follows = view.below.length > 0;
  return {
    amounts: Object.fromEntries(view.figures.map((each) => [each.key, follows && !each.adjusted && !each.reason ? '' : each.amount])),
    reasons: Object.fromEntries(view.figures.map((each) => [each.key, each.reason])),
    sections: Object.fromEntries(view.sections.map((each) => [each.key, each.text])),
  };
}

export const differs = (a: Typed, b: Typed): boolean => JSON.stringify(a) !== JSON.stringify(b);

export const input = (view: ReportView, form: Typed) => ({
  version: view.version,
  figures: view.figures.map(({ key }) => ({ figure: key, amount: form.amounts[key] ?? '', reason: form.reasons[key] ?? '' })),
  sections: form.sections,
});

/** The server speaks of figures by their place in what was sent; people know them by name. */
export function named(problem: Problem, view: ReportView): Problem {
  const name = (where: string): string => {
    const place = /^figures\[(\d+)\]/.exec(where);
    return place ? (view.figures[Number(place[1])]?.name ?? where) : where;
  };
  return { ...problem, faults: problem.faults.map((fault) => ({ ...fault, where: name(fault.where) })) };
}
