import type { Due } from '@/lib/crm/calendar';
import { englishPromise } from './promise-en';
import { chinesePromise } from './promise-zh';
import { parseWhen, type WhenOptions } from './when';

/** A promise that a sentence seems to hold: nothing is one before the user says so. */
export interface FoundPromise {
  /** The sentence, as it stands in the text. */
  quote: string;
  by: 'me' | 'them';
  /** What is to be done, without who and when. */
  what: string;
  due: Due | null;
}

/** What a grammar tells of a sentence: whether who speaks promises or somebody they speak of, and where the deed begins. */
export interface Spoken {
  by: 'speaker' | 'other';
  start: number;
}

export interface PromiseOptions extends WhenOptions {
  /** Whose words they are, where no line of a chat says so: a note is the user's. */
  speaker: 'me' | 'them';
  /** What the contact is called, as a pasted chat writes it before their lines. */
  names: readonly string[];
}

/** Promises are looked for in so much of a text, and so many are told. */
const [LONGEST, MOST] = [20_000, 5];
const LONGEST_SENTENCE = 400;
const SENTENCE = /[^.!?。！？；;\n]+(?:\.(?=\d|\w)[^.!?。！？；;\n]*)*[.!?。！？；;]*/gu;
/** Between parts of a sentence; a comma of a number is none. */
const PARTS = /，|,(?!\d)/u;
const ME = /^(?:me|i|you|myself|我|本人|自己)$/iu;
/** A word and a colon that is no speaker. */
const NO_SPEAKER =
  /^(?:note|notes|nb|ps|p\.s\.|todo|to do|next|next steps?|action|actions|promise|promised|re|fw|fwd|aw|summary|call|meeting|备注|備註|待办|待辦|承诺|承諾|下一步|总结|總結|回复|回覆|答复|答覆)$/iu;
const SPEAKER =
  /^(?:\[[^\]]{1,30}\]\s*)?([^\s:：][^:：\n]{0,30}?)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[:：]\s*(?=\S)/u;
/** The head of a message as chats copy it: the name and the time on a line of their own. */
const HEAD =
  /^(\S[^\n:：]{0,30}?)\s+(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*$/u;

/**
 * Sentences that seem to be promises, of the user or of the contact: "I'll send you the price list by Friday", 我周五前把报价发给你.
 * Precision comes first: a question, a condition, a doubt, a request and what is done already are none.
 */
export function findPromises(text: string, options: PromiseOptions): FoundPromise[] {
  const found: FoundPromise[] = [];
  let speaker: 'me' | 'them' | null = options.speaker;
  for (const line of text.slice(0, LONGEST).split('\n')) {
    // What is quoted was said before, and may be kept since.
    if (/^\s*[>＞]/.test(line)) continue;
    const head = HEAD.exec(line.trim());
    const named = head && speakerOf(head[1]!, options);
    if (named !== undefined && named !== null) {
      speaker = named === 'somebody' ? null : named;
      continue;
    }
    const said = SPEAKER.exec(line);
    const own = said && isSpeaker(said[1]!) ? speakerOf(said[1]!, options) : null;
    const whose: 'me' | 'them' | null = own === null ? speaker : own === 'somebody' ? null : own;
    const words = said ? line.slice(said[0].length) : line;
    for (const [sentence] of words.matchAll(SENTENCE)) {
      for (const one of whose ? promisesIn(sentence.trim(), whose, options) : []) {
        if (!found.some(({ quote }) => quote === one.quote)) found.push(one);
        if (found.length === MOST) return found;
      }
    }
  }
  return found;
}

/** Words before a colon that may be somebody's name. */
function isSpeaker(label: string): boolean {
  return !NO_SPEAKER.test(label.trim()) && label.trim().split(/\s+/).length <= 3;
}

/** Who a line of a chat belongs to; `somebody` for a name that is neither the user's nor the contact's. */
function speakerOf(label: string, { names }: PromiseOptions): 'me' | 'them' | 'somebody' {
  const name = label.trim();
  if (ME.test(name)) return 'me';
  const folded = name.toLocaleLowerCase();
  const isTheirs = names.some((one) => {
    const whole = one.toLocaleLowerCase();
    // Friends are called by their given name: 美玲 is 陳美玲.
    const isGiven = /^\p{sc=Han}{2,3}$/u.test(folded) && whole.endsWith(folded);
    return whole === folded || whole.split(/\s+/)[0] === folded || isGiven;
  });
  return isTheirs ? 'them' : 'somebody';
}

/** What a sentence promises; several where parts of it are promises with days of their own: 我明天发报价，周五前给您答复. */
function promisesIn(sentence: string, speaker: 'me' | 'them', options: PromiseOptions): FoundPromise[] {
  const whole = promiseIn(sentence, speaker, options);
  if (!whole) return [];
  const parts = sentence.split(PARTS).flatMap((part) => {
    const one = promiseIn(part.trim(), speaker, options);
    return one?.due ? [one] : [];
  });
  return parts.length > 1 ? parts : [whole];
}

function promiseIn(sentence: string, speaker: 'me' | 'them', options: PromiseOptions): FoundPromise | null {
  if (sentence.length > LONGEST_SENTENCE || sentence.length < 4) return null;
  const isChinese = /\p{sc=Han}/u.test(sentence);
  const spoken = isChinese
    ? chinesePromise(sentence, options.names)
    : englishPromise(sentence, options.names);
  if (!spoken) return null;
  // Of whom the contact speaks nobody can tell.
  if (spoken.by === 'other' && speaker === 'them') return null;
  const by = spoken.by === 'other' ? 'them' : speaker;
  const when = parseWhen(sentence, options);
  const due = when && { date: when.date, ...(when.time === undefined ? {} : { time: when.time }) };
  const deed = sentence.slice(spoken.start);
  const rest = (parseWhen(deed, options)?.rest ?? deed)
    .trim()
    .replace(/^[，,、\s]+|[\s。.!！;；，,]+$/gu, '');
  return { quote: sentence, by, what: rest || sentence, due };
}
