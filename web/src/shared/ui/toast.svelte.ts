import { place } from '../lib/router.svelte';

// One short line after something was done: "Đã lưu lúc 08:15". It stays until the next one, or until one leaves the screen
// it was told on: who goes to another screen first and then tells, tells it there.
export const toast: { text: string; on: string } = $state({ text: '', on: '' });

export function tell(text: string): void {
  Object.assign(toast, { text, on: place.path });
}

export function arrived(path: string): void {
  if (toast.on !== path) toast.text = '';
}
