import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Client } from '@/lib/api/client';

/** Typing rests this long before it is kept. */
const RESTS_MS = 250;

export interface Draft {
  text: string;
  /** The text was found here, not typed just now. */
  restored: boolean;
  write(text: string): void;
  /** Writes at once what rests; resolves when all that was typed is kept, or cannot be. What saves the text forgets what is kept by then. */
  keep(): Promise<void>;
  /** Nothing is left to keep: it was saved or thrown away. */
  clear(): void;
}

/**
 * Text that is typed and not yet saved, kept under a key on this device: it outlives another contact, folding, a
 * reload and a dead worker. A key that is left behind is written at once.
 */
export function useDraft(client: Client, key: string): Draft {
  const [text, setText] = useState('');
  const [restored, setRestored] = useState(false);
  const pending = useRef<{ key: string; text: string } | null>(null);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef<Promise<unknown>>(Promise.resolve());

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const draft = pending.current;
    pending.current = null;
    // A draft that cannot be kept stays in the field; saving the note will say what is wrong.
    if (draft) written.current = client.call('drafts.put', draft).catch(() => undefined);
  }, [client]);

  useLayoutEffect(() => {
    let here = true;
    touched.current = false;
    setText('');
    setRestored(false);
    client.call('drafts.get', { key }).then(
      (draft) => {
        if (!here || touched.current || draft.text === '') return;
        setText(draft.text);
        setRestored(true);
      },
      () => undefined,
    );
    const whenHidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      here = false;
      flush();
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
    };
  }, [client, key, flush]);

  const write = useCallback(
    (next: string) => {
      touched.current = true;
      setText(next);
      setRestored(false);
      pending.current = { key, text: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, RESTS_MS);
    },
    [key, flush],
  );

  const keep = useCallback(async () => {
    flush();
    await written.current;
  }, [flush]);
  const clear = useCallback(() => {
    write('');
    flush();
  }, [write, flush]);

  return { text, restored, write, keep, clear };
}
