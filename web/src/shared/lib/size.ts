import { showNumber } from './num';

/** Bytes as people say them: "754" → "1 kB", "1258291" → "1,2 MB". */
export function showSize(bytes: string | number): string {
  const kilobytes = Number(bytes) / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} kB` : `${showNumber((kilobytes / 1024).toFixed(1).replace('.0', ''))} MB`;
}
