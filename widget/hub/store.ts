/** What the hub keeps, and nothing else: forms as they were published, sealed texts as they came. */

/** One language of one version, as the widget gets it. The hub reads its title and nothing more. */
export type PublishedForm = { title: string; lang: string; langs: string[] } & Record<string, unknown>;

/** A form as the workspace puts it. */
export interface StoredForm {
  version: number;
  /** Of the public key that answers are sealed for. */
  keyId: string;
  /** `gone`: the workspace deleted it; only that is kept. */
  state: 'open' | 'closed' | 'gone';
  /** When it is shown; the widget's loader reads it. `stop` ends the asking. */
  show: { stop?: number } & Record<string, unknown>;
  /** By language tag, the author's first one first. */
  langs: Record<string, PublishedForm>;
}

/** One post. `rid` is `<submission>-<seq>`. */
export interface Arrival {
  form: string;
  rid: string;
  sealed: string;
  /** Epoch ms by the hub's clock. */
  at: number;
}

export interface Waiting {
  /** Grows in the order in which answers became durable, so that a reader who remembers the last one misses none. */
  n: number;
  sealed: string;
}

/**
 * Storage of the hub. Whatever has been awaited is durable. An `rid` stays known after its answer was deleted, so that neither a
 * late resend nor an erased answer comes back.
 */
export interface HubStore {
  /** Hex SHA-256 of the space's token; null when there is no such space. */
  tokenHash(space: string): Promise<string | null>;
  /** Makes the space, or gives it another token: the one before is worth nothing from then on. */
  putSpace(space: string, tokenHash: string): Promise<void>;

  form(space: string, id: string): Promise<StoredForm | null>;
  forms(space: string): Promise<{ id: string; form: StoredForm }[]>;
  putForm(space: string, id: string, form: StoredForm): Promise<void>;
  /** How many submissions the form has had, whether they are still here or not; counted up to `most`. */
  submissions(space: string, form: string, most: number): Promise<number>;

  /**
   * Keeps an answer once. `most` is how many submissions the form may have: a new one beyond it is `full`, while further posts of
   * a submission that is known are taken.
   */
  add(space: string, arrival: Arrival, most: number): Promise<'stored' | 'already' | 'full'>;
  /** Answers behind `n` in their order, at most `limit` and about `bytes` characters of them, at least one when there is one. */
  after(space: string, n: number, limit: number, bytes: number): Promise<Waiting[]>;
  /** Resolves when something was added to the space or the signal fires; may resolve early. */
  arrival(space: string, signal: AbortSignal): Promise<void>;
  /** Deletes answers up to `through`, only those that came before `before` (epoch ms) when it is given. */
  deleteThrough(space: string, through: number, before?: number): Promise<void>;
  /** Deletes one post; without it being here, makes sure that it will not be taken any more. */
  deleteOne(space: string, rid: string): Promise<void>;

  /** Size on disk, and answers that wait to be pulled; null where a figure would cost too much. */
  figures(): Promise<{ bytes: number | null; waiting: number | null }>;
  close(): Promise<void>;
}

/** A storage of the hub's own server, which makes its first space itself. */
export interface ServerStore extends HubStore {
  space(): Promise<string | null>;
  /** Makes a space when there is none. @returns false when there is one, also when another node was faster */
  firstSpace(space: string, tokenHash: string): Promise<boolean>;
  /** Writes a copy of one moment while the hub runs; absent where the database has its own way. */
  backup?(file: string): void;
}

/** The storage cannot be reached now. Whether what was asked was done is not known: it may be asked again. */
export class StoreAway extends Error {
  constructor(options?: ErrorOptions) {
    super('The storage cannot be reached.', options);
  }
}

/** The submission that a post belongs to: its `rid` without the number. */
export const submissionOf = (rid: string): string => rid.slice(0, 36);
