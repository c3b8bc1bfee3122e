import { digest } from '@/lib/crm/digest';
import type { PageContext } from '@/lib/sites/page-context';
import { personKey } from './recognise';
import type { FrameRecord, TabRecord } from './tab-records';

/** The draft that a tab shows. */
export interface ShownDraft {
  frameId: number;
  frame: FrameRecord;
  context: PageContext;
  /** Tells it from another: its document and recipients. */
  key: string;
}

/** The draft of a tab; of several documents with one the youngest report's. */
export function shownDraft(record: TabRecord | null): ShownDraft | null {
  const drafts = Object.entries(record?.frames ?? {}).flatMap(([id, frame]): ShownDraft[] => {
    const context = frame.contexts.find(({ kind }) => kind === 'compose');
    if (!context) return [];
    const frameId = Number(id);
    return [{ frameId, frame, context, key: keyOf(frameId, frame, context) }];
  });
  return drafts.sort((a, b) => b.frame.at - a.frame.at)[0] ?? null;
}

/** Short, and the same as long as document and recipients are. */
export function keyOf(
  frameId: number,
  { documentId }: Pick<FrameRecord, 'documentId'>,
  { people, threadKey }: PageContext,
): string {
  const text = JSON.stringify([frameId, documentId, threadKey, people.map(personKey).sort()]);
  return digest(text);
}
