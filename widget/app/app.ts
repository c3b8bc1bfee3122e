import type { Answer, Who } from '../../lib/surveys/answer';
import type { Form } from '../../lib/surveys/form';
import { bestLanguage } from '../../lib/surveys/language';
import type {
  App,
  Call,
  Commands,
  EventDetail,
  EventName,
  Listener,
  Loader,
  LoadSeal,
  ShowOptions,
} from '../loader/contract';
import type { Courier } from '../seal/courier';
import { heard, untilThere, wait } from '../seal/patience';
import type { More } from './more';
import { open, type View } from './render';
import type { LoadRest, Rest } from './rest';
import { openTab } from './tab';
import { languageOf } from './words';

/** A tab that closes a survey is waited for a moment: the other tabs hear of it a little later. */
const HEARD = 1000;

/** Resolves when nobody types in the page: a dialog takes the focus, and must not take it out of a field. */
async function untilNobodyTypes(): Promise<void> {
  const { activeElement } = document;
  if (!activeElement?.matches('input,textarea,select,[contenteditable]')) return;
  await heard(activeElement, 'blur');
  // What gets the focus next has it a moment later.
  await wait(0);
  await untilNobodyTypes();
}

/** Everything that needs more than the loader: shows forms, seals and delivers what was answered. */
export function start(loader: Loader, loadRest: LoadRest, loadSeal: LoadSeal): App {
  const { config } = loader;
  const rests: Record<string, Promise<Rest>> = {};
  let courier: Courier | undefined;
  let more: More | undefined;
  const listeners = new Map<Listener, EventListener>();
  const inline = new WeakSet<Element>();
  const views = new Map<View, { form: string; due: ShowOptions['due'] }>();
  let floating: View | undefined;
  let isOpening = false;
  let tab: { close(): void } | undefined;
  let who: Who = {};
  let hasAgreed = false;
  let ended = false;

  const emit = (name: EventName, detail: EventDetail) =>
    document.dispatchEvent(new CustomEvent(`sidelight:${name}`, { detail, bubbles: true, composed: true }));

  const wanted = () =>
    [config.lang ?? '', document.documentElement.lang, ...navigator.languages].filter((lang) => lang);

  const fetchForm = async (id: string): Promise<Form | undefined> => {
    const own = config.forms?.filter((form) => form.id === id) ?? [];
    if (own[0]) {
      const lang = bestLanguage(
        own.map((form) => form.lang),
        wanted(),
      );
      return own.find((form) => form.lang === lang);
    }
    if (!config.hub) return;
    const languages = encodeURIComponent(wanted().join(','));
    const answer = await fetch(
      `${config.hub}/v1/${config.space}/forms/${encodeURIComponent(id)}?l=${languages}`,
    );
    const form = answer.ok ? ((await answer.json()) as Form) : undefined;
    return form?.v === 1 && form.pages[0] && form.endings[0] ? form : undefined;
  };

  /** Fetched once for each language, whatever asks first; there is one courier. */
  const prepare = (wish = wanted()[0] ?? '') => {
    const lang = languageOf(wish);
    rests[lang] ??= untilThere((tries) => loadRest(lang, tries)).then((rest) => {
      courier ??= rest.makeCourier(config, loadSeal);
      if (ended) courier.stop();
      return rest;
    });
    return rests[lang];
  };

  const tell = (use: (courier: Courier) => void, lang?: string) => () =>
    void prepare(lang).then(() => use(courier!));

  const present = (form: Form, { at, asked, due, hidden }: ShowOptions, closed?: () => void): View => {
    const place = at ? 'inline' : form.show.place === 'dialog' ? 'dialog' : 'popover';
    const detail = { form: form.id, submission: '' };
    const view = open(form, {
      place,
      at,
      asked,
      who,
      hidden: { ...config.hidden, ...hidden },
      page: location.origin + location.pathname,
      mail: config.mail,
      more,
      rest: () => prepare(form.lang),
      touched: tell((courier) => courier.prepare(), form.lang),
      retry: tell((courier) => courier.retry(), form.lang),
      async post(answer: Answer, late) {
        emit('answered', detail);
        if (answer.done) emit('completed', detail);
        await prepare(form.lang);
        return courier!.deliver(answer, late);
      },
      onClose(done) {
        views.delete(view);
        if (floating === view) floating = undefined;
        if (!done) emit('dismissed', detail);
        closed?.();
      },
    });
    detail.submission = view.submission;
    views.set(view, { form: form.id, due });
    const isCalm = at || form.show.place === 'tab' || form.show.place === 'inline';
    if (!isCalm || form.show.again !== undefined) loader.mark(form.id);
    emit('shown', detail);
    return view;
  };

  const float = (form: Form, options: ShowOptions): Promise<void> =>
    new Promise((closed) => {
      floating = present(form, options, closed);
    });

  const show = async (id: string, options: ShowOptions): Promise<void> => {
    const { at, due } = options;
    if (at ? inline.has(at) : floating || isOpening) return;
    if (at) inline.add(at);
    else isOpening = true;
    try {
      const form = await fetchForm(id);
      if (form?.blocks) more ??= await untilThere((await prepare(form.lang)).loadMore);
      if (!form || ended) {
        if (at) inline.delete(at);
        return;
      }
      if (at) present(form, options);
      else if (due && form.show.place === 'tab') {
        tab ??= openTab(form, () => void show(id, { asked: true }));
      } else if (due) {
        // A tab in the background asks nobody yet.
        if (document.hidden) await heard(document, 'visibilitychange');
        if (form.show.place === 'dialog') await untilNobodyTypes();
        // Held as long as it stands there, so that another tab of the site shows nothing meanwhile.
        void navigator.locks.request('sidelight', { ifAvailable: true }, async (lock) => {
          if (!lock || ended || floating || !loader.may(due)) return;
          await float(form, options);
          await wait(HEARD);
        });
      } else void float(form, options);
    } finally {
      if (!at) isOpening = false;
    }
  };

  const commands: Commands = {
    init() {},
    show: (id, options = {}) => void show(id, options).catch(console.warn),
    close(form) {
      for (const [view, shown] of views) if (!form || shown.form === form) view.close();
    },
    identify({ consent, ...claimed }) {
      who = claimed;
      hasAgreed = !!consent;
    },
    reset() {
      who = {};
      hasAgreed = false;
    },
    track(name, happening) {
      const of = who;
      if (hasAgreed) tell((courier) => courier.track(name, of, happening))();
    },
    on(name, listener) {
      const heard =
        listeners.get(listener) ?? ((event: Event) => listener((event as CustomEvent<EventDetail>).detail));
      listeners.set(listener, heard);
      document.addEventListener(`sidelight:${name}`, heard);
    },
    off(name, listener) {
      document.removeEventListener(`sidelight:${name}`, listeners.get(listener)!);
    },
    destroy() {
      ended = true;
      for (const view of views.keys()) view.close();
      tab?.close();
      courier?.stop();
    },
  };

  if (loader.hasUnsent()) void prepare();
  return {
    run: (...[name, ...args]: Call) => (commands[name] as (...args: unknown[]) => void)(...args),
    moved() {
      // It was due on another page, and nobody has begun with it.
      for (const [view, { due }] of views) if (due && !loader.fits(due) && view.isUntouched()) view.close();
    },
  };
}
