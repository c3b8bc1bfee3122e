import { askFrame } from '@/lib/platform/messaging';
import { shownDraft } from './drafts-shown';
import { readTab } from './tab-records';

type Outcome = 'inserted' | 'none' | 'late';

/** How often, and after how many ms each, the report of a page is looked for that renewed it just now. */
const [AGAIN, AFTER] = [8, 150];

const OUTCOMES: readonly unknown[] = ['inserted', 'none', 'late'] satisfies Outcome[];

/**
 * Has a text put into the draft of a tab. `late` when the draft is another than the one named, or its page has moved on since its last
 * report; one that only reported the same draft again is asked again. Without a draft that a recipe knows the documents are asked one after the other, the top one last.
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
    const ask = (generation: number) =>
      askFrame(tabId, frameId, { overlay: 'insert', text, generation, isDraft: shown !== null });
    let asked = record?.frames[frameId]?.generation ?? 0;
    let outcome = await ask(asked);
    for (let times = 0; shown && outcome === 'late' && times < AGAIN; times++) {
      await new Promise((resolve) => setTimeout(resolve, AFTER));
      const again = shownDraft(await readTab(tabId));
      if (again?.key !== draft) return 'late';
      if (again.frame.generation === asked) continue;
      asked = again.frame.generation;
      outcome = await ask(asked);
    }
    if (OUTCOMES.includes(outcome) && outcome !== 'none') return outcome as Outcome;
  }
  return 'none';
}
