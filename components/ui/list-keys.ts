import { useRef } from 'preact/hooks';

/** Letters typed closer together than this make one word. */
const TYPING_MS = 600;

/** Where a key moves the cursor of a list that wraps around; null when the key does not move it. -1 is "nowhere". */
export function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** The next label that starts with what was typed, from the cursor on and around; null when none does. */
export function typedIndex(typed: string, at: number, labels: readonly string[]): number | null {
  if (typed === '') return null;
  const from = typed.length === 1 ? at + 1 : Math.max(at, 0);
  for (let step = 0; step < labels.length; step += 1) {
    const index = (from + step) % labels.length;
    if (folded(labels[index] ?? '').startsWith(folded(typed))) return index;
  }
  return null;
}

/** Collects letters typed in quick succession; gives the word so far, empty for a key that is no letter. */
export function useTypedText(): (event: KeyboardEvent) => string {
  const typing = useRef({ text: '', at: 0 });
  return (event) => {
    if ([...event.key].length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ')
      return '';
    const now = event.timeStamp;
    const before = now - typing.current.at < TYPING_MS ? typing.current.text : '';
    typing.current = { text: before + event.key, at: now };
    return typing.current.text;
  };
}

/** Text as it is compared: without case and without accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
