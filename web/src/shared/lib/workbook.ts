// Workbooks on their way between the disk and the API, where they travel as base64.

/** What the server takes is four megabytes of base64. */
export const mostBytes = 3 * 1024 * 1024;

/** Bytes as base64, in pieces: a call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Gives the person a file the API made. */
export function saveWorkbook(file: { name: string; content: string }): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([bytesOf(file.content)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  anchor.download = file.name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}
