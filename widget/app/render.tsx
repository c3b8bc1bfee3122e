import { createElement, render as draw } from 'preact';
import type { Answer } from '../../lib/surveys/answer';
import type { Form, Place, Show } from '../../lib/surveys/form';
import type { Posted } from '../seal/courier';
import { restOf } from './everything';
import type { Guide } from './guide';
import * as more from './more';
import type { Rest } from './rest';
import { makeSubmission, type Submission, type SubmissionOptions } from './submission';
import { openSurface, type Surface } from './surface';
import { Survey } from './survey';
import { languageOf, type Words, wordsOf } from './words';

export interface RenderOptions extends SubmissionOptions {
  place?: Place;
  theme?: Show['theme'];
  /** Drawn in the flow of this element. */
  at?: Element | undefined;
  /** Shown only: nothing is sent, no focus moved, no layer opened, and Escape closes nothing. */
  preview?: boolean;
  /** The visitor asked for it: the focus may go there. */
  asked?: boolean | undefined;
  /** Where the answer may be mailed to when nothing takes it. */
  mail?: string | undefined;
  /** Takes an answer on its way, and calls `late` when that has to wait. Absent: nothing is sent. */
  post?(answer: Answer, late: () => void): Promise<Posted>;
  /** Tries again now. */
  retry?(): void;
  /** Asked when the first question is visible. */
  rest(): Rest | Promise<Rest>;
  /** Somebody begins: what sending needs is fetched then. */
  touched?(): void;
  /** Closed by the visitor or by code; `done` when it was answered to the end. */
  onClose?(done: boolean): void;
}

export interface View {
  readonly submission: string;
  isUntouched(): boolean;
  close(): void;
}

/** What the guide is handed when it comes. */
export interface Stage {
  run: Submission;
  options: RenderOptions;
  place: Place;
  surface: Surface;
  said: Words;
  /** Numbers as they were typed. */
  drafts: Record<string, string>;
  /** A hand was at work. */
  hand: boolean;
  /** The pointer was used last, not a key: a choice made by it may go on. People may be quicker than the guide. */
  pressed: boolean;
  isOpen(): boolean;
  show(): void;
  /** Says the heading to those who hear the page. */
  say(): void;
  /** Takes back what was said, before something else is shown. */
  hush(): void;
}

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
  let said = '';
  let isOpen = true;
  let guide: Guide | undefined;

  const surface = openSurface({
    place,
    side: form.show.side,
    theme: options.theme ?? form.show.theme,
    lang: form.lang,
    at,
    onCancel: close,
    onKey(event) {
      touched(event);
      if (event.key === 'Escape' && place === 'popover') close();
      else if (guide) guide.press(event);
      else void guided.then(({ press }) => press(event));
    },
  });
  const { box, shadow } = surface;
  box.addEventListener('pointerdown', touched);
  if (place === 'page') box.role = 'main';
  if (floats) {
    box.role = 'dialog';
    box.setAttribute('aria-label', form.title);
  }

  const run = makeSubmission(form, options);
  const stage: Stage = {
    run,
    options,
    place,
    surface,
    said: words,
    drafts,
    hand: false,
    pressed: false,
    isOpen: () => isOpen,
    show,
    say() {
      said = shadow.querySelector('h2')?.textContent ?? '';
      show();
    },
    hush() {
      said = '';
    },
  };
  const guided = (async () => {
    const rest = await options.rest();
    guide = await rest.makeGuide(createElement, stage, rest);
    show();
    return guide;
  })();
  show();
  if (!preview) {
    if (options.asked || place === 'dialog') surface.focus();
    else if (floats) setTimeout(stage.say, HEARD);
  }

  function show(): void {
    if (!isOpen) return;
    draw(
      <Survey
        run={run}
        words={words}
        guide={guide}
        guided={guided}
        id={id}
        place={place}
        drafts={drafts}
        said={said}
        onClose={floats ? close : undefined}
      />,
      box,
    );
    // The page is nothing but this form.
    if (place === 'page') shadow.querySelector('h2')?.setAttribute('aria-level', '1');
  }

  function touched(event: Event): void {
    stage.hand ||= event.isTrusted;
    stage.pressed = event.type === 'pointerdown';
    options.touched?.();
  }

  function close(): void {
    if (!isOpen || preview) return;
    guide?.flush();
    isOpen = false;
    surface.close();
    options.onClose?.(!!run.ending);
  }

  return { submission: run.id, isUntouched: run.isUntouched, close };
}

/** A form that somebody fills in for who answers, in the flow of an element: drawn with all that leads through it. */
export function fill(root: Element, form: Form, options: Omit<RenderOptions, 'rest' | 'at'>): View {
  const rest = () => restOf(languageOf(form.lang));
  // Drawn anew for each who is asked, unless a sheet of paper says what was drawn.
  const { seed = crypto.randomUUID() } = options;
  return open(form, { ...options, place: 'inline', rest, more, seed, at: root });
}

/**
 * A form as its author sees it while writing: the widget's own code, in the flow of an element of any document, at any place.
 * Nothing is sent, no focus is moved, no layer opened. Drawn anew after `close`, which empties the element.
 */
export function render(
  root: Element,
  form: Form,
  options: Omit<RenderOptions, 'rest'> = {},
): { close(): void } {
  const rest = () => restOf(languageOf(form.lang));
  // One order, however often it is drawn while somebody types.
  open(form, { ...options, rest, more, seed: form.id, at: root, preview: true });
  return { close: () => root.replaceChildren() };
}
