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
 * of these options or not there, for it is what will be done.
 */
export function useFile<N extends Asked>(op: N, input: Input<N> | null): Answer<Result<N>> {
  const { client } = useDesk();
  const [answer, setAnswer] = useState<Answer<Result<N>> & { of?: string | null }>(NONE);
  const question = input && JSON.stringify({ ...input, file: null });

  useEffect(() => {
    if (!input) return;
    let isOver = false;
    const put = (next: Partial<typeof answer>) => {
      if (!isOver) setAnswer((last) => ({ ...last, ...next }));
    };
    put({ error: null, progress: null });
    client.call(op, input, { onProgress: (done, total) => put({ progress: { done, total } }) }).then(
      (value) => put({ value, progress: null, of: question }),
      (error: unknown) => put({ value: null, error: error ?? new Error('no reason given') }),
    );
    return () => {
      isOver = true;
    };
  }, [client, op, input?.file, question]);

  return op.endsWith('.preview') && answer.of !== question ? { ...answer, value: null } : answer;
}
