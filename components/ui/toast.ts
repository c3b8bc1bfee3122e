import { signal } from '@preact/signals';

/** A message that has happened already, with the one thing that may be done about it, such as Undo. */
export interface Toast {
  id: number;
  message: string;
  action?: { label: string; run(): void };
  /** A failure stays until it is closed; other messages leave by themselves. */
  failed?: boolean;
}

/** The messages on screen, oldest first. `Toasts` draws them. */
export const toasts = signal<readonly Toast[]>([]);

/** Older messages make room beyond this. */
const AT_ONCE = 3;

let lastId = 0;

/** Shows a message and returns its id. */
export function toast(message: string, options: Omit<Toast, 'id' | 'message'> = {}): number {
  lastId += 1;
  toasts.value = [...toasts.value, { id: lastId, message, ...options }].slice(-AT_ONCE);
  return lastId;
}

/** Takes a message away, if it still stands. */
export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((each) => each.id !== id);
}
