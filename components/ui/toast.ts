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

/** The message under the focus, by its id; `Toasts` keeps it. */
export const heldToast = signal<number | null>(null);

/** Older messages make room beyond this: done ones for done ones, failures for failures alone. None under the focus does. */
const AT_ONCE = 3;

let lastId = 0;

/** Shows a message and returns its id. */
export function toast(message: string, options: Omit<Toast, 'id' | 'message'> = {}): number {
  lastId += 1;
  const all = [...toasts.value, { id: lastId, message, ...options }];
  const over = [true, false].flatMap((failed) =>
    all.filter((each) => (each.failed ?? false) === failed && each.id !== heldToast.value).slice(0, -AT_ONCE),
  );
  toasts.value = all.filter((each) => !over.includes(each));
  return lastId;
}

/** Takes a message away, if it still stands. */
export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((each) => each.id !== id);
}
