export function workbook(rows: (string | number)[][]): Buffer;
export function textsOf(bytes: Buffer): Record<string, string>;
export function filledIn(bytes: Buffer, typed: Record<string, string | number>): Buffer;
