import { folded } from './list-keys';

/** Something that can be found by its words. */
export interface Findable {
  label: string;
  /** Further words that find it, never shown. */
  keywords?: string;
}

/** How well an entry answers what was typed: 0 starts with it, 1 a later word does, 2 holds it, 3 does not. */
function rank(entry: Findable, typed: string): number {
  const label = folded(entry.label);
  if (label.startsWith(typed)) return 0;
  const all = `${label} ${folded(entry.keywords ?? '')}`;
  if (all.includes(` ${typed}`)) return 1;
  return all.includes(typed) ? 2 : 3;
}

/**
 * Entries that hold every typed word, the best first and otherwise in their own order: what is called just so, then what begins so, then
 * by the words. Case and accents do not count.
 */
export function matching<T extends Findable>(entries: readonly T[], text: string): T[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  const begins = ({ label }: T): number => {
    const name = folded(label);
    return name === whole ? -2 : name.startsWith(whole) ? -1 : 0;
  };
  if (words.length === 0) return [...entries];
  return entries
    .map((entry) => ({ entry, ranks: words.map((word) => rank(entry, word)) }))
    .filter(({ ranks }) => Math.max(...ranks) < 3)
    .map(({ entry, ranks }) => ({ entry, place: begins(entry) || Math.min(...ranks) }))
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}
