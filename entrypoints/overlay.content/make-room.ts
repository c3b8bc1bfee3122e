import type { Room } from '@/lib/sites/recipe';

/** What an element is told, to leave so many pixels at the right. */
const GIVE_WAY: Record<Room['by'], (width: number) => string> = {
  margin: (width) => `margin-right:${width}px!important`,
  width: (width) => `width:calc(100% - ${width}px)!important`,
  inset: (width) =>
    `position:absolute!important;inset:0 ${width}px 0 0!important;width:auto!important;height:auto!important;margin:0!important`,
  // Containment makes it what fixed boxes are fixed to; what would be out of it can still be scrolled to.
  hold: (width) =>
    `contain:layout!important;width:calc(100% - ${width}px)!important;height:100dvh!important;overflow:auto!important;margin:0!important`,
};

type End = NonNullable<Room['end']>[number];

/** A box with a width keeps it and ends there; one without reaches from where it begins to there. */
function endAt({ right = 0, width, fixed, left }: End, taken: number): string {
  // Without the property it stands at the left edge: in sight.
  if (left) return `left:max(0px,var(${left},0px) - ${taken}px)!important;max-width:100%!important`;
  return fixed
    ? `right:${right + taken}px!important;max-width:calc(100% - ${taken}px)!important`
    : `right:${right}px!important;${width ? `left:auto!important;width:${width}px` : 'width:auto'}!important`;
}

/**
 * Moves the page aside so that the panel covers none of its buttons: a margin on what the recipe names, or on the root. It
 * is one style sheet of the document, taken away with the panel.
 */
export function makeRoom(roomOfSite: () => Room | null, signal: AbortSignal) {
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
      const room: Room = roomOfSite() ?? { find: 'html', by: 'margin' };
      const shrink = room.shrink?.map(({ find, min }) => `${find}{min-width:${min}px!important}`) ?? [];
      const end = room.end?.map((box) => `${box.find}{${endAt(box, width)}}`) ?? [];
      const rules = [`${room.find}{${GIVE_WAY[room.by](width)}}`, ...shrink, ...end].join('');
      // On paper the page is as wide and as long as it is.
      sheet.replaceSync(width ? `@media screen{${rules}}` : '');
      // Webmails lay themselves out by script and wait for this event.
      window.dispatchEvent(new Event('resize'));
    },
  };
}
