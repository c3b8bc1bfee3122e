import type { TimelineItem } from '@/lib/api/views';

/** Words that were marked in a note. */
export interface Chosen {
  quote: string;
  activityId: string;
}

/** The marked text where it stands in one of these notes; null where nothing is marked, or something else. */
export function chosenIn(notes: readonly Pick<TimelineItem, 'id' | 'text'>[]): Chosen | null {
  const quote = getSelection()?.toString().trim() ?? '';
  if (quote === '') return null;
  const note = notes.find(({ text }) => text.includes(quote));
  return note ? { quote: quote.slice(0, 2000), activityId: note.id } : null;
}
