import { failureWords } from '@/components/contacts/failure';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import type { PracticeStore } from './practice-setting';

/** Outlives this page in its tab, for the one that is shown next. */
const LEFT = 'practice-removed';
const STAYED = 'practice-not-removed';
let isRemoving = false;

function leaveFor(home: string): void {
  sessionStorage.setItem(LEFT, '');
  location.replace(home);
}

/**
 * Deletes the invented people from a page that shows them, and leaves it for one of the user's own, which says so.
 * @param home the address of that page
 * @throws as `remove` does; the page is loaded anew then, and `sayStayed` says why
 */
export async function leavePractice(remove: () => Promise<void>, home: string): Promise<void> {
  isRemoving = true;
  try {
    await remove();
  } catch (failure) {
    isRemoving = false;
    // It let go of what it shows when that was to be deleted: none of its questions would be answered any more.
    sessionStorage.setItem(STAYED, failureWords(failure));
    location.reload();
    throw failure;
  }
  leaveFor(home);
}

/** Leaves as well when another tab deletes them: what is shown here is gone. */
export function leaveRemoved(home: string): void {
  if (!isRemoving) leaveFor(home);
}

/** Says on the page that is shown next what the one before did. */
export function sayRemoved(): void {
  if (sessionStorage.getItem(LEFT) === null) return;
  sessionStorage.removeItem(LEFT);
  toast(t('workspace.practice_removed'));
}

/** Says on a page of invented people why they are still there. */
export function sayStayed(): void {
  const words = sessionStorage.getItem(STAYED);
  if (words === null) return;
  sessionStorage.removeItem(STAYED);
  toast(words, { failed: true });
}

/** Deletes the invented people; says why when it could not be done. @returns whether it was done */
export async function removePractice(store: Pick<PracticeStore, 'remove'>): Promise<boolean> {
  try {
    await store.remove();
    return true;
  } catch (failure) {
    toast(failureWords(failure), { failed: true });
    return false;
  }
}
