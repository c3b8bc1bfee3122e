import { FileError, type FileProblem } from '@/lib/exchange/file-error';

/** Why nothing can be read; null where something can. Anything else that is thrown is a fault. */
export function problemOfError(error: unknown): FileProblem {
  if (error instanceof FileError) return error.problem;
  throw error;
}

export function problemIn(read: () => unknown): FileProblem | null {
  try {
    read();
    return null;
  } catch (error) {
    return problemOfError(error);
  }
}
