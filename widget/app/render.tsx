import { render as draw } from 'preact';
import type { Answer } from '../../lib/surveys/answer';
import type { Form, Place, Show } from '../../lib/surveys/form';
import type { Delivery } from '../seal/outbox';
import { type LateWords, lateWordsOf } from '../seal/words';
import type { EndingState } from './ending';
import { makeKeys } from './keys';
import { makeSubmission, type Submission, type SubmissionOptions } from './submission';
import { openSurface } from './surface';
import { Survey } from './survey';
import { languageOf, wordsOf } from './words';

/** What became of an answer; `sealed` when it has to be brought by hand. */
export interface Posted {
  delivery: Delivery;
  sealed?: string;
}

export interface RenderOptions extends Omit<SubmissionOptions, 'post' | 'changed'> {
  place?: Place;
  theme?: Show['theme'];
  /** Drawn in the flow of this element. */
  at?: Element;
  /** Shown only: nothing is sent, no focus moved, no layer opened, and Escape closes nothing. */
  preview?: boolean;
  /** The visitor asked for it: the focus may go there. */
  asked?: boolean;
  /** Where the answer may be mailed to when nothing takes it. */
  mail?: string | undefined;
  /** Takes an answer on its way. Absent: nothing is sent. */
  post?(answer: Answer): Promise<Posted>;
  /** Asked at the first touch: what sending needs is fetched then, and these words with it. */
  late(lang: string): LateWords | Promise<LateWords>;
  /** Closed by the visitor or by code; `done` when it was answered to the end. */
  onClose?(done: boolean): void;
}

export interface View {
  readonly submission: string;
  isUntouched(): boolean;
  close(): void;
}

/** What was chosen is seen before the page goes on. */
const SEEN = 180;
/** Time for a screen reader to notice the region before something is said in it. */
const HEARD = 300;

let count = 0;

/** Draws a form and runs it until it is closed. */
export function open(form: Form, options: RenderOptions): View {
  const { at, preview } = options;
  const wanted = options.place ?? form.show.place;
  // A tab opens what any popover shows.
  const place = wanted === 'tab' ? 'popover' : wanted;
  const words = wordsOf(form.lang);
  const id = `s${++count}`;
  const drafts: Record<string, string> = {};
  const floats = place === 'popover' || place === 'dialog';
  let end: EndingState = {
    delivery: 'sending',
    mail: options.mail,
    copy: (text) => void navigator.clipboard.writeText(text).then(() => know({ copied: true })),
  };
  let said = '';
  let isOpen = true;
  let late: LateWords | undefined;
  let isTouched = false;
  let goingOn: ReturnType<typeof setTimeout> | undefined;
  /** What people do not see was filled in; a hand was at work. */
  let bot = false;
  let hand = false;

  const surface = openSurface({
    place,
    side: form.show.side,
    theme: options.theme ?? form.show.theme,
    lang: form.lang,
    at,
    preview,
    onCancel: close,
    onKey(event) {
      touched(event);
      if (event.key === 'Escape' && place === 'popover' && !preview) close();
      else keys.press(event);
    },
  });
  const { box, shadow } = surface;
  const keys = makeKeys(shadow);
  box.addEventListener('pointerdown', touched);
  if (place === 'page') box.role = 'main';
  if (floats) {
    box.role = 'dialog';
    box.setAttribute('aria-label', form.title);
  }

  const run: Submission = makeSubmission(form, { ...options, changed: show, post });
  show();
  if (!preview) {
    if (options.asked || place === 'dialog') surface.focus();
    else if (floats) setTimeout(() => say(heading()), HEARD);
  }

  function show(): void {
    if (!isOpen) return;
    draw(
      <Survey
        run={run}
        words={words}
        late={late}
        id={id}
        place={place}
        drafts={drafts}
        said={said}
        end={end}
        onClose={floats ? close : undefined}
        onNext={next}
        onChosen={() => {
          goingOn = setTimeout(next, SEEN, false);
        }}
        onBack={() => turn(() => run.back())}
        onTrap={() => {
          bot = true;
        }}
      />,
      box,
    );
    // The page is nothing but this form.
    if (place === 'page') shadow.querySelector('h2')?.setAttribute('aria-level', '1');
  }

  async function touched(event: Event): Promise<void> {
    hand ||= event.isTrusted;
    if (isTouched) return;
    isTouched = true;
    try {
      late = await options.late(languageOf(form.lang));
      show();
    } catch (error) {
      isTouched = false;
      console.warn(error);
    }
  }

  function heading(): string {
    return shadow.querySelector('h2')?.textContent ?? '';
  }

  function say(text: string): void {
    said = text;
    show();
  }

  function know(more: Partial<EndingState>): void {
    end = { ...end, ...more };
    show();
  }

  /** A new page: whoever was in the old one is led to its heading, whoever was not hears it. */
  function turn(step: () => unknown): void {
    const wasInside = shadow.activeElement;
    const before = run.pageId;
    step();
    if (before === run.pageId || preview) return;
    if (wasInside || place === 'dialog') surface.focus();
    else say(heading());
  }

  function next(skip: boolean): void {
    clearTimeout(goingOn);
    goingOn = undefined;
    if (!isOpen || run.ending) return;
    turn(() => run.next({ skip, bot: bot || !hand }));
    if (preview) return;
    const wrong = '[aria-invalid=true]';
    shadow.querySelector<HTMLElement>(`.field${wrong},input${wrong},${wrong} input,.err + *`)?.focus();
  }

  function post(answer: Answer): void {
    const posted = options.post?.(answer) ?? Promise.resolve<Posted>({ delivery: 'sent' });
    posted
      .then(({ delivery, sealed = '' }) => {
        if (!answer.done) return;
        know({ delivery, sealed, at: answer.at });
        const to = run.ending?.redirect;
        if (to && !preview && delivery === 'sent' && /^https?:\/\//i.test(to)) location.assign(to);
      })
      .catch(console.warn);
  }

  function close(): void {
    if (!isOpen || preview) return;
    if (goingOn) next(false);
    isOpen = false;
    surface.close();
    options.onClose?.(!!run.ending);
  }

  return { submission: run.id, isUntouched: () => run.isUntouched(), close };
}

/**
 * A form as its author sees it while writing: the widget's own code, in the flow of an element of any document, at any place.
 * Nothing is sent, no focus is moved, no layer opened. Drawn anew after `close`, which empties the element.
 */
export function render(
  root: Element,
  form: Form,
  options: Omit<RenderOptions, 'late'> = {},
): { close(): void } {
  open(form, { ...options, late: lateWordsOf, at: root, preview: true });
  return { close: () => root.replaceChildren() };
}
