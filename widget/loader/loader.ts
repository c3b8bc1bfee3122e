import type { Due } from '../../lib/surveys/form';
import { countVisit, fits, hasUnsent, mark, may } from './conditions';
import type { App, Call, Config, LoadApp, Sidelight } from './contract';
import { arm } from './triggers';

/**
 * The global `sidelight`: decides whether anything is due, and fetches the app only then. Commands that are the app's wait
 * for it. On a page that is no secure context it stays silent and says why: answers could not be sealed there.
 */
export function makeLoader(load: LoadApp): Sidelight {
  /** Null: this page can seal nothing. */
  let config: Config | null | undefined;
  let app: App | undefined;
  let loading: Promise<App> | undefined;
  let dues: Due[] = [];
  let calls: Call[] = [];
  let armed = new AbortController();
  let running = armed;
  let address: string;

  const needApp = () => {
    loading ??= load().then(({ start }) => {
      app = start({ config: config!, may, mark, fits, hasUnsent });
      for (const call of calls) app.run(...call);
      return app;
    });
    loading.catch((error) => {
      loading = undefined;
      console.warn(error);
    });
  };

  const fire = (due: Due) => may(due) && sidelight('show', due.id, { due });
  const fireTracked = (name: string) => {
    for (const due of dues) (due.show.on as { track?: string }).track === name && fire(due);
  };

  const look = () => {
    if (address === location.href) return;
    address = location.href;
    armed.abort();
    armed = new AbortController();
    app?.moved();
    for (const due of dues)
      due.show.place !== 'inline' && may(due) && arm(due, () => fire(due), armed.signal);
  };

  const init = async (given: Config) => {
    config = given;
    const { hub, space } = given;
    countVisit();
    running = new AbortController();
    const { signal } = running;
    document.addEventListener(
      'click',
      (event) => {
        const form = (event.composedPath()[0] as Element).closest?.('[data-sidelight-show]');
        form && sidelight('show', form.getAttribute('data-sidelight-show')!, { asked: true });
      },
      { signal },
    );
    customElements.get('sidelight-form') ||
      customElements.define(
        'sidelight-form',
        class extends HTMLElement {
          connectedCallback() {
            sidelight('show', this.getAttribute('form')!, { at: this });
          }
        },
      );
    if (calls.some(needsApp) || hasUnsent()) needApp();
    dues = given.forms || (await (await fetch(`${hub}/v1/${space}/forms`)).json()).forms;
    if (signal.aborted) return;
    look();
    for (const [name, tracked] of calls) name === 'track' && fireTracked(tracked);
    const { navigation } = window as { navigation?: EventTarget };
    if (navigation) navigation.addEventListener('currententrychange', look, { signal });
    else {
      const timer = setInterval(() => (signal.aborted ? clearInterval(timer) : look()), 500);
    }
  };

  const needsApp = ([name, first]: Call) =>
    name === 'show' ||
    (name === 'track' &&
      /^(purchase|visit)$/.test(first) &&
      calls.some((call) => (call[1] as { consent?: boolean })?.consent));

  const sidelight: Sidelight = (...call) => {
    const [name, first] = call;
    if (name === 'init') {
      if (config === undefined) {
        if (window.crypto.subtle) init(first).catch(console.warn);
        else {
          config = null;
          console.warn('sidelight needs https');
        }
      }
    } else if (name === 'destroy') {
      running.abort();
      armed.abort();
      app?.run('destroy');
      config = app = loading = undefined;
      calls = [];
    } else {
      if (app) app.run(...call);
      else {
        calls.push(call);
        config && needsApp(call) && needApp();
      }
      name === 'track' && fireTracked(first);
    }
  };
  return sidelight;
}
