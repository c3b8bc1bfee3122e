import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import type { WhenView } from '@/lib/api/views';
import { zoneHere } from '@/lib/crm/calendar';

/** Typing rests this long before the text is read. */
const RESTS_MS = 150;

/** The date that stands in a text, found by the background while it is typed. */
export interface When {
  found: WhenView | null;
  /** The date of exactly this text, for saving: asked now when the preview is not there yet. */
  settle(): Promise<WhenView | null>;
}

/** Reads a date in words out of a text, in the user's time zone. A text that cannot be read has none. */
export function useWhen(text: string): When {
  const { client } = useDesk();
  const [read, setRead] = useState<{ text: string; found: WhenView | null }>({ text: '', found: null });
  const newest = useRef(text);
  newest.current = text;

  const ask = useCallback(
    async (of: string): Promise<WhenView | null> => {
      const zone = zoneHere();
      try {
        return await client.call('text.when', { text: of, zone, now: Date.now() });
      } catch {
        return null;
      }
    },
    [client],
  );

  useEffect(() => {
    if (text.trim() === '') return setRead({ text, found: null });
    const timer = setTimeout(async () => {
      const found = await ask(text);
      if (newest.current === text) setRead({ text, found });
    }, RESTS_MS);
    return () => clearTimeout(timer);
  }, [text, ask]);

  const settle = useCallback(async () => (read.text === text ? read.found : ask(text)), [read, text, ask]);

  return { found: read.text === text ? read.found : null, settle };
}
