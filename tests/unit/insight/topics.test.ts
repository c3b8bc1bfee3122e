import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicsOf } from '@/lib/insight/topics';

describe('topics of comments', () => {
  it('are words and pairs that come back, however they are inflected', () => {
    const found = topicsOf([
      'The delivery time was far too long.',
      'Delivery times vary. Support was friendly.',
      'I waited two weeks, the delivery time is a joke',
      'Friendly support!',
      "Support's answers are friendly, prices are high",
      'The price is too high',
      'High prices.',
    ]);
    const terms = new Map(found.map(({ term, comments }) => [term, comments]));
    expect(terms.get('delivery time')).toEqual([0, 1, 2]);
    expect(terms.get('prices')).toEqual([4, 5, 6]);
    expect([...terms.keys()]).toContain('friendly');
    // A word that stands in its pair alone is no topic beside it.
    expect(terms.has('delivery')).toBe(false);
    expect(terms.has('the')).toBe(false);
  });

  it('are found in simplified and traditional Chinese', () => {
    const found = topicsOf([
      '物流太慢了，客服态度很好',
      '物流慢，包装也破了',
      '希望物流快一点',
      '客服态度不错',
      '客服态度非常好',
      '我們覺得價格太高',
      '價格有點高',
      '價格可以再低',
    ]);
    const terms = found.map(({ term }) => term);
    expect(terms).toContain('物流');
    expect(terms).toContain('價格');
    expect(terms.some((term) => term.includes('客服'))).toBe(true);
    for (const empty of ['我們', '希望', '非常', '不錯', '不错']) expect(terms).not.toContain(empty);
  });

  it('reach over no full stop', () => {
    const comments = ['Slow app. Printer jam', 'Slow app, printer jam', 'Slow app! Printer jam'];
    expect(topicsOf(comments).map(({ term }) => term)).not.toContain('app printer');
  });

  it('are none of one comment alone', () => {
    expect(topicsOf(['printer printer printer printer'])).toEqual([]);
    expect(topicsOf([])).toEqual([]);
  });

  it('name comments that are there, each once, at least so many', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }), (comments) => {
        for (const topic of topicsOf([...comments, ...comments, ...comments])) {
          expect(topic.term).not.toBe('');
          expect(topic.comments.length).toBeGreaterThanOrEqual(3);
          expect(new Set(topic.comments).size).toBe(topic.comments.length);
        }
      }),
    );
  });
});
