import { type Answer, EVENTS, type Payload, type TrackedEvent, type Who } from '../../lib/surveys/answer';
import type { Form } from '../../lib/surveys/form';
import { bestLanguage } from '../../lib/surveys/language';
import type {
  App,
  Call,
  Commands,
  EventDetail,
  EventName,
  Identity,
  Listener,
  Loader,
  LoadSeal,
  Sealing,
  ShowOptions,
} from '../loader/contract';
import type { Outbox } from '../seal/outbox';
import { open, type Posted, type View } from './render';
import { openTab } from './tab';

/** A tab that closes a survey is waited for a moment: the other tabs hear of it a little later. */
const HEARD = 1000;

/** Milliseconds between tries to fetch what sending needs. */
const PAUSES = [2000, 10_000, 60_000];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const heard = (on: EventTarget, name: string) =>
  new Promise((resolve) => on.addEventListener(name, resolve, { once: true }));

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
export function start(loader: Loader, loadSeal: LoadSeal): App {
  const { config } = loader;
  let sending: Promise<Sealing & Outbox> | undefined;
  const listeners = new Map<Listener, EventListener>();
  const inline = new WeakSet<Element>();
  const views = new Map<View, { form: string; due: ShowOptions['due'] }>();
  let floating: View | undefined;
  let isOpening = false;
  let tab: { close(): void } | undefined;
  let who: Identity = {};
  let ended = false;

  const emit = (name: EventName, detail: EventDetail) =>
    document.dispatchEvent(new CustomEvent(`sidelight:${name}`, { detail, bubbles: true, composed: true }));

  const wanted = (): string[] =>
    [config.lang, document.documentElement.lang, ...navigator.languages].filter((lang) => !!lang) as string[];

  const fetchForm = async (id: string): Promise<Form | undefined> => {
    const own = config.forms?.filter((form) => form.id === id) ?? [];
    if (own.length > 0) {
      const lang = bestLanguage(
        own.map((form) => form.lang),
        wanted(),
      );
      return own.find((form) => form.lang === lang) ?? own[0];
    }
    if (!config.hub) return;
    const languages = encodeURIComponent(wanted().join(','));
    const answer = await fetch(
      `${config.hub}/v1/${config.space}/forms/${encodeURIComponent(id)}?l=${languages}`,
    );
    const form = answer.ok ? ((await answer.json()) as Form) : undefined;
    return form?.v === 1 && form.pages[0] && form.endings[0] ? form : undefined;
  };

  /** Fetched once, whatever asks first; what does not come is asked for again, for it holds up an answer. */
  const prepare = () => {
    sending ??= (async () => {
      for (let tries = 0; ; tries += 1) {
        try {
          const parts = await loadSeal();
          return { ...parts, ...parts.makeOutbox(config) };
        } catch (error) {
          if (!PAUSES[tries]) {
            sending = undefined;
            throw error;
          }
          await wait(PAUSES[tries]!);
        }
      }
    })();
    return sending;
  };

  const deliver = async (payload: Payload): Promise<Posted> => {
    const { seal, send } = await prepare();
    const sealed = await seal(config.key, payload);
    const delivery = await send(sealed);
    return delivery === 'waiting' && !config.hub ? { delivery, sealed } : { delivery };
  };

  const claimed = (): Who => {
    const { consent: _, ...rest } = who;
    return rest;
  };

  const present = (form: Form, { at, asked, due, hidden }: ShowOptions, closed?: () => void): View => {
    const place = at ? 'inline' : form.show.place === 'dialog' ? 'dialog' : 'popover';
    const detail = { form: form.id, submission: '' };
    const view = open(form, {
      place,
      ...(at && { at }),
      ...(asked && { asked }),
      who: claimed(),
      hidden: { ...config.hidden, ...hidden },
      page: location.origin + location.pathname,
      mail: config.mail,
      late: async (lang) => (await prepare()).lateWordsOf(lang),
      async post(answer: Answer) {
        emit('answered', detail);
        if (answer.done) emit('completed', detail);
        return deliver(answer);
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

  const track: Commands['track'] = (name, happening) => {
    if ((name !== 'purchase' && name !== 'visit') || !who.consent) return;
    const event: TrackedEvent = {
      v: 1,
      id: crypto.randomUUID(),
      seq: 0,
      form: EVENTS,
      at: Date.now(),
      track: name,
      page: location.origin + location.pathname,
      who: claimed(),
      ...(happening?.subject && { subject: happening.subject }),
      ...(happening?.amount && { amount: happening.amount }),
    };
    void deliver(event).catch(console.warn);
  };

  const commands: Commands = {
    init() {},
    show: (id, options = {}) => void show(id, options).catch(console.warn),
    close(form) {
      for (const [view, shown] of views) if (!form || shown.form === form) view.close();
    },
    identify(identity) {
      who = identity;
    },
    reset() {
      who = {};
    },
    track,
    on(name, listener) {
      const heard = (event: Event) => listener((event as CustomEvent<EventDetail>).detail);
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
      void sending?.then(({ stop }) => stop());
    },
  };

  if (loader.hasUnsent()) void prepare().catch(console.warn);
  return {
    run: (...[name, ...args]: Call) => (commands[name] as (...args: unknown[]) => void)(...args),
    moved() {
      // It was due on another page, and nobody has begun with it.
      for (const [view, { due }] of views) if (due && !loader.fits(due) && view.isUntouched()) view.close();
    },
  };
}
