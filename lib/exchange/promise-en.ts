import type { Spoken } from './promises';

/** What somebody does who keeps their word. "Think", "see", "be" and "have" bind nobody. */
const DO = [
  'send|mail|e-?mail|write|forward|share|post|ship|deliver|bring|drop|hand|return|refund|pay|transfer|reimburse|credit',
  'call|ring|phone|reply|answer|respond|contact|reach out|get back|come back|circle back|follow up|update|inform|notify|remind',
  'prepare|draft|finish|complete|submit|file|sign|review|proofread|fix|repair|replace|correct|change|update|install|upload|publish',
  'check|look into|find out|clarify|confirm|verify|ask|talk to|speak to|discuss',
  'book|arrange|organi[sz]e|schedule|set up|order|reserve|cancel|extend|issue|invoice|quote|provide|supply|offer|introduce|connect|put you|put together|invite|visit|pick up|collect',
  'let (?:you|him|her|them|everybody|everyone|the \\w+) know|have (?:it|this|that|them|the [\\w ]{1,40}) (?:ready|done|sent|fixed|finished)|get (?:you|it|that|this|them|him|her|the [\\w ]{1,40}?) (?:to you|done|sent|back|over|fixed|sorted|ready|an? |the |another )|make sure|take care of|see to it',
].join('|');
const MANNER =
  '(?:(?:also|then|certainly|definitely|gladly|happily|personally|surely|absolutely|just|quickly|of course|be sure to|make sure to|go ahead and) )*';
const WILL = "(?:['’]ll| will| shall| am going to| are going to|['’]m going to|['’]re going to|['’]m gonna)";

const MINE = new RegExp(`\\b(?:I|we)${WILL} ${MANNER}(?:${DO})\\b`, 'i');
/** "Will do": the subject goes without saying at the head of a sentence. */
const HEADLESS = new RegExp(`^(?:ok(?:ay)?[,.]? |yes[,.]? |sure[,.]? )?will (?:${DO})\\b`, 'i');
const PROMISED =
  /\b(?:I|we) (?:have |['’]ve )?(?:also |just )?(?:promised?|pledged?|committed?|agreed)\b(?! (?:with|on|that (?:it|they|he|she|this)\b))/i;
const TOLD = /\b(?:I|we) (?:told|assured) (?:\w+|the \w+)(?: that)? (?:I|we)(?:['’]d| would|['’]ll| will) /i;
/** "You'll have it by Friday" is the word of whoever says so. */
const YOU_GET =
  /\byou(?:['’]ll| will) (?:have|get|receive|hear (?:back )?from (?:me|us))\b.*\b(?:by|until|before|on|from (?:me|us)|tomorrow|today|tonight|this|next|within|in \w+ (?:days?|weeks?|hours?))\b/i;

/** Of whom the user writes; a name counts only where it is the contact's: "Prices will change" is nobody's word. */
const THEY = '(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he )?(?:customer|client|supplier|buyer|agency))';

interface Theirs {
  promised: RegExp;
  said: RegExp;
  will: RegExp;
}

function theirs(names: readonly string[]): Theirs {
  const called = names
    .flatMap((name) => [name, name.split(/\s+/)[0] ?? ''])
    .filter((name) => name.length > 1);
  const escaped = called.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const who = `(?<![\\p{L}\\p{N}])(?:${[...escaped, THEY].join('|')})`;
  return {
    promised: new RegExp(
      `${who} (?:has |have )?(?:promised|assured me|pledged|committed|agreed to)(?!\\p{L})`,
      'u',
    ),
    said: new RegExp(
      `${who} (?:said|told me|wrote|confirmed)(?: that)? (?:he|she|they)(?:['’]d| would|['’]ll| will) ${MANNER}(?:${DO})\\b`,
      'u',
    ),
    will: new RegExp(`${who}(?:['’]ll| will| is going to| are going to) ${MANNER}(?:${DO})\\b`, 'u'),
  };
}

/** What takes the promise out of it: a condition, a doubt, a refusal, a habit, words of somebody else, something that is done. */
const NONE = [
  /^(?:what|which|when|where|how|why|who)\b/i,
  /\b(?:if|unless|in case|provided|assuming|whether|suppose|supposing|depending on)\b/i,
  /\b(?:maybe|perhaps|might|may|possibly|probably|hopefully|hope|try|tries|tried|consider|think|thought|guess|could|should|ideally|tentatively)\b/i,
  /\b(?:not|never|won['’]t|don['’]t|can['’]t|cannot|wouldn['’]t|didn['’]t|nobody|no longer|rather than|instead of)\b/i,
  /\b(?:always|usually|often|normally|generally|every (?:day|week|month|year|time)|whenever)\b/i,
  /\bcall (?:it|this) (?:a|off|quits)\b|\bgive (?:it|that|this) (?:a|some)\b|\bI['’]ll be \b/i,
  /\b(?:wonder|imagine|pretend|dream|joke|kidding|would have|wish)\b/i,
];

/**
 * Who promises what in an English sentence, or null.
 * @param names what the contact is called
 */
export function englishPromise(sentence: string, names: readonly string[]): Spoken | null {
  if (/\?\s*["”’)]*$/.test(sentence) || NONE.some((one) => one.test(sentence))) return null;
  const { promised, said, will } = theirs(names);
  const told = promised.exec(sentence) ?? said.exec(sentence);
  if (told) return { by: 'other', start: told.index };
  const own = TOLD.exec(sentence) ?? PROMISED.exec(sentence);
  if (own) return { by: 'speaker', start: own.index };
  const mine = MINE.exec(sentence) ?? HEADLESS.exec(sentence);
  if (mine) return { by: 'speaker', start: deedIn(sentence, mine.index) };
  const yours = YOU_GET.exec(sentence);
  if (yours) return { by: 'speaker', start: yours.index };
  const other = will.exec(sentence);
  return other && { by: 'other', start: other.index };
}

/** Where the deed begins behind "I'll certainly". */
function deedIn(sentence: string, from: number): number {
  const head = new RegExp(`^(?:(?:I|we)${WILL}|(?:\\w+[,.]? )?will) ${MANNER}`, 'i').exec(
    sentence.slice(from),
  );
  return from + (head?.[0].length ?? 0);
}
