import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whom Insights count, and where their numbers lead. */
export interface Place {
  whom: { tagId?: string; segmentId?: string };
  /** The table of those whom a number counts, by its name (see `cells.ts`). */
  cell(name: string): string;
  contact(id: string): string;
  company(id: string): string;
}

export const PlaceContext = createContext<Place | null>(null);

/** @throws outside of the page Insights */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('This part wants a PlaceContext around it.');
  return place;
}
