import type { TabView } from '@/lib/api/views';

/** What the panel shows of its page, and which answers may still replace it. */
export interface Latest {
  view: TabView | null;
  /** Questions asked so far; each is known by its number. */
  asked: number;
  /** Answers to questions up to this number come too late. */
  settled: number;
  /** How many questions were under way or done when `view` came. */
  askedThen: number;
  /** The person chosen by hand, for as long as the thread stays. */
  chosen: { person: string; thread: string } | null;
  /** The click on a chip that was followed last, epoch ms. */
  clickedAt: number;
  /** The answer was for a person of the thread before: ask again without one. */
  again: boolean;
  /** Answers thrown away. */
  late: number;
}

export const NOTHING_YET: Latest = {
  view: null,
  asked: 0,
  settled: 0,
  askedThen: 0,
  chosen: null,
  clickedAt: 0,
  again: false,
  late: 0,
};

/** One thread of one site: a reply to a mail keeps it, another mail or page does not. */
export function threadOf(view: TabView): string {
  const subject = (view.subject ?? '').replace(
    /^(\s*(re|aw|sv|fwd?|wg|回复|回覆|答复|转发|轉寄)\s*[:：])+/i,
    '',
  );
  return [view.origin, view.kind, subject.trim()].join('\n');
}

/** A question goes out; its number is the new `asked`. */
export function ask(latest: Latest): Latest {
  return { ...latest, asked: latest.asked + 1, again: false };
}

/** A person of this page is chosen, or none: answers to questions asked before are for somebody else. */
export function choose(latest: Latest, person: string | null): Latest {
  if (!latest.view) return latest;
  const chosen = person === null ? null : { person, thread: threadOf(latest.view) };
  return { ...latest, settled: latest.asked, chosen };
}

/** An answer of before the shown one: to an older question, or of an older reading of the page. */
function isLate({ view: shown, settled, askedThen }: Latest, question: number, view: TabView): boolean {
  if (question <= settled) return true;
  if (!shown || shown.tabId !== view.tabId) return false;
  // A tab's readings are counted on while it lives. Should its count begin anew all the same, a question asked since is answered.
  return view.generation < shown.generation && question <= askedThen;
}

/** An answer comes in: shown, or counted and thrown away. */
export function answer(latest: Latest, question: number, view: TabView): Latest {
  if (isLate(latest, question, view)) return { ...latest, late: latest.late + 1 };
  const { clicked } = view;
  if (clicked && clicked.at > latest.clickedAt) {
    // A chip in the page was clicked since: that person is chosen as if it had been here.
    const followed = { person: clicked.person, thread: threadOf(view) };
    const again = view.person !== clicked.person;
    return {
      ...latest,
      view,
      settled: question,
      askedThen: latest.asked,
      chosen: followed,
      clickedAt: clicked.at,
      again,
    };
  }
  const { chosen } = latest;
  if (chosen && chosen.thread !== threadOf(view)) {
    if (view.person === chosen.person) return { ...latest, settled: question, chosen: null, again: true };
    return { ...latest, view, settled: question, askedThen: latest.asked, chosen: null };
  }
  return { ...latest, view, settled: question, askedThen: latest.asked };
}
