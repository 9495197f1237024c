// Days are text "2025-06-30" in every message and dd/mm/yyyy on every screen. Instants are shown in Vietnam's time.

/** "2025-06-30" → "30/06/2025"; "" for none. */
export function showDay(day: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '');
  return match ? `${match[3]}/${match[2]}/${match[1]}` : '';
}

/** "30/6/2025", "30-06-2025", "30.6.2025" or "30062025" → "2025-06-30"; undefined when there is no such day. */
export function readDay(text: string): string | undefined {
  const match =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[3]), Number(match[2]), Number(match[1])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', hourCycle: 'h23',
});

/** An instant (ISO text, or microseconds since 1970 as text) → "07:05 30/06/2025". */
export function showInstant(instant: string | null | undefined): string {
  if (!instant) return '';
  const at = /^-?\d+$/.test(instant) ? new Date(Number(instant) / 1000) : new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}/${part['year']}`;
}

/** "từ … đến …": a half-open period is shown with its last day. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** The first day after `day`: a last day becomes the end of a half-open period. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
