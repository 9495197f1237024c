// Numbers travel as text and are never computed with as floating point; they are only written the Vietnamese way.

/** "98.5" → "98,5", "10599" → "10.599". What is no plain number is shown as it came. */
export function showNumber(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!match) return String(value);
  const [, sign = '', whole = '', decimals] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return sign + grouped + (decimals === undefined ? '' : `,${decimals}`);
}

/** Bytes as people say them: "754" → "1 kB", "1258291" → "1,2 MB". */
export function showSize(bytes: string | number): string {
  const kilobytes = Number(bytes) / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} kB` : `${showNumber((kilobytes / 1024).toFixed(1))} MB`;
}

/** "95,5", "95.5" and " 95.5 " → "95.5"; undefined when it is no number. Thousands marks are not accepted: "1.234" is 1,234. */
export function readNumber(text: string): string | undefined {
  const match = /^(-?)(\d{1,18})(?:[.,](\d{1,9}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', decimals = ''] = match;
  const digits = whole.replace(/^0+(?=\d)/, '');
  const fraction = decimals.replace(/0+$/, '');
  const canonical = fraction ? `${digits}.${fraction}` : digits;
  return canonical === '0' ? '0' : sign + canonical;
}
