import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The segment that is being changed: it cannot ask for itself. */
export const SegmentHere = createContext<string | null>(null);

export function useSegmentId(): string | null {
  return useContext(SegmentHere);
}
