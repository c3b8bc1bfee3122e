import type { Portrait, PortraitLine, PortraitPart } from '@/lib/api/segment-views';
import type { Contact } from '@/lib/crm/contacts';
import { inForce } from '@/lib/crm/in-force';
import type { Query } from '@/lib/crm/segments';
import { shareOf } from '@/lib/insight/satisfaction';
import { eachContact } from '../contact-scan';
import type { Database } from '../database';
import { fold } from '../fold';
import { tagPaths } from '../lookups';
import { findMembers } from '../segment-find';
import type { When } from '../segment-frame';
import { queryIn, type What } from './segment-views';

/** Everybody: what a group is compared with. */
const EVERYONE: Query = { all: [] };
const MOST_LINES = 6;

/**
 * What a segment's members are like, each share beside that of all work contacts. A part counts those of whom it is known; intervals
 * are Wilson's.
 */
export async function portraitOf(db: Database, what: What, when: When): Promise<Portrait> {
  const query = await queryIn(db, what);
  // The figures are read for everyone, and with them for the members.
  await findMembers(db, { ask: 'measure', name: 'age', range: {} }, when);
  const members = await findMembers(db, query, when);
  const everyone = await findMembers(db, EVERYONE, when);
  const { everybody, found } = members;
  const [here, all] = [new Tally(), new Tally()];
  await eachContact(db, (contact) => {
    const place = everybody.placeOf(contact.id);
    if (place < 0) return;
    if (found[place] === 1) here.add(contact);
    if (everyone.found[place] === 1) all.add(contact);
  });
  for (const [tally, marked] of [
    [here, found],
    [all, everyone.found],
  ] as const) {
    const [age, purchases, since] = (['age', 'purchases', 'sincePurchase'] as const).map((name) =>
      everybody.measure(name),
    );
    marked.forEach((mark, place) => {
      if (mark !== 1) return;
      tally.addAge(age![place]!);
      tally.addBuying(purchases![place]!, since![place]!);
    });
  }
  const tags = await tagPaths(db, [...everybody.tagCounts(everyone.found).keys()]);
  const live = new Set(tags.map(({ id }) => id));
  for (const [tally, marked] of [
    [here, found],
    [all, everyone.found],
  ] as const) {
    tally.addTags(
      everybody.tagCounts(marked),
      live,
      marked.reduce((sum, one) => sum + one, 0),
    );
  }
  return {
    n: members.count,
    of: everyone.count,
    parts: PARTS.map((part) => partOf(part, here, all)),
    names: Object.fromEntries(tags.map(({ id, path }) => [id, path.join(' / ')])),
  };
}

const PARTS = ['age', 'job', 'place', 'buying', 'interests', 'needs'] as const;
type PartName = (typeof PARTS)[number];

/** In the order in which they are read, and not by how many they are. */
const ORDERED: readonly PartName[] = ['age', 'buying', 'needs'];

function partOf(part: PartName, here: Tally, all: Tally): PortraitPart {
  const known = here.known(part);
  const lines = [...here.counts(part)].map(([key, { what, count }]): PortraitLine => {
    const everyone = all.counts(part).get(key)?.count ?? 0;
    return { what, count, ...shareIn(count, known), everyone: everyone / Math.max(1, all.known(part)) };
  });
  if (ORDERED.includes(part)) lines.sort((a, b) => (a.what < b.what ? -1 : 1));
  else lines.sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
  return { part, known, lines: lines.slice(0, MOST_LINES) };
}

/** A share with Wilson's interval; nothing of nobody. */
function shareIn(count: number, known: number): Pick<PortraitLine, 'share' | 'low' | 'high'> {
  const share = shareOf(count, known);
  return share ? { share: share.value, low: share.low, high: share.high } : { share: 0, low: 0, high: 1 };
}

const BANDS = [25, 35, 45, 55, 65] as const;

/** Counts of one group. */
class Tally {
  private readonly parts = new Map<
    PartName,
    { known: number; counts: Map<string, { what: string; count: number }> }
  >(PARTS.map((part) => [part, { known: 0, counts: new Map() }]));

  known(part: PartName): number {
    return this.parts.get(part)!.known;
  }

  counts(part: PartName) {
    return this.parts.get(part)!.counts;
  }

  add({ facts, needs }: Contact): void {
    for (const [part, fields] of [
      ['job', ['title']],
      ['place', ['city', 'country']],
    ] as const) {
      const value = fields
        .map((field) => inForce(Object.values(facts).filter((one) => one.field === field))?.value)
        .find((one) => one !== undefined);
      if (value === undefined) continue;
      this.parts.get(part)!.known += 1;
      this.one(part, fold(value), value);
    }
    const kinds = new Set(
      Object.values(needs ?? {}).flatMap(({ kind, status }) => (status === 'open' ? [kind] : [])),
    );
    this.parts.get('needs')!.known += 1;
    for (const kind of kinds) this.one('needs', kind, kind);
  }

  addAge(age: number): void {
    if (Number.isNaN(age)) return;
    this.parts.get('age')!.known += 1;
    const at = BANDS.findIndex((end) => age < end);
    const [from, to] = [at === 0 ? 0 : at < 0 ? BANDS.at(-1)! : BANDS[at - 1]!, at < 0 ? '' : BANDS[at]! - 1];
    this.one('age', `${from}-${to}`, `${String(from).padStart(2, '0')}-${to}`);
  }

  addBuying(purchases: number, since: number): void {
    this.parts.get('buying')!.known += 1;
    if (purchases > 0) this.one('buying', 'bought', 'bought');
    if (purchases > 0 && since < 365) this.one('buying', 'bought_year', 'bought_year');
    if (purchases > 1) this.one('buying', 'two', 'two');
  }

  addTags(counts: Map<string, number>, live: Set<string>, known: number): void {
    this.parts.get('interests')!.known = known;
    for (const [id, count] of counts) {
      if (count > 0 && live.has(id)) this.counts('interests').set(id, { what: id, count });
    }
  }

  private one(part: PartName, key: string, what: string): void {
    const counts = this.counts(part);
    const known = counts.get(key) ?? { what, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
}
