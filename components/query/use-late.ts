import { useEffect, useState } from 'preact/hooks';

const PAUSE_MILLISECONDS = 250;

/** The value a while after it stopped changing: what is typed is not asked for letter by letter. It must be JSON. */
export function useLate<T>(value: T): T {
  const [late, setLate] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(JSON.parse(text)), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return late;
}
