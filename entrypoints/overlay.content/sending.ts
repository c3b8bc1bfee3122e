import type { PageContext, Reading } from '@/lib/sites/page-context';

/** A compose window that goes away within this time after its send control was used has been sent. */
const SENT_WITHIN = 60_000;

/**
 * Notices that the mail in a compose window was sent: the user used the send control that the recipe names (or pressed
 * Ctrl+Enter), and then the window went away. A mail that the site refuses stays open and is not reported. Needs no timer:
 * the caller hands over each new reading.
 */
export function watchSending(
  sendControl: string | null,
  latest: () => Reading[],
  report: (context: PageContext) => Promise<unknown>,
  signal: AbortSignal,
): { read(): void } {
  let pending: { context: PageContext; at: number; anchor: Element | null } | null = null;

  const remember = () => {
    const reading = latest().find(({ context }) => context.kind === 'compose' && context.people.length > 0);
    if (reading)
      pending = {
        context: reading.context,
        at: Date.now(),
        anchor: reading.anchors.find((anchor) => anchor) ?? null,
      };
  };
  const settle = () => {
    if (!pending) return;
    const { context, at } = pending;
    pending = null;
    if (Date.now() - at <= SENT_WITHIN) void report(context).catch(() => {});
  };
  const onClick = (event: Event) => {
    if (
      event.isTrusted &&
      sendControl &&
      event.target instanceof Element &&
      event.target.closest(sendControl)
    )
      remember();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) remember();
  };
  window.addEventListener('click', onClick, { signal, capture: true });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  window.addEventListener('pagehide', (event) => event.isTrusted && settle(), { signal });
  return {
    read() {
      if (pending?.anchor && !pending.anchor.isConnected) settle();
    },
  };
}
