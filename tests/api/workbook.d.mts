export function workbook(rows: (string | number)[][]): Buffer;
