/** Results of the operations on the data as a whole. Types only. */

import type { Change } from '@/lib/crm/changes';
import type { Contact } from '@/lib/crm/contacts';

/** A file that was written, as it is handed to the browser. */
export interface FileOut {
  file: Blob;
  name: string;
}

export interface ExportResult extends FileOut {
  /** People, or entries of a calendar. */
  count: number;
  /** Personal contacts that were asked for and left out. */
  personal: number;
}

/** What a row says that both sides changed: field by field, as a history tells it, and the two values as text. */
export interface ConflictView {
  /** `table/id`. */
  key: string;
  table: string;
  name: string;
  /** When each side was changed last, epoch ms. */
  mineAt: number;
  theirsAt: number;
  /** Which holds when nothing is chosen. */
  later: 'mine' | 'theirs';
  fields: { path: string[]; field: string; mine: string | null; theirs: string | null }[];
}

export interface BackupPreview {
  savedAt: number;
  counts: Record<string, number>;
  /** What restoring into this store would add, replace by a newer row, and leave. Conflicts are among the two latter. */
  adds: number;
  replaces: number;
  leaves: number;
  /** Rows that were changed here and there; of very many the first. */
  conflicts: ConflictView[];
  conflictCount: number;
  /** Values of the file that are longer than they may be and will be cut, by place; of very many the first. */
  cut: string[];
  cutCount: number;
}

/** Something that went out, came back or was erased for good. */
export interface LogEntry {
  id: string;
  op: string;
  at: number;
  /** Counts and formats, never a name. */
  result: Change['result'];
}

type Sourced<T> = T & { source: string; at: number; how: string; link?: string };

/** All that is stored on one person, for that person. */
export interface Dossier {
  name: string;
  savedAt: number;
  kind: 'work' | 'personal';
  addedAt: number;
  /** A value is null where it names somebody else, as are all words below that are about others too: they are not given. */
  facts: Sourced<{ field: string; value: string | null; confirmedAt?: number }>[];
  points: Sourced<{ kind: string; value: string; label?: string }>[];
  dates: Sourced<{ kind: string; label?: string; date: Contact['dates'][string]['date'] }>[];
  tags: Sourced<{ path: string }>[];
  consents: Sourced<{ channel: string; state: string; basis: string }>[];
  doNotContact: Contact['doNotContact'];
  cadenceDays: number | null;
  /** Levels of customers that they came to. */
  tiers: { name: string; at: number }[];
  /** Greetings that were used. */
  greeted: { greeting: string; at: number }[];
  photo: Sourced<{ type: string; base64: string }> | null;
  /** Pictures that were shown before, which are kept for undo. */
  earlierPhotos: { type: string; base64: string; at: number }[];
  /** That a text was put into a mail for them; `template` is null for one that is none. */
  texts: { template: string | null; at: number }[];
  stage: { stage: string; reason: string; at: number } | null;
  /** What other programs call them. */
  external: string[];
  kept: { name: string; value: string; source: string; at: number }[];
  /** Contacts that were merged into this one, as they were. */
  mergedFrom: { name: string; addedAt: number }[];
  activities: {
    type: string;
    at: number;
    direction: string | null;
    channel: string | null;
    subject: string | null;
    text: string | null;
    link: string | null;
    amount: { minor: number; currency: string } | null;
    minutes: number | null;
    /** What was marked, of a mood: -2 to 2. */
    value?: number;
    promise?: {
      by: string;
      due: { date: string; time?: string | undefined } | null;
      doneAt: number | null;
    };
    /** A website said that it was theirs, and nothing proves it. */
    claimed?: true;
    source: string;
  }[];
  tasks: {
    title: string | null;
    due: { date: string; time?: string | undefined } | null;
    doneAt: number | null;
    createdAt: number;
  }[];
  /** Those of nobody known too that name one of their addresses. */
  answers: {
    survey: string;
    at: number;
    values: { question: string; answer: string }[];
    lang: string;
    page: string | null;
    who: Record<string, string>;
    hidden: Record<string, string>;
    source: string;
  }[];
  /** `heldOut`: their turn had come, and a draw left them out. */
  invites: { survey: string; at: number; answeredAt: number | null; heldOut?: boolean }[];
  cases: {
    number: string;
    title: string | null;
    text: string | null;
    state: string;
    openedAt: number;
    resolvedAt: number | null;
    expectation: string | null;
    cause: string | null;
  }[];
  needs: Sourced<{ quote: string; kind: string; status: string; strength: number; confirmedAt?: number }>[];
  deals: {
    title: string | null;
    amount: { minor: number; currency: string } | null;
    state: string;
    /** What the board calls its stage; '' where that is the product's own word for `stageId`. */
    stage: string;
    stageId: string;
    /** Stages in which it stood before. */
    passed: { stageId: string; at: number }[];
    expectedOn: string | null;
    createdAt: number;
    closedAt: number | null;
    reason: string | null;
    note: string | null;
    nextStep: string | null;
  }[];
  /** What Sidelight advised about them, and what became of it. */
  advice: {
    play: string;
    /** What one of the user's own plays is called, and one of the product's that was renamed. */
    title: string | null;
    day: string;
    became: string;
  }[];
}

/** Whom and what a rule of keeping would take away. */
export interface RetentionPreview {
  contacts: { id: string; name: string; lastAt: number }[];
  contactCount: number;
  notes: { id: string; at: number; text: string }[];
  noteCount: number;
}
