// What a commune gives for each leaf of the example table, and the small things every test of March needs.
export const unitOf = async (caller, code) => (await caller.ok('list_units', { query: { q: code } })).items.find((each) => each.code === code).id;
export const paper = (number, day) => ({ number, day, signer: 'Người ký' });
export const nobody = '00000000-0000-7000-8000-000000000000';

const values = {
  1.1: ['12', '12'], 1.2: ['30', '27'], 1.3: '99.2', 1.4: '1', 1.5: ['9', '8'], 1.6: 's2.5', 2.1: '58', 2.2: '1.4', 2.3: ['3', '2'], 2.4: 's4', 3.1: '94',
  3.2: ['100', '92'], 3.3: ['100', '75'], 3.4: 's3.5', 3.5: 's2', 4.1: '15', 4.2: '1', 4.3: 's5',
};
export function cell(sheet, leaf, value, reason = null) {
  const base = { sheet, leaf, score: null, plan: null, actual: null, reason, seen: null };
  if (Array.isArray(value)) return { ...base, plan: value[0], actual: value[1] };
  return value.startsWith('s') ? { ...base, score: value.slice(1) } : { ...base, actual: value };
}
export const whole = (sheet, changes = {}) =>
  Object.entries(values).map(([leaf, value]) => cell(sheet, leaf, changes[leaf]?.[0] ?? value, changes[leaf]?.[1] ?? (leaf === '4.1' ? 'Theo báo cáo của xã' : null)));
