/** Whether a site is still read: noted by the day, in counts. Free of zod. */

export interface ReadingOfKind {
  /** Local day, `2026-11-22`. */
  day: string;
  /** By which variants. */
  variant: string | null;
  /** How many of each role. */
  people: Record<string, number>;
}

export interface SiteReading {
  /** Recipe id by which it was read last. */
  recipe: string;
  /** By the kind of page the first reading of the last day on which there was one. */
  kinds: Record<string, ReadingOfKind>;
  /** Pages of one day of which nothing was read since the last reading. */
  unread: { day: string; pages: number } | null;
}

export interface Report {
  /** Recipe id, null where nothing was read. */
  recipe: string | null;
  read: (ReadingOfKind & { kind: string })[];
}

/** The recipe of last resort. */
const ANY_PAGE = 'generic';
/** More are not counted: each is a write. */
const MOST_UNREAD = 20;
/** A webmail has pages without anybody on them: so many in a row, on a later day, are more than that. */
const CHANGED_AFTER = 5;

/** The note of a site after a report, the same object when it says nothing new. */
export function noted(known: SiteReading | undefined, { recipe, read }: Report, day: string): SiteReading {
  const note = known ?? { recipe: '', kinds: {}, unread: null };
  // Addresses on any page are found where a site has changed, too.
  const isLost = recipe === ANY_PAGE && note.recipe !== '' && note.recipe !== ANY_PAGE;
  if (read.length === 0 || isLost) {
    // Each day is counted by itself: a webmail that is loaded begins with a page without anybody.
    const before = note.unread?.day === day ? note.unread.pages : 0;
    const pages = Math.min(before + 1, MOST_UNREAD);
    if (before === pages) return note;
    return { ...note, unread: { day, pages } };
  }
  const earlier = note.recipe === recipe ? note.kinds : {};
  const isNew = read.filter(({ kind, variant }) => {
    const last = earlier[kind];
    return last?.day !== day || last.variant !== variant;
  });
  if (known && isNew.length === 0 && note.unread === null && note.recipe === recipe) return note;
  const kinds = Object.fromEntries(isNew.map(({ kind, ...reading }) => [kind, reading]));
  return { recipe: recipe ?? '', kinds: { ...earlier, ...kinds }, unread: null };
}

/** `changed` when, on one day after that of the last reading, several pages in a row told nothing. */
export function readingState(note: SiteReading | undefined): 'holds' | 'changed' | 'unseen' {
  const last = Object.values(note?.kinds ?? {}).reduce(
    (latest, { day }) => (day > latest ? day : latest),
    '',
  );
  if (!note || !last) return 'unseen';
  const { unread } = note;
  return unread && unread.day > last && unread.pages >= CHANGED_AFTER ? 'changed' : 'holds';
}
