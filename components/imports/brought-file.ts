import { signal } from '@preact/signals';
import { pickFile } from '@/components/backup/pick-file';
import { toast } from '@/components/ui/toast';
import type { MOST_BYTES } from '@/lib/exchange/files';
import { t } from '@/lib/i18n';

/** Larger files are no address book: the reader takes no more. */
const LARGEST_BYTES: typeof MOST_BYTES = 100_000_000;

interface Brought {
  file: File;
  /** It holds answers to a survey: to this one, or to that which the file tells. */
  answers: { surveyId: string | undefined } | null;
}

/** The file that is being brought in. One at a time. */
export const current = signal<Brought | null>(null);

/** The survey whose results are in sight: a file that is dropped there holds answers to it. */
export const surveyInSight = signal<string | null>(null);

export function take(file: File, surveyId = surveyInSight.peek()): void {
  if (file.size > LARGEST_BYTES) toast(t('importing.too_large'), { failed: true });
  else current.value = { file, answers: surveyId === null ? null : { surveyId } };
}

/** Asks for a file, within a click. @param kinds what the picker offers */
export async function pickBrought(kinds: string, surveyId: string | null = null): Promise<void> {
  const file = await pickFile(kinds);
  if (file) take(file, surveyId);
}
