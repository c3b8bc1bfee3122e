import { type Editor, isTextField } from '@/lib/sites/editor';

/** Where the user's caret last stood in an editor: it goes when the panel takes the focus. */
export interface Caret {
  editor: Editor;
  range: Range | null;
}

/** An editor that took a paste over may write it later, behind its own cleaning: so long it is waited for, in ms. */
const PASTED_WITHIN = 1500;

/**
 * Puts text where the caret stands, as typed text comes: the host's own scripts see it, and its own undo takes it back. Never markup.
 * @returns whether it stands there
 */
export async function insertText(text: string, { editor, range }: Caret): Promise<boolean> {
  const { ownerDocument: document } = editor;
  const before = contentOf(editor);
  // What is edited in a frame has the keys only when the frame has the focus.
  (document.defaultView?.frameElement as HTMLElement | null)?.focus({ preventScroll: true });
  document.defaultView?.focus();
  editor.focus({ preventScroll: true });
  if (isTextField(editor)) {
    return document.execCommand('insertText', false, text) || setText(editor, text);
  }
  putCaret(editor, range);
  // What was taken is not typed as well: it would stand there twice, or again after the user has undone it.
  if (paste(editor, text)) return changedFrom(editor, before);
  return document.execCommand('insertText', false, text) && contentOf(editor) !== before;
}

const contentOf = (editor: Editor) => (isTextField(editor) ? editor.value : editor.textContent);

/** Whether another text stands in the editor by then. */
function changedFrom(editor: Editor, before: string | null): Promise<boolean> {
  if (contentOf(editor) !== before) return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = (changed: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(changed);
    };
    const observer = new MutationObserver(() => contentOf(editor) !== before && done(true));
    const timer = setTimeout(() => done(false), PASTED_WITHIN);
    observer.observe(editor, { childList: true, characterData: true, subtree: true });
  });
}

/** An editor that was never in focus has its caret at its beginning, above what a reply quotes. */
function putCaret(editor: HTMLElement, range: Range | null): void {
  const selection = editor.ownerDocument.getSelection();
  if (!selection) return;
  const kept = range?.startContainer.isConnected && editor.contains(range.startContainer) ? range : null;
  const stands = selection.anchorNode !== null && editor.contains(selection.anchorNode);
  if (stands && !kept) return;
  const wanted = kept ?? editor.ownerDocument.createRange();
  if (!kept) {
    wanted.selectNodeContents(editor);
    wanted.collapse(true);
  }
  selection.removeAllRanges();
  selection.addRange(wanted);
}

/**
 * Offers the text as a paste of plain text: an editor with a model of its own takes it over, and keeps its own undo in step.
 * @returns whether it did
 */
function paste(editor: HTMLElement, text: string): boolean {
  try {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    // Firefox reads the text from two fields of its own, and leaves what is handed over unread.
    const own = { data: text, dataType: 'text/plain' };
    const event = new ClipboardEvent('paste', { ...own, clipboardData, bubbles: true, cancelable: true });
    const at = editor.ownerDocument.getSelection()?.anchorNode;
    const target = at && editor.contains(at) ? (at.nodeType === 1 ? at : at.parentNode) : editor;
    return !(target ?? editor).dispatchEvent(event);
  } catch {
    return false;
  }
}

/** Where the browser has no `insertText` for fields: the value is set as a framework sees it. */
function setText(field: HTMLTextAreaElement, text: string): boolean {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  return field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
