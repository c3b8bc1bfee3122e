import type { AuthorForm, Show } from '../form';
import type { FormFault } from './fault';

const within = (value: number | undefined, low: number, high = Number.POSITIVE_INFINITY): boolean =>
  value === undefined || (value >= low && value <= high);

function isTriggerBad({ on }: Show): boolean {
  if ('after' in on) return !within(on.after, 0, 86_400_000);
  if ('scroll' in on) return !within(on.scroll, 0, 1);
  if ('click' in on) return !on.click.trim();
  return 'track' in on && !on.track.trim();
}

function isShowBad(show: Show): boolean {
  return (
    isTriggerBad(show) ||
    !within(show.sample, Number.MIN_VALUE, 1) ||
    !within(show.visits, 1) ||
    !within(show.again, 0) ||
    !within(show.quiet, 0) ||
    !within(show.stop, 1) ||
    !!show.urls?.some((rule) => !(rule.is || rule.starts || rule.has))
  );
}

const isAddressBad = (url: string | undefined): boolean => !!url && !/^https?:\/\/[^\s/]+/i.test(url);

/** Addresses that nobody should be led to, and settings by which nobody would ever be asked. */
export function showFaults({ show, privacy, endings }: AuthorForm): FormFault[] {
  const faults: FormFault[] = isShowBad(show) ? [{ code: 'badShow' }] : [];
  if (isAddressBad(privacy?.url)) faults.push({ code: 'badAddress' });
  for (const { id, link, redirect } of endings)
    if (isAddressBad(redirect) || (link && (!link.url || isAddressBad(link.url))))
      faults.push({ code: 'badAddress', pageId: id });
  return faults;
}
