import type { ComponentChildren, h as H } from 'preact';
import type { Answer } from '../../lib/surveys/answer';
import type { Question, Value } from '../../lib/surveys/form';
import { longest } from '../../lib/surveys/validate';
import type { Posted } from '../seal/courier';
import { untilThere } from '../seal/patience';
import type { LateWords } from '../seal/words';
import { answerOf } from './change';
import { drawEnding, type EndingState } from './ending';
import { faultWords } from './fault';
import { GOES_ON } from './goes-on';
import { makeKeys } from './keys';
import { goBack, leave, newLog } from './leave';
import type { More } from './more';
import { makeRanking } from './rank';
import type { Stage } from './render';
import type { Rest } from './rest';

/** Leads through a form once its first question is visible: keys, pages, what is wrong, what became of the answer. */
export interface Guide extends ReturnType<typeof makeRanking> {
  words: LateWords;
  press(event: KeyboardEvent): void;
  /** A control was changed. @param solo nothing else is asked on its page */
  change(q: Question, control: Element, solo: boolean): void;
  next(skip: boolean): void;
  /** Goes on now if it was about to. */
  flush(): void;
  /** A field that people do not see. */
  trap(): ComponentChildren;
  /** The button that leads back. */
  back(): ComponentChildren;
  /** What stands under a control: how long its text is, when that is near the longest, and what is wrong with it. */
  below(q: Question, id: string): ComponentChildren;
  ending(): ComponentChildren;
}

/** What was chosen is seen before the page goes on. */
const SEEN = 180;

/** A form that computes something; what it draws was drawn before it is seen. */
const COMPUTES = /"computed":|score"/;

/** @param h of the Preact that drew the question: this travels by itself, without one */
export async function makeGuide(h: typeof H, stage: Stage, { words, loadMore }: Rest): Promise<Guide> {
  const { run, options, surface, said } = stage;
  const { shadow } = surface;
  const { preview } = options;
  const log = newLog(run);
  let { more }: { more?: More | undefined } = options;
  if (COMPUTES.test(JSON.stringify(run.form))) {
    more ??= await untilThere(loadMore);
    more.ready(run);
  }
  /** What people do not see was filled in. */
  let isBot = false;
  let goingOn: ReturnType<typeof setTimeout> | undefined;
  let end: EndingState = {
    delivery: 'sending',
    mail: options.mail,
    retry: () => options.retry?.(),
    copy: (text) => void navigator.clipboard.writeText(text).then(() => know({ copied: true })),
  };

  function know(more: Partial<EndingState>): void {
    end = { ...end, ...more };
    stage.show();
  }

  /** A new page: whoever was in the old one is led to its heading, whoever was not hears it. */
  function turn(step: () => unknown): void {
    const wasInside = shadow.activeElement;
    const before = run.pageId;
    // Who reads line by line meets no question of a page that is gone.
    stage.hush();
    step();
    if (before === run.pageId || preview) return;
    if (wasInside || stage.place === 'dialog') surface.focus();
    else stage.say();
  }

  function post(answer: Answer): void {
    const late = () => answer.done && know({ delivery: 'late' });
    const posted = options.post?.(answer, late) ?? Promise.resolve<Posted>({ delivery: 'sent' });
    posted
      .then(({ delivery, sealed = '' }) => {
        if (!answer.done) return;
        know({ delivery, sealed, at: answer.at });
        const to = run.ending?.redirect;
        if (to && !preview && delivery === 'sent' && /^https?:\/\//i.test(to)) location.assign(to);
      })
      .catch(console.warn);
  }

  function next(skip: boolean): void {
    clearTimeout(goingOn);
    goingOn = undefined;
    if (run.ending) return;
    turn(() => {
      const answer = leave(run, log, { skip, bot: isBot || !stage.hand });
      if (answer) post(answer);
      if (answer?.done) more?.forget(run);
      stage.show();
    });
    if (preview) return;
    // A group of boxes or an order cannot say that it is invalid: there the first control of the question is meant.
    const asked = shadow.querySelector('.err')?.parentElement;
    const wrong = '[aria-invalid=true]';
    const field =
      asked?.querySelector<HTMLElement>(`.field${wrong},input${wrong},${wrong} input`) ??
      asked?.querySelector<HTMLElement>('input,button');
    field?.focus();
  }

  function set(key: string, value: Value | undefined): void {
    const { [key]: _, ...values } = run.values;
    const { [key.split('.')[0]!]: __, ...faults } = run.faults;
    run.values = value === undefined ? values : { ...values, [key]: value };
    run.faults = faults;
    stage.show();
  }

  function countOf(q: Question): string | undefined {
    const value = run.values[q.id];
    const { length } = typeof value === 'string' ? [...value] : [];
    const most = longest(q);
    return length > most * 0.8 ? `${length} / ${most}` : undefined;
  }

  return {
    press: makeKeys(shadow).press,
    words,
    ...makeRanking(h, words, set),
    next,
    change(q, control, solo) {
      const { value, dataset } = control as HTMLInputElement;
      const { id } = q;
      if (dataset.of === 'other') set(`${id}.other`, value || undefined);
      else {
        if (q.type === 'number') stage.drafts[id] = value;
        set(id, answerOf(q, control as HTMLInputElement, run.values[id]));
        if (stage.pressed && solo && GOES_ON.includes(q.type) && value !== 'other')
          goingOn = setTimeout(next, stage.isOpen() ? SEEN : 0, false);
      }
      stage.pressed = false;
    },
    flush() {
      if (goingOn) next(false);
    },
    back: () =>
      h(
        'button',
        {
          type: 'button',
          class: 'btn bare',
          onClick: () =>
            turn(() => {
              goBack(run, log);
              stage.show();
            }),
        },
        h(
          'svg',
          { class: 'turn', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
          h('path', { d: 'm9.5 4.5-3.5 3.5 3.5 3.5' }),
        ),
        words.back,
      ),
    trap: () =>
      h(
        'div',
        { class: 'trap', 'aria-hidden': 'true' },
        h('input', {
          name: 'website',
          tabIndex: -1,
          autocomplete: 'off',
          onInput() {
            isBot = true;
          },
        }),
      ),
    below(q, id) {
      const code = run.faults[q.id];
      const count = countOf(q);
      return [
        count && h('p', { class: 'by' }, count),
        code && h('p', { class: 'err', id: `${id}-e` }, faultWords(q, code, words, run.form.lang)),
      ];
    },
    ending: () => drawEnding(h, run, said, words, end),
  };
}
