import { type Signal, signal } from '@preact/signals';
import type { Client } from '@/lib/api/client';
import type { ContactView } from '@/lib/api/views';

/** A contact that was looked up, apart from who is on the page. */
export interface LookedUp {
  id: Signal<string | null>;
  contact: Signal<ContactView | null>;
  failure: Signal<unknown>;
  open(id: string): Promise<void>;
  close(): void;
  refresh(): Promise<void>;
}

/** Keeps the view of one looked-up contact; an answer for another one than the last asked for is dropped. */
export function lookUp(client: Client): LookedUp {
  const id = signal<string | null>(null);
  const contact = signal<ContactView | null>(null);
  const failure = signal<unknown>(null);
  let asked = 0;

  async function refresh(): Promise<void> {
    const wanted = id.value;
    if (wanted === null) return;
    asked += 1;
    const question = asked;
    try {
      const view = await client.call('contacts.view', { id: wanted });
      if (question !== asked || id.value !== wanted) return;
      contact.value = view;
      failure.value = null;
    } catch (problem) {
      if (question === asked && id.value === wanted) failure.value = problem;
    }
  }

  function close() {
    id.value = null;
    contact.value = null;
    failure.value = null;
  }

  return {
    id,
    contact,
    failure,
    refresh,
    close,
    open(wanted) {
      close();
      id.value = wanted;
      return refresh();
    },
  };
}
