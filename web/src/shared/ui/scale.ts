/** Round marks of an axis from 0 to at least `highest`, about five steps: ticks(89) → 0, 20, 40, 60, 80, 100. */
export function ticks(highest: number): number[] {
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, i) => i * step);
}
