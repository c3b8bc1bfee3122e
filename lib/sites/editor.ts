import type { SiteRecipe } from './recipe';
import { isVisible, matches, theVisible } from './visible';

/** The element in which the text of a draft is written: a text field, or an element that is edited in place. */
export type Editor = HTMLTextAreaElement | HTMLElement;

/**
 * Editors of the draft that is read, as the recipe names them, or of all drafts that are shown where none is; of a frame of the page's
 * own what is edited in it.
 */
export function editorsOf(document: Document, recipe: SiteRecipe | null): Editor[] {
  for (const page of recipe?.pages ?? []) {
    if (!page.editor) continue;
    const region = page.region.map(({ find }) => theVisible(document, find)).find(Boolean) ?? null;
    for (const { find } of page.editor) {
      const found = matches(document, find)
        .filter((element) => isVisible(element) && (!region || region.contains(element)))
        .flatMap((element) => editorIn(element) ?? []);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function editorIn(element: Element): Editor | null {
  if (element.tagName !== 'IFRAME') return asEditor(element);
  try {
    const body = (element as HTMLIFrameElement).contentDocument?.body;
    // Some edit the whole document of the frame, some an element in it.
    return asEditor(body ?? null) ?? asEditor(body?.querySelector('[contenteditable]') ?? null);
  } catch {
    return null;
  }
}

/** The editor that an element is or stands in; null for a search box, a field of one line, what cannot be changed. */
export function asEditor(element: Element | null): Editor | null {
  if (!element) return null;
  // An element of a frame is of another window's classes.
  if (element.tagName === 'TEXTAREA') {
    const field = element as HTMLTextAreaElement;
    return field.readOnly || field.disabled ? null : field;
  }
  const host = element.closest<HTMLElement>('[contenteditable]:not([contenteditable="false" i])');
  if (host) return host;
  return element.ownerDocument.designMode === 'on' ? element.ownerDocument.body : null;
}

export function isTextField(editor: Editor): editor is HTMLTextAreaElement {
  return editor.tagName === 'TEXTAREA';
}
