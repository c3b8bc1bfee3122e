import { type ReadonlySignal, signal } from '@preact/signals';
import { perform } from '@/components/contacts/command';
import type { Desk } from '@/components/contacts/desk';
import type { SurveyView } from '@/lib/api/survey-views';
import type { AuthorForm } from '@/lib/surveys/form';
import { tracked } from '@/lib/surveys/translation/stale';

/** How the draft on screen stands to the stored one. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** So long after the last key what was typed is saved: one change of the history, one step of Undo. */
export const TYPING_MS = 400;

export interface DraftKeeper {
  readonly view: ReadonlySignal<SurveyView | null>;
  readonly form: ReadonlySignal<AuthorForm | null>;
  readonly state: ReadonlySignal<SaveState>;
  /** Why the survey could not be read, or the draft not saved. */
  readonly error: ReadonlySignal<unknown>;
  /** Takes what is being typed; saved a little after the last key. */
  write(form: AuthorForm): void;
  /** Takes a change that is a step of its own, and saves it at once; with words it offers Undo. */
  act(form: AuthorForm, said?: string): Promise<void>;
  /** Saves what waits, now. */
  flush(): Promise<void>;
  /** Asks again. */
  load(): Promise<void>;
  stop(): void;
}

/**
 * Holds one survey's draft between the screen and the store. What was changed elsewhere (Undo, another tab) is taken over
 * unless something here is not saved yet; an answer that was asked for before a save is thrown away.
 */
export function keepDraft(desk: Desk, id: string): DraftKeeper {
  const { client } = desk;
  const view = signal<SurveyView | null>(null);
  const form = signal<AuthorForm | null>(null);
  const state = signal<SaveState>('saved');
  const error = signal<unknown>(null);
  let asked = 0;
  let isDirty = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = 0;
  /** Saves follow one another: the later draft is written last. */
  let queue: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    asked += 1;
    const turn = asked;
    try {
      const answer = await client.call('surveys.view', { id });
      if (turn !== asked) return;
      view.value = answer;
      if (state.value !== 'failed') error.value = null;
      if (!isDirty && underWay === 0 && differ(form.value, answer.draft)) form.value = answer.draft;
    } catch (cause) {
      if (turn === asked) error.value = cause ?? new Error('no reason given');
    }
  }

  function save(said?: string): Promise<void> {
    clearTimeout(timer);
    const draft = form.value;
    if (!isDirty || !draft) return queue;
    isDirty = false;
    underWay += 1;
    state.value = 'saving';
    queue = queue.then(async () => {
      asked += 1;
      try {
        if (said === undefined) await client.call('surveys.edit', { id, draft });
        else await perform(desk, 'surveys.edit', { id, draft }, said);
        error.value = null;
        state.value = isDirty ? 'waiting' : 'saved';
      } catch (cause) {
        isDirty = true;
        error.value = cause ?? new Error('no reason given');
        state.value = 'failed';
      }
      underWay -= 1;
      void load();
    });
    return queue;
  }

  /** Whatever is written, and wherever: translations of older words are marked. */
  const withMarks = (next: AuthorForm) => (form.value ? tracked(form.value, next) : next);

  const stopListening = client.onWake(() => void load());
  void load();

  return {
    view,
    form,
    state,
    error,
    load,
    write(next) {
      form.value = withMarks(next);
      isDirty = true;
      state.value = 'waiting';
      clearTimeout(timer);
      timer = setTimeout(() => void save(), TYPING_MS);
    },
    async act(next, said) {
      void save();
      form.value = withMarks(next);
      isDirty = true;
      await save(said);
    },
    flush: () => save(),
    stop() {
      stopListening();
      void save();
    },
  };
}

function differ(one: AuthorForm | null, other: AuthorForm): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
