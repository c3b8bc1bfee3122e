import { cutText } from '@/lib/crm/whole-text';

/** As a report lists it. */
const LONGEST = 200;

/** Counts what has no field of its own. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string, count: number): void {
    const property = cutText(name, LONGEST);
    this.counts.set(property, (this.counts.get(property) ?? 0) + count);
  }

  /** Most frequent first. */
  list(): { property: string; count: number }[] {
    return [...this.counts]
      .map(([property, count]) => ({ property, count }))
      .sort((a, b) => b.count - a.count);
  }
}
