import { recipeFor } from '@/lib/sites/match';
import { RECIPES } from '@/lib/sites/recipes';

/**
 * Moves the page aside so that the panel covers none of its buttons: a margin on what the recipe names, or on the root. It
 * is one style sheet of the document, taken away with the panel.
 */
export function makeRoom(signal: AbortSignal) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  let taken = 0;
  return {
    /** Leaves `width` pixels at the right edge; 0 gives them back. */
    take(width: number): void {
      if (width === taken) return;
      taken = width;
      const room = recipeFor(location, RECIPES, document)?.room ?? { find: 'html', by: 'margin' as const };
      const rule = room.by === 'width' ? `width:calc(100% - ${width}px)` : `margin-right:${width}px`;
      sheet.replaceSync(width ? `${room.find}{${rule}!important}` : '');
      // Webmails lay themselves out by script and wait for this event.
      window.dispatchEvent(new Event('resize'));
    },
  };
}
