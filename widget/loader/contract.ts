import type { Payload, Who } from '../../lib/surveys/answer';
import type { Due, Form } from '../../lib/surveys/form';

/** What a site tells once: `sidelight('init', config)`. */
export interface Config {
  /** The workspace's public key: 65 bytes of P-256, base64url. Pinned here, never asked of the hub. */
  key: string;
  /** Address of the hub, and the space there. Without them `forms` holds the forms. */
  hub?: string;
  space?: string;
  /** Forms that stand in the page itself; one of them may be here in several languages. */
  forms?: Form[];
  /** Language of the visitor; the document's, then the browser's, unless told. */
  lang?: string;
  /** Sent with every answer, for rules and results: a plan, an order, a campaign. */
  hidden?: Record<string, string>;
  /** Where an answer may be mailed to when no hub takes it. */
  mail?: string;
}

/** Who the visitor is, by the site's word. It stays in memory. */
export interface Identity extends Who {
  /** The visitor has agreed that purchases and visits are kept beside their name. */
  consent?: boolean;
}

/** What happened, of an identified visitor who agreed. */
export interface Happening {
  subject?: string;
  amount?: { minor: number; currency: string };
}

export interface ShowOptions {
  /** Stands in this element, in the flow of the page. */
  at?: Element;
  /** The visitor asked for it: the focus may go there. */
  asked?: boolean;
  /** A trigger asks, not a person and not the site's code: the conditions decide. */
  due?: Due;
  hidden?: Record<string, string>;
}

export type EventName = 'shown' | 'answered' | 'dismissed' | 'completed';
/** `detail` of the events `sidelight:shown`, ... on the document. */
export interface EventDetail {
  form: string;
  submission: string;
}
export type Listener = (detail: EventDetail) => void;

/** Every command of the global. */
export interface Commands {
  init(config: Config): void;
  show(form: string, options?: ShowOptions): void;
  close(form?: string): void;
  identify(who: Identity): void;
  /** Forgets who the visitor is: after signing out. */
  reset(): void;
  /** `purchase` and `visit` of an identified visitor who agreed are sent; any other name only triggers surveys. */
  track(name: string, happening?: Happening): void;
  on(name: EventName, listener: Listener): void;
  off(name: EventName, listener: Listener): void;
  destroy(): void;
}
export type Call = { [Name in keyof Commands]: [Name, ...Parameters<Commands[Name]>] }[keyof Commands];
export type Sidelight = (...call: Call) => void;

/** What the loader lends to the app. */
export interface Loader {
  config: Config;
  /** All conditions of a form, as of now. */
  may(due: Due): boolean;
  /** Those about the address alone. */
  fits(due: Due): boolean;
  /** Answers of an earlier page wait to be sent. */
  hasUnsent(): boolean;
  /** It stands before the visitor now. */
  mark(form: string): void;
}

/** The part that is loaded when there is something to show. */
export interface App {
  run: Sidelight;
  /** The address of the page has changed. */
  moved(): void;
}
export type LoadApp = () => Promise<{ start(loader: Loader): App }>;
/** Sealing is fetched when something is answered. */
export interface Sealing {
  seal(key: string, payload: Payload): Promise<string>;
}
/** @param tries how often it was tried before */
export type LoadSeal = (tries: number) => Promise<Sealing>;
