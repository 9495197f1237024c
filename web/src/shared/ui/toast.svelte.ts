// One short line after something was done: "Đã lưu lúc 08:15". It stays until the next one or the next screen.
export const toast: { text: string } = $state({ text: '' });

export function tell(text: string): void {
  toast.text = text;
}
