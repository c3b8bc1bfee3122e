import type { Frame, Page } from '@playwright/test';

/** What a walk with Tab through a document came upon. */
export type Walk = {
  /** Controls that one can see, and that no press of Tab reached. */
  missed: string[];
  /** Controls that do not show that they have the focus. */
  unmarked: string[];
  /** Steps that led back to an earlier place of the document: this one after that one. */
  backwards: string[];
  /** How many controls were reached. */
  reached: number;
};

type Step = { id: number; marked: boolean; name: string; back: boolean };

/**
 * Walks through a whole document with Tab, from its beginning on, as somebody does who has no mouse.
 * @param place the page itself, or a frame in it: the walk ends where Tab leaves it
 */
export async function walk(page: Page, place: Page | Frame = page): Promise<Walk> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await place.evaluate(beginWalk);
  const steps: Step[] = [];
  // A page draws further controls under way: rows that come late, and what belongs to the row that has the focus.
  for (let pressed = 0; pressed < 2000; pressed += 1) {
    await page.keyboard.press('Tab');
    const step = await place.evaluate(focusedControl);
    // The focus left the document behind its last control, or began anew.
    if (!step || steps.some(({ id }) => id === step.id)) break;
    steps.push(step);
  }
  return {
    missed: await place.evaluate(neverReached),
    unmarked: steps.filter(({ marked }) => !marked).map(({ name }) => name),
    backwards: steps.flatMap((step, index) =>
      step.back ? [`${step.name} after ${steps[index - 1]?.name}`] : [],
    ),
    reached: steps.length,
  };
}

/** What the page remembers of a walk: elements cannot leave it. */
type Memory = {
  wanted: HTMLElement[];
  reached: HTMLElement[];
  /** How a control and what is around it look. */
  lookOf(element: HTMLElement): string;
  /** How the wanted ones look without the focus. */
  looks: Map<HTMLElement, string>;
};
declare const walkMemory: Memory;

/** Remembers the controls that Tab must reach, and puts the focus before all of them. Runs in the page. */
function beginWalk(): void {
  const groups = new Set<string>();
  const controls = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex]',
  );
  const wanted = [...controls].filter((element) => {
    const shown = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    if (element.tabIndex < 0 || element.matches(':disabled, [inert] *') || !shown) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    // A group of radio buttons is one stop: the checked one, or any.
    const { name } = element;
    if (groups.has(name)) return false;
    const checked = document.querySelector(`input[type=radio][name="${name}"]:checked`);
    if (checked && checked !== element) return false;
    groups.add(name);
    return true;
  });
  window.focus();
  // Only what had the focus tells Tab where to go on from.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  const lookOf = (element: HTMLElement): string => {
    const active = element.getAttribute('aria-activedescendant');
    return [
      element,
      element.parentElement,
      element.closest('.field-box'),
      active && document.getElementById(active),
    ]
      .map((each) => {
        if (!(each instanceof Element)) return '';
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        return outlineStyle === 'none' ? boxShadow : `${boxShadow} ${outlineStyle} ${outlineWidth}`;
      })
      .join();
  };
  const looks = new Map(wanted.map((element) => [element, lookOf(element)]));
  Object.assign(globalThis, { walkMemory: { wanted, reached: [], lookOf, looks } satisfies Memory });
}

/** The control that has the focus, and whether it or its box shows so by an outline or a shadow. Runs in the page. */
function focusedControl(): Step | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const { reached, lookOf, looks } = walkMemory;
  const known = reached.indexOf(element);
  const before = reached.at(-1);
  const back =
    before?.isConnected === true &&
    (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  if (known < 0) reached.push(element);
  // What is drawn under way was never seen without the focus: it has an outline, or looks otherwise when the focus is taken from it.
  const focused = lookOf(element);
  const without = () => {
    element.blur();
    const look = lookOf(element);
    element.focus();
    return look;
  };
  const marked = looks.has(element)
    ? focused !== looks.get(element)
    : getComputedStyle(element).outlineStyle !== 'none' || focused !== without();
  return {
    id: known < 0 ? reached.length - 1 : known,
    marked,
    name: element.ariaLabel || element.innerText || element.outerHTML.slice(0, 120),
    back,
  };
}

/** The controls that are there still and that Tab did not reach, by their names. Runs in the page. */
function neverReached(): string[] {
  const { wanted, reached } = walkMemory;
  return wanted
    .filter((element) => element.isConnected && !reached.includes(element))
    .map((element) => element.ariaLabel || element.innerText || element.outerHTML.slice(0, 120));
}
