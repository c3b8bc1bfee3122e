import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOrder, inOrder, possibleOrder } from '@/lib/surveys/blocks';
import type { Block, Form } from '@/lib/surveys/form';
import { ask, formOf } from './forms';

const pages = formOf([
  { questions: [ask('q1', 'nps')] },
  { questions: [ask('q2', 'csat')] },
  { questions: [ask('q3', 'csat')] },
  { questions: [ask('q4', 'csat')] },
  { questions: [ask('q5', 'text')] },
]);
const OF_PAGES: Block = { id: 'b1', of: ['p2', 'p3', 'p4'] };
const page = formOf([{ questions: ['q1', 'q2', 'q3', 'q4'].map((id) => ask(id, 'csat')) }]);
const OF_QUESTIONS: Block = { id: 'b1', of: ['q2', 'q3', 'q4'] };
const idsOf = (form: Pick<Form, 'pages'>) =>
  form.pages.flatMap(({ questions }) => questions.map(({ id }) => id));

describe('a drawn order', () => {
  it('is the same for the same seed, and leaves what stands around in its place', () => {
    const form = { ...pages, blocks: [OF_PAGES] };
    fc.assert(
      fc.property(fc.uuid(), (seed) => {
        const order = drawOrder(form, seed);
        expect(drawOrder(form, seed)).toEqual(order);
        const ids = idsOf(inOrder(form, order));
        expect([ids[0], ids[4]]).toEqual(['q1', 'q5']);
        expect(ids.slice(1, 4).sort()).toEqual(['q2', 'q3', 'q4']);
        expect(possibleOrder(form, order)).toEqual(order);
      }),
    );
  });

  it('gives each place to each member about as often', () => {
    const form = { ...page, blocks: [OF_QUESTIONS] };
    const firsts = new Map<string, number>();
    for (let turn = 0; turn < 3000; turn += 1) {
      const [, first = ''] = idsOf(inOrder(form, drawOrder(form, `visitor ${turn}`)));
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // Three standard deviations of 3000 draws of one in three are 77.
    for (const n of firsts.values()) expect(Math.abs(n - 1000)).toBeLessThan(100);
  });

  it('shows only so many, each of them about as often', () => {
    const form = { ...pages, blocks: [{ ...OF_PAGES, shows: 2 }] };
    const shown = new Map<string, number>();
    for (let turn = 0; turn < 3000; turn += 1) {
      const ids = idsOf(inOrder(form, drawOrder(form, `visitor ${turn}`)));
      expect(ids).toHaveLength(4);
      for (const id of ids.slice(1, 3)) shown.set(id, (shown.get(id) ?? 0) + 1);
    }
    for (const n of shown.values()) expect(Math.abs(n - 2000)).toBeLessThan(100);
  });

  it('leaves a form without blocks, or without a draw, as its author has it', () => {
    expect(inOrder(pages, {})).toEqual(pages);
    expect(idsOf(inOrder({ ...pages, blocks: [OF_PAGES] }, {}))).toEqual(idsOf(pages));
    expect(drawOrder(pages, 'x')).toEqual({});
  });

  it('is taken from an answer only where the form can have drawn it', () => {
    const form = { ...pages, blocks: [OF_PAGES] };
    const possible = (order: Record<string, string[]>) => possibleOrder(form, order);
    expect(possible({ b1: ['p4', 'p2', 'p3'] })).toEqual({ b1: ['p4', 'p2', 'p3'] });
    expect(possible({ b1: ['p4', 'p2'] })).toEqual({});
    expect(possible({ b1: ['p4', 'p4', 'p2'] })).toEqual({});
    expect(possible({ b1: ['p4', 'p2', 'p5'] })).toEqual({});
    expect(possible({ b2: ['p4', 'p2', 'p3'], toString: [] })).toEqual({});
  });

  it('never throws and never shows a question twice, whatever a form says', () => {
    const id = fc.constantFrom('p1', 'p2', 'p3', 'q1', 'q2', 'q5', 'gone', '__proto__');
    const block = fc.record(
      {
        id: fc.constantFrom('b1', 'b2', '__proto__'),
        of: fc.array(id),
        shows: fc.integer({ min: -1, max: 9 }),
      },
      { requiredKeys: ['id', 'of'] },
    ) as fc.Arbitrary<Block>;
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.string(), (blocks, seed) => {
        const form = { ...pages, blocks };
        const ids = idsOf(inOrder(form, drawOrder(form, seed)));
        expect(ids.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
