import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AuthorForm } from '@/lib/surveys/form';
import type { Bench } from './bench';
import { type Place, placeOf, withQuestionAt } from './draft/questions';

const QUESTION = 'question';

/** Makes a line of the outline one that can be dragged. */
export function useDraggable(line: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    return draggable({
      element,
      getInitialData: () => ({ [QUESTION]: id }),
      onDragStart: () => element.classList.add('dragged'),
      onDrop: () => element.classList.remove('dragged'),
    });
  }, [line, id]);
}

/** Lets questions be dropped anywhere in the outline, and draws where they would go. */
export function useQuestionDrops(list: RefObject<HTMLElement | null>, bench: Bench): void {
  const latest = useRef(bench);
  latest.current = bench;
  useEffect(() => {
    const root = list.current;
    if (!root) return;
    const clear = () => {
      for (const marked of root.querySelectorAll('[data-drop]')) marked.removeAttribute('data-drop');
    };
    const spotOf = ({ input }: { input: { clientY: number } }) => spotAt(root, input.clientY);
    return combine(
      dropTargetForElements({
        element: root,
        canDrop: ({ source }) => QUESTION in source.data,
        onDrag: ({ location }) => {
          clear();
          const spot = spotOf(location.current);
          spot?.element.setAttribute('data-drop', spot.edge);
        },
        onDragLeave: clear,
        onDrop: ({ source, location }) => {
          clear();
          const { form, act } = latest.current;
          const spot = spotOf(location.current);
          const moved = spot && dropped(form, String(source.data[QUESTION]), spot);
          if (moved) act(moved);
        },
      }),
      clear,
    );
  }, [list]);
}

/** Where something would be dropped: before or behind a question, or into a page without questions. */
export interface Spot {
  element: HTMLElement;
  edge: 'before' | 'after' | 'into';
}

/** The spot nearest to a height of the window; null where there is no question and no page. */
function spotAt(root: HTMLElement, y: number): Spot | null {
  const lines = [...root.querySelectorAll<HTMLElement>('[data-question]')];
  const empty = [...root.querySelectorAll<HTMLElement>('[data-page]:not(:has([data-question]))')];
  let nearest: { spot: Spot; far: number } | null = null;
  for (const element of [...lines, ...empty]) {
    const { top, bottom } = element.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const far = y < top ? top - y : y > bottom ? y - bottom : 0;
    if (nearest && nearest.far <= far) continue;
    const edge = element.dataset.page ? 'into' : y < middle ? 'before' : 'after';
    nearest = { spot: { element, edge }, far };
  }
  return nearest?.spot ?? null;
}

/** The form after a drop; null when nothing moves. */
export function dropped(form: AuthorForm, id: string, { element, edge }: Spot): AuthorForm | null {
  const from = placeOf(form, id);
  const to = from && target(form, id, element, edge);
  if (!from || !to || (from.page === to.page && from.at === to.at)) return null;
  return withQuestionAt(form, id, to);
}

function target(form: AuthorForm, id: string, element: HTMLElement, edge: Spot['edge']): Place | null {
  if (edge === 'into') {
    const page = form.pages.findIndex((each) => each.id === element.dataset.page);
    return page < 0 ? null : { page, at: 0 };
  }
  const over = element.dataset.question ?? '';
  const place = placeOf(form, over);
  if (!place || over === id) return null;
  const questions = form.pages[place.page]?.questions.filter((question) => question.id !== id) ?? [];
  const at = questions.findIndex((question) => question.id === over);
  return { page: place.page, at: edge === 'before' ? at : at + 1 };
}
