import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Client } from '@/lib/api/client';
import type { TabView } from '@/lib/api/views';
import { answer, ask, choose, type Latest, NOTHING_YET } from './latest';

/** The page beside which the panel stands: what is known of it, and the questions about it. */
export interface Tab {
  /** What is shown of it; a question that goes out changes nothing of that. */
  view: ReadonlySignal<TabView | null>;
  /** Answers thrown away. */
  late: ReadonlySignal<number>;
  /** Why the newest question was not answered; null when it was. */
  failure: Signal<unknown>;
  /** Asks again who is there. Settles when this question is answered or has failed. */
  refresh(): Promise<void>;
  /** Shows another person of the same page; null shows whom the page is about. */
  choose(person: string | null): Promise<void>;
}

/** Keeps the newest view of the page over a client that may answer late, twice or not at all. */
export function tabOf(client: Client): Tab {
  const latest = signal<Latest>(NOTHING_YET);
  const failure = signal<unknown>(null);

  async function refresh(): Promise<void> {
    latest.value = ask(latest.value);
    const question = latest.value.asked;
    try {
      const view = await client.call('tab.view', { person: latest.value.chosen?.person ?? null });
      latest.value = answer(latest.value, question, view);
      if (latest.value.settled === question) failure.value = null;
    } catch (problem) {
      if (latest.value.asked === question) failure.value = problem;
    }
    if (latest.value.again) await refresh();
  }

  return {
    view: computed(() => latest.value.view),
    late: computed(() => latest.value.late),
    failure,
    refresh,
    choose(person) {
      latest.value = choose(latest.value, person);
      return refresh();
    },
  };
}
