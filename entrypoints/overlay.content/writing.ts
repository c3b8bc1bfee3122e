import { sentencesOf } from '@/lib/crm/sentences';
import { draftText, firstLine } from '@/lib/sites/draft-text';
import { asEditor, type Editor, editorsOf } from '@/lib/sites/editor';
import type { PageContext } from '@/lib/sites/page-context';
import type { SiteRecipe } from '@/lib/sites/recipe';
import { isVisible } from '@/lib/sites/visible';
import { type Caret, insertText } from './insert-text';

/** A text for the draft, as the background hands it on. */
export interface Insertion {
  text: string;
  /** Generation of the report that the panel showed. */
  generation: number;
  /** The panel showed a draft that the recipe knows. */
  isDraft: boolean;
}
export type Inserted = 'inserted' | 'late' | 'none';

/** The user pauses so long, in ms: then the draft is read. */
const PAUSE = 700;

/**
 * Follows where the user writes: where the caret last stood, and, where `reads`, what the draft says. Texts of the panel are put there.
 * @param changed told after a pause in writing, where `reads`
 */
export function watchWriting(
  recipe: SiteRecipe | null,
  { reads, changed, signal }: { reads: boolean; changed(): void; signal: AbortSignal },
) {
  let caret: Caret | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const followed = new WeakSet<Document>();

  /** The draft's editor, that of the caret before the others. */
  function current(): Caret | null {
    const last = caret?.editor.isConnected && isVisible(caret.editor) ? caret : null;
    const editors = editorsOf(document, recipe);
    for (const { ownerDocument } of editors) follow(ownerDocument);
    if (last && (editors.length === 0 || editors.some((one) => isIn(last.editor, one)))) return last;
    const [editor] = editors;
    return editor ? { editor, range: null } : null;
  }

  function follow(page: Document): void {
    if (followed.has(page)) return;
    followed.add(page);
    const remember = () => {
      const editor = asEditor(page.activeElement);
      const selection = page.getSelection();
      if (!editor || !selection) return;
      const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      caret = { editor, range: range && editor.contains(range.startContainer) ? range.cloneRange() : null };
    };
    page.addEventListener('selectionchange', remember, { signal });
    page.addEventListener('focusin', remember, { signal, capture: true });
    if (!reads) return;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(changed, PAUSE);
    };
    page.addEventListener('input', wait, { signal, capture: true });
  }

  follow(document);
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    /** The context of a draft with what its text says, where that is read. */
    withDraft(context: PageContext): PageContext {
      const editor = reads && editorsOf(document, recipe).length > 0 ? current()?.editor : undefined;
      if (!editor) return context;
      const text = draftText(editor);
      return { ...context, draft: { first: firstLine(text), sentences: sentencesOf(text) } };
    },
    /** Puts a text into the draft, unless the page has moved on since the panel showed it. */
    async insert({ text, generation, isDraft }: Insertion, latest: number): Promise<Inserted> {
      if (generation !== latest) return 'late';
      // Among several drafts of which the panel showed none the caret alone does not say for whom the text was filled.
      if (!isDraft && editorsOf(document, recipe).length > 1) return 'none';
      const at = current();
      return at && (await insertText(text, at)) ? 'inserted' : 'none';
    },
  };
}

const isIn = (one: Editor, other: Editor) => one === other || other.contains(one) || one.contains(other);
