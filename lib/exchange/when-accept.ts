import type { ParsedResult } from 'chrono-node';

const REPEATED = /(?:every|each|每个?|逢)\s*$/i;
const PAST = /^(?:last|past)\s+(?!day of)|^上/i;
const TIE_BEFORE = /(?:^|\s)(?:by|before|until|till|in|on|due|during)\s+(?:the\s+)?$/i;
const TIE_AFTER = /^\s*(?:之前|前)/;
/** "Two weeks from Monday": the Monday alone would be wrong. */
const COUNTED_FROM = /\b(?:days?|weeks?|fortnight|months?|hours?|years?)\s+(?:from|after|before)\s+$/i;
const LENGTH_OF_TIME =
  /^(?:for\s|(?:\d|an?\b|half\b|one|two|three|four|five|six|seven|eight|nine|ten)(?!.*(?:now|later|after|hence|out)$))/i;
/** 给周一鸣打电话: a name, unless a word of time or 的 follows. */
const NAME_BEFORE = /[给跟和与找问]$/;
const NAME_AFTER = /^(?![上下早晚中前之的])\p{sc=Han}/u;
const CHINESE_WEEKDAY = /^周[一二三四五六日天]$/;
/** 三点建议 are three suggestions: a bare hour wants an end, or one of these, behind it. */
const BARE_HOUR = /^[\d一二三四五六七八九十两]+点$/;
const AFTER_HOUR = /^(?:$|[\s,，。之前开见给去到打和跟在与约出])/;

/** Whether a result names a day, and not an hour alone. */
export function namesDay({ start }: ParsedResult): boolean {
  return start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
}

/**
 * Whether a result of chrono-node may say when something is due. What it also finds are lengths of time
 * ("a 30 minute call"), names and nouns (March report, sat down, 周一鸣), repetitions, and the past.
 */
export function maySayWhen(result: ParsedResult, text: string): boolean {
  const { start, text: phrase } = result;
  const before = text.slice(Math.max(0, result.index - 20), result.index);
  const after = text.slice(result.index + phrase.length, result.index + phrase.length + 4);
  const whole = text.trim() === phrase.trim();
  if (REPEATED.test(before) || PAST.test(phrase) || COUNTED_FROM.test(before)) return false;
  if (start.tags().has('result/relativeDate') && LENGTH_OF_TIME.test(phrase)) return whole;
  if (CHINESE_WEEKDAY.test(phrase) && NAME_BEFORE.test(before) && NAME_AFTER.test(after)) return false;
  if (!namesDay(result))
    return start.isCertain('hour') && (!BARE_HOUR.test(phrase) || AFTER_HOUR.test(after));
  const monthOnly = !start.isCertain('day') && !start.isCertain('weekday');
  const doubtful = monthOnly || /^(?:sat|sun|wed)$/.test(phrase);
  return !doubtful || whole || TIE_BEFORE.test(before) || TIE_AFTER.test(after);
}
