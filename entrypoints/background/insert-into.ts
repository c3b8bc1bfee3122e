import { askFrame } from '@/lib/platform/messaging';
import { shownDraft } from './drafts-shown';
import { readTab } from './tab-records';

type Outcome = 'inserted' | 'none' | 'late';

const OUTCOMES: readonly unknown[] = ['inserted', 'none', 'late'] satisfies Outcome[];

/**
 * Has a text put into the draft of a tab. `late` when the draft is another than the one named, or its page has moved on since its last
 * report. Without a draft that a recipe knows the documents are asked one after the other, the top one last.
 */
export async function insertInto(
  tabId: number,
  { text, draft }: { text: string; draft: string | null },
): Promise<Outcome> {
  const record = await readTab(tabId);
  const shown = shownDraft(record);
  if (draft !== (shown?.key ?? null)) return 'late';
  const frames = shown
    ? [shown.frameId]
    : Object.keys(record?.frames ?? {})
        .map(Number)
        .reverse();
  if (!shown && !frames.includes(0)) frames.push(0);
  for (const frameId of frames) {
    const generation = record?.frames[frameId]?.generation ?? 0;
    const outcome = await askFrame(tabId, frameId, { overlay: 'insert', text, generation });
    if (OUTCOMES.includes(outcome) && outcome !== 'none') return outcome as Outcome;
  }
  return 'none';
}
