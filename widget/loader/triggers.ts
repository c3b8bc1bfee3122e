import type { Due } from '../../lib/surveys/form';

/** Waits for what makes a form appear. All of it ends with the signal. `track` and `code` come by themselves. */
export function arm({ show: { on } }: Due, fire: () => void, signal: AbortSignal): void {
  const listen = (name: string, listener: (event: MouseEvent) => void) =>
    document.addEventListener(name, listener as EventListener, { capture: true, signal });
  if ('after' in on) setTimeout(() => signal.aborted || fire(), on.after);
  if ('scroll' in on)
    listen('scroll', () => {
      const { scrollHeight } = document.documentElement;
      if (scrollY >= on.scroll * (scrollHeight - innerHeight)) fire();
    });
  if ('exit' in on)
    listen('mouseout', (event) => {
      if (!event.relatedTarget && event.clientY <= 0) fire();
    });
  if ('click' in on)
    listen('click', (event) => {
      if ((event.target as Element).closest(on.click)) fire();
    });
}
