import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, ask, choose, type Latest, NOTHING_YET, threadOf } from '@/components/people/latest';
import { sampleTab } from '../../support/panel-gallery/samples';

const at = (generation: number, changed = {}) => sampleTab('en', { generation, ...changed });

describe('answers to the question who is there', () => {
  test('an answer to an older question never replaces a newer one', () => {
    let latest = ask(ask(NOTHING_YET));
    latest = answer(latest, 2, at(5, { subject: 'second' }));
    latest = answer(latest, 1, at(5, { subject: 'first' }));
    expect(latest.view?.subject).toBe('second');
    expect(latest.late).toBe(1);
  });

  test('a reading older than the one shown is thrown away, though its question was asked later', () => {
    let latest = ask(ask(NOTHING_YET));
    latest = answer(latest, 1, at(6, { subject: 'new mail' }));
    latest = answer(latest, 2, at(5, { subject: 'old mail' }));
    expect(latest.view?.subject).toBe('new mail');
    expect(latest.late).toBe(1);
  });

  test('a page that was loaded again counts from the start, and is believed when asked afterwards', () => {
    let latest = answer(ask(NOTHING_YET), 1, at(40));
    latest = answer(ask(latest), 2, at(1, { subject: 'after the reload' }));
    expect(latest.view?.subject).toBe('after the reload');
    expect(latest.late).toBe(0);
  });

  test('another tab has its own count', () => {
    let latest = ask(ask(NOTHING_YET));
    latest = answer(latest, 1, at(40, { tabId: 1 }));
    latest = answer(latest, 2, at(2, { tabId: 2, subject: 'other tab' }));
    expect(latest.view?.subject).toBe('other tab');
  });

  test('with any order of answers, the one shown is never older than one shown before', () => {
    const events = fc.array(fc.record({ generation: fc.nat(20), wait: fc.nat(5) }), { maxLength: 30 });
    fc.assert(
      fc.property(events, (readings) => {
        // The page reads on: generations rise with the questions; answers overtake each other.
        const asked = readings
          .map(({ wait }, index) => ({ question: index + 1, generation: index, due: index + wait * 3 }))
          .sort((a, b) => a.due - b.due || b.question - a.question);
        let latest: Latest = NOTHING_YET;
        for (let n = 0; n < readings.length; n++) latest = ask(latest);
        let shown = -1;
        let late = 0;
        for (const { question, generation } of asked) {
          latest = answer(latest, question, at(generation));
          const now = latest.view?.generation ?? -1;
          expect(now).toBeGreaterThanOrEqual(shown);
          if (now !== generation) late += 1;
          shown = now;
        }
        expect(latest.late).toBe(late);
      }),
    );
  });
});

describe('a click on a chip', () => {
  const clicked = { person: 'email:c', at: 5 };

  test('wins over whom the panel chose before, once', () => {
    const before = choose(answer(ask(NOTHING_YET), 1, at(1)), 'email:t');
    const after = answer(ask(before), 2, at(1, { person: 'email:t', clicked }));
    expect([after.chosen?.person, after.again]).toEqual(['email:c', true]);
    const later = answer(ask(choose(after, 'email:t')), 3, at(1, { person: 'email:t', clicked }));
    expect([later.chosen?.person, later.again]).toEqual(['email:t', false]);
  });
});

describe('the person chosen by hand', () => {
  const chosen = () => choose(answer(ask(NOTHING_YET), 1, at(1)), 'email:t');

  test('stays while the thread stays, also in a reply to it', () => {
    const reply = at(2, { subject: 'AW: Re: Invoice 2026-114', person: 'email:t' });
    const latest = answer(ask(chosen()), 2, reply);
    expect(latest.chosen?.person).toBe('email:t');
    expect(latest.again).toBe(false);
  });

  test('an answer that was asked before the choice is for somebody else', () => {
    const asked = ask(answer(ask(NOTHING_YET), 1, at(1)));
    const latest = answer(choose(asked, 'email:t'), 2, at(1, { subject: 'asked before' }));
    expect(latest.view?.subject).toBe('Re: Invoice 2026-114');
    expect(latest.late).toBe(1);
  });

  test('is forgotten with another mail, which is not shown for them but asked again', () => {
    const latest = answer(ask(chosen()), 2, at(2, { subject: 'Samples', person: 'email:t' }));
    expect(latest.chosen).toBeNull();
    expect(latest.again).toBe(true);
    expect(latest.view?.subject).toBe('Re: Invoice 2026-114');
  });

  test('another mail on which they are not is shown at once', () => {
    const latest = answer(ask(chosen()), 2, at(2, { subject: 'Samples', person: 'email:x' }));
    expect(latest.view?.subject).toBe('Samples');
    expect(latest.again).toBe(false);
  });
});

test('replies and forwards belong to one thread, in every language that webmail writes', () => {
  const threads = ['Invoice', 'Re: Invoice', 'Re: AW: Invoice', '回复：Invoice', 'Fwd: 转发: Invoice'].map(
    (subject) => threadOf(at(1, { subject })),
  );
  expect(new Set(threads).size).toBe(1);
  expect(threadOf(at(1, { subject: 'Return of the invoice' }))).not.toBe(threads[0]);
});
