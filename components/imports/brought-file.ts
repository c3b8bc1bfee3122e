import { signal } from '@preact/signals';
import { pickFile } from '@/components/backup/pick-file';
import { toast } from '@/components/ui/toast';
import type { MOST_BYTES } from '@/lib/exchange/files';
import { t } from '@/lib/i18n';
import type { SheetFile } from './workbook-dialog';

/** Larger files are no address book: the reader takes no more. */
const LARGEST_BYTES: typeof MOST_BYTES = 100_000_000;

interface Brought {
  /** Of a workbook the sheet that was chosen. */
  file: File;
  /** `archive`: it may be a workbook. `sheet`: of one. */
  is: 'file' | 'archive' | 'sheet';
  /** Sheets of the workbook that may follow. */
  others?: SheetFile[];
  /** It holds answers to a survey: to this one, or to that which the file tells. */
  answers: { surveyId: string | undefined } | null;
}

/** The file that is being brought in. One at a time. */
export const current = signal<Brought | null>(null);

/** The survey whose results are in sight: a file that is dropped there holds answers to it. */
export const surveyInSight = signal<string | null>(null);

export async function take(file: File, surveyId = surveyInSight.peek()): Promise<void> {
  if (file.size > LARGEST_BYTES) {
    toast(t('importing.too_large'), { failed: true });
    return;
  }
  const is = (await isArchive(file)) ? 'archive' : 'file';
  current.value = { file, is, answers: surveyId === null ? null : { surveyId } };
}

/** By its first bytes: a workbook is a zip archive, whatever its name says. */
async function isArchive(file: File): Promise<boolean> {
  // A folder that was dropped, a file that is gone: whoever reads it next says that it cannot be read.
  const start = await file
    .slice(0, 4)
    .text()
    .catch(() => '');
  return start === 'PK\u0003\u0004';
}

/** Asks for a file, within a click. @param kinds what the picker offers */
export async function pickBrought(kinds: string, surveyId: string | null = null): Promise<void> {
  const file = await pickFile(kinds);
  if (file) await take(file, surveyId);
}
