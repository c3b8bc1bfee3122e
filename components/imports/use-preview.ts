import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import type { Input, Result } from '@/lib/api/client';

/** What is asked about a file: asked once, for it may be large, and not again when something else changes. */
type Asked = 'imports.sheets' | 'imports.head' | 'imports.preview' | 'answers.head' | 'answers.preview';

export interface Answer<T> {
  value: T | null;
  error: unknown;
  progress: { done: number; total: number } | null;
}

const NONE = { value: null, error: null, progress: null };

/**
 * Asks about a file when its options change; null asks nothing. How it is read stays until the next answer is there; what it would do is
 * of these options or not there, for it is what will be done. Whoever goes away stops the reading: the worker has one turn for all.
 */
export function useFile<N extends Asked>(op: N, input: Input<N> | null): Answer<Result<N>> {
  const { client } = useDesk();
  const [answer, setAnswer] = useState<Answer<Result<N>> & { of?: string | null }>(NONE);
  const question = input && JSON.stringify({ ...input, file: null });

  useEffect(() => {
    if (!input) return;
    const over = new AbortController();
    const put = (next: Partial<typeof answer>) => {
      if (!over.signal.aborted) setAnswer((last) => ({ ...last, ...next }));
    };
    put({ error: null, progress: null });
    const onProgress = (done: number, total: number) => put({ progress: { done, total } });
    client.call(op, input, { onProgress, signal: over.signal }).then(
      (value) => put({ value, progress: null, of: question }),
      (error: unknown) => put({ value: null, error: error ?? new Error('no reason given') }),
    );
    return () => over.abort();
  }, [client, op, input?.file, question]);

  return op.endsWith('.preview') && answer.of !== question ? { ...answer, value: null } : answer;
}
