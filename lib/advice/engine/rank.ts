import type { Judgement } from './judgement';
import { drawn, factorOf, type Stakes } from './score';

/** What could be advised for one contact. */
export interface Option<P extends { id: string; kind: string }> {
  contactId: string;
  play: P;
  judgement: Judgement;
  stakes: Stakes;
}

export interface Weighed<P extends { id: string; kind: string }> extends Option<P> {
  /** Chance as it was drawn for the day. */
  drawn: number;
  /** Chance, value, timing and lever, multiplied: what the order rests on. */
  score: number;
}

/** Who asks, and on which day: the same draw all day long. */
export interface Drawing {
  user: string;
  day: string;
}

/** Scores what could be advised, best first; of one score in the order of contact and play. */
export function weigh<P extends { id: string; kind: string }>(
  options: readonly Option<P>[],
  { user, day }: Drawing,
): Weighed<P>[] {
  return options
    .map((option) => {
      const chance = drawn(option.judgement, `${user}|${day}|${option.contactId}|${option.play.id}`);
      return { ...option, drawn: chance, score: chance * factorOf(option.stakes) };
    })
    .sort(byScore);
}

function byScore(a: Weighed<{ id: string; kind: string }>, b: Weighed<{ id: string; kind: string }>): number {
  return (
    b.score - a.score ||
    (a.contactId < b.contactId ? -1 : a.contactId > b.contactId ? 1 : 0) ||
    (a.play.id < b.play.id ? -1 : 1)
  );
}

const TOP = 5;
const MOST_OF_A_KIND = 2;

/** The day's list: one step a contact, the best; among the first five at most two of a kind, while others are there. */
export function listOf<P extends { id: string; kind: string }>(weighed: readonly Weighed<P>[]): Weighed<P>[] {
  const seen = new Set<string>();
  const rest = [...weighed].sort(byScore).filter(({ contactId }) => {
    if (seen.has(contactId)) return false;
    seen.add(contactId);
    return true;
  });
  const top: Weighed<P>[] = [];
  while (top.length < TOP && rest.length > 0) {
    const fits = rest.findIndex(
      ({ play }) => top.filter((one) => one.play.kind === play.kind).length < MOST_OF_A_KIND,
    );
    // Nothing of another kind is left: a list of fewer than five ends here, and the others come behind.
    if (fits < 0) break;
    top.push(...rest.splice(fits, 1));
  }
  return [...top, ...rest];
}
