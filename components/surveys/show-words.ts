import { t } from '@/lib/i18n';
import { sentences, shortDate } from '@/lib/i18n/format';
import type { Show, Trigger } from '@/lib/surveys/form';

/** When a survey is shown, as one would say it: a paragraph of short sentences. */
export function showWords(show: Show): string {
  const isPage = show.place === 'page';
  return sentences(placeWords(show), ...(isPage ? [] : askedWords(show)), ...endWords(show));
}

/** Whom it is shown to, and how often. */
function askedWords(show: Show): string[] {
  const all: string[] = [];
  if (show.urls?.length) all.push(t('surveys.say_addresses'));
  if (show.visits !== undefined && show.visits > 1) all.push(t('surveys.say_visits', { n: show.visits }));
  if (show.sample !== undefined && show.sample < 1)
    all.push(t('surveys.say_sample', { n: Math.round(show.sample * 100) }));
  all.push(
    show.again === undefined ? t('surveys.say_never_twice') : t('surveys.say_again', { count: show.again }),
  );
  const quiet = show.quiet ?? 30;
  if (quiet > 0) all.push(t('surveys.say_quiet', { count: quiet }));
  return all;
}

function endWords(show: Show): string[] {
  const all: string[] = [];
  if (show.until !== undefined) all.push(t('surveys.say_until', { day: shortDate(show.until, Date.now()) }));
  if (show.stop !== undefined) all.push(t('surveys.say_stop', { count: show.stop }));
  return all;
}

function placeWords({ place, on }: Show): string {
  switch (place) {
    case 'inline':
      return t('surveys.say_inline');
    case 'page':
      return t('surveys.say_page');
    case 'tab':
      return t('surveys.say_tab');
    case 'dialog':
      return t('surveys.say_dialog', { when: triggerWords(on) });
    default:
      return t('surveys.say_popover', { when: triggerWords(on) });
  }
}

function triggerWords(on: Trigger): string {
  if ('after' in on) return t('surveys.on_after_said', { count: Math.round(on.after / 1000) });
  if ('scroll' in on) return t('surveys.on_scroll_said', { n: Math.round(on.scroll * 100) });
  if ('exit' in on) return t('surveys.on_exit_said');
  if ('click' in on) return t('surveys.on_click_said', { selector: on.click });
  if ('track' in on) return t('surveys.on_track_said', { name: on.track });
  return t('surveys.on_code_said');
}
