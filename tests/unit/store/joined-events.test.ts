import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Joined, joinAgain, joinPages, type Page } from '@/lib/store/joined-events';

const BY = { exchange: { baseCurrency: 'EUR', rates: { USD: 0.5 } }, zone: 'Asia/Shanghai' };

interface One {
  at: number;
  value: { minor: number; unit: string } | null;
  order: number;
}

/** A page of so many contacts, each with some events. */
function pageOf(people: One[][]): Page {
  const events = people.flat();
  const valued = [...events.keys()].filter((at) => events[at]!.value);
  const shared = [...events.keys()].filter((at) => events[at]!.order !== 0);
  const units = [...new Set(valued.map((at) => events[at]!.value!.unit))];
  return {
    from: '',
    ids: '',
    counts: Int32Array.from(people, (own) => own.length),
    at: Int32Array.from(events, ({ at }) => at),
    codes: Uint8Array.from(events, ({ at }) => at % 200),
    valued: Int32Array.from(valued),
    values: Float64Array.from(valued, (at) => events[at]!.value!.minor),
    unitOf: Uint8Array.from(valued, (at) => units.indexOf(events[at]!.value!.unit)),
    units: units.join(' '),
    shared: Int32Array.from(shared),
    orders: Int32Array.from(shared, (at) => events[at]!.order),
  };
}

const event: fc.Arbitrary<One> = fc.record({
  at: fc.integer({ min: 0, max: 30_000_000 }),
  value: fc.option(
    fc.record({ minor: fc.integer({ min: 0, max: 9999 }), unit: fc.constantFrom('', 'EUR', 'USD', 'XAU') }),
  ),
  order: fc.constantFrom(0, 0, 7),
});
const page = fc.array(fc.array(event, { maxLength: 6 }), { minLength: 1, maxLength: 5 }).map(pageOf);
/** Some pages go at a place, and others come. */
const change = fc.record({ at: fc.nat(8), goes: fc.nat(3), come: fc.array(page, { maxLength: 3 }) });

const plain = ({ events: { offsets, at, days, codes, values, orders, withoutRate } }: Joined) =>
  [offsets, at, days, codes, values, orders].map((list) => Array.from<number>(list)).concat([[withoutRate]]);

describe('events of everybody joined again', () => {
  it('are those of their pages, whatever goes and comes, and so are those of before', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 8 }), fc.array(change, { maxLength: 6 }), (first, changes) => {
        const states = [joinPages(first, BY)];
        for (const { at, goes, come } of changes) {
          const pages = states.at(-1)!.pages;
          const place = Math.min(at, pages.length);
          states.push(joinAgain(states.at(-1)!, pages.toSpliced(place, goes, ...come)));
        }
        for (const state of states) expect(plain(state)).toEqual(plain(joinPages(state.pages, BY)));
      }),
    );
  });

  it('need no new lists as long as there is room', () => {
    const one = (minor: number): One[] => [{ at: 1, value: { minor, unit: 'EUR' }, order: 0 }];
    const pages = [pageOf([one(1), one(2)]), pageOf([one(3)]), pageOf([one(4)])];
    const before = joinPages(pages, BY);
    const more = joinAgain(before, pages.with(1, pageOf([[...one(5), ...one(6)]])));
    expect(more.events.values.buffer).toBe(before.room.values.buffer);
    expect([...more.events.values]).toEqual([1, 2, 5, 6, 4]);
    const many = pageOf([Array.from({ length: 400 }, () => one(7)[0]!)]);
    const grown = joinAgain(more, more.pages.with(1, many));
    expect(grown.events.values.buffer).not.toBe(before.room.values.buffer);
    expect(plain(more)).toEqual(plain(joinPages(more.pages, BY)));
  });
});
