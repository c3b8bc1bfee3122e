import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureCode } from '@/components/contacts/failure';
import type { Client, Input, Result } from '@/lib/api/client';
import { isOfTabs } from '@/lib/api/message';
import type { OperationName } from '@/lib/api/operations';

export interface Query<T> {
  /** The last answer to this question; null before the first. */
  value: T | null;
  error: unknown;
  /** This question is not answered yet; what is kept on the screen belongs to the one before. */
  waiting: boolean;
  /** Asks again. Views seldom need it: every change wakes them. */
  again(): void;
}

interface Answered<T> {
  question: string;
  value: T | null;
  error: unknown;
}

interface Options {
  /** Keeps the answer to the last question on screen until the new one is answered: a filter, not another person. */
  keep?: boolean;
  /** What stands at the edge of a page: asked when all else is answered. */
  later?: boolean;
}

/**
 * Asks a query, again after every wake, and when the input changes. `null` asks nothing. An answer that comes after a
 * newer question was asked is thrown away.
 */
export function useQuery<N extends OperationName>(
  op: N,
  input: Input<N> | null,
  { keep = false, later = false }: Options = {},
): Query<Result<N>> {
  const { client } = useDesk();
  const [answered, setAnswered] = useState<Answered<Result<N>> | null>(null);
  const question = input === null ? null : `${op} ${JSON.stringify(input)}`;
  const asked = useRef(0);
  const ask = useRef<() => void>(() => {});

  ask.current = () => {
    if (question === null || input === null) return;
    asked.current += 1;
    const turn = asked.current;
    put(client, op, input, later).then((answer) => {
      if (turn !== asked.current) return;
      setAnswered((last) => ({ ...withOld(last?.question === question ? last : null, answer), question }));
    });
  };

  useEffect(() => {
    ask.current();
    return () => {
      asked.current += 1;
    };
  }, [client, question]);

  // Another mail in the tab changes no row, and who reads it waits for the tab's own answer.
  useEffect(() => client.onWake(() => ask.current(), isOfTabs(op) ? undefined : 'store'), [client, op]);

  const current = answered && (keep || answered.question === question) ? answered : null;
  return {
    value: current?.value ?? null,
    error: current?.error ?? null,
    waiting: question !== null && answered?.question !== question,
    again: () => ask.current(),
  };
}

/** Questions put in this very task. */
const asking = new WeakMap<Client, Map<string, Promise<unknown>>>();

/** Puts a question; several parts of a page that ask the same at the same moment are answered together. */
function together<N extends OperationName>(client: Client, op: N, input: Input<N>, later: boolean) {
  const questions = asking.get(client) ?? new Map<string, Promise<unknown>>();
  if (questions.size === 0) queueMicrotask(() => asking.delete(client));
  asking.set(client, questions);
  const question = `${op} ${later} ${JSON.stringify(input)}`;
  const answer = questions.get(question) ?? client.call(op, input, { later });
  questions.set(question, answer);
  return answer as Promise<Result<N>>;
}

async function put<N extends OperationName>(client: Client, op: N, input: Input<N>, later: boolean) {
  try {
    return { value: await together(client, op, input, later), error: null };
  } catch (cause) {
    return { value: null, error: cause ?? new Error('no reason given') };
  }
}

/**
 * A failed re-ask leaves the old answer on screen, beside its error. That something is there no more is an answer: who reads or writes on
 * about what another page deleted would write in vain.
 */
function withOld<T>(last: Answered<T> | null, answer: { value: T | null; error: unknown }) {
  if (!answer.error || failureCode(answer.error) === 'missing') return answer;
  return { value: last?.value ?? null, error: answer.error };
}
