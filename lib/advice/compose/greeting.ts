import { greetedInChinese, isGreetedInChinese } from './chinese-greeting';

/** Whom the first line of a mail greets, and whether that is one of those it goes to. English and Chinese. */

/** Only the greeting itself is without case: under `i` every letter is a capital. */
const GREETS = /^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day))(\s*,)?\s+/iu;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/iu;
const NAMED =
  /^((?!\p{sc=Han})\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){0,3})\s*(?:[,:;!.—–-]|$)/u;
/** "hello anna": one word, and no comma before it. */
const LONE = /^((?!\p{sc=Han})\p{L}[\p{L}\p{M}'’-]*)\s*(?:[,!:]|$)/u;

/** Words that greet nobody in particular. */
const NOBODY = new Set(
  'all team everyone everybody there both folks friends colleagues guys ladies gentlemen sir madam sirs again thank thanks hiring manager sales support service customer customers'.split(
    ' ',
  ),
);

/** The name that a line greets, or the family name before a title; null where it greets nobody by name. */
export function greetedIn(line: string): string | null {
  const plain = line.normalize('NFKC').trim().slice(0, 120);
  const english = englishIn(plain);
  if (english !== undefined) return english;
  return greetedInChinese(plain);
}

/** Undefined for what is no English greeting, or greets in Chinese ("Hi 李伟"). */
function englishIn(plain: string): string | null | undefined {
  const head = GREETS.exec(plain);
  if (!head || /^\p{sc=Han}/u.test(plain.slice(head[0].length))) return undefined;
  const rest = plain.slice(head[0].length);
  const title = TITLE.exec(rest);
  const who = title ? rest.slice(title[0].length) : rest;
  const found = (NAMED.exec(who) ?? (head[1] ? null : LONE.exec(who)))?.[1];
  if (!found) return null;
  const name = found.replace(/[.'’-]+$/, '');
  const isNobody = name.split(/\s+/).some((word) => NOBODY.has(word.toLowerCase()));
  return isNobody ? null : name;
}

/** Short forms that do not begin like the name. */
const SHORT_FORMS = pairsOf(
  `bob robert|bobby robert|bill william|billy william|will william|liam william|dick richard|rick richard|jim james|jack john|johnny john|peggy margaret|meg margaret|maggie margaret|betty elizabeth|liz elizabeth|beth elizabeth|lisa elizabeth|libby elizabeth|tony anthony|toni antonia|ted edward|ned edward|ted theodore|hank henry|harry henry|chuck charles|mike michael|mick michael|kate katherine|kathy catherine|kate catherine|katie katherine|katy katherine|katy catherine|katy katie|kathy katie|nancy anne|polly mary|molly mary|sally sarah|sandy alexander|sascha alexander|sasha alexandra|alex alexander|drew andrew|andy andrew|gene eugene|larry lawrence|lars laurence|steve stephen|steve steven|peter pete|tom thomas|nick nicholas|claus nikolaus|fritz friedrich|hans johannes|jan johannes|pepe jose|paco francisco|lola dolores|fiona fionnuala`,
);

/** Names of which one begins like the other and that are two people: the slips that this rule is for. */
const APART = pairsOf(
  'dan dana|jan jana|jan janet|jan janine|paul paula|carl carla|karl karla|daniel daniela|gabriel gabriela|eva evan|eric erica|erik erika|andre andrea|christian christiana|joan joanna|joan joanne',
);

const HAN = /\p{sc=Han}/u;

function pairsOf(text: string): Set<string>[] {
  return text.split('|').map((pair) => new Set(pair.trim().split(/\s+/)));
}

const plainWord = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (name: string) => name.split(/[\s·,.()-]+/).flatMap((word) => plainWord(word) || []);

/** Two words that may be one name: alike, one a beginning of the other, or a known short form. */
function mayBeOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const isIn = (pairs: Set<string>[]) => pairs.some((pair) => pair.has(a) && pair.has(b));
  if (short !== long && isIn(APART)) return false;
  if (short === long || (short.length >= 2 && long.startsWith(short))) return true;
  // Steffi and Stefanie have four letters in common; Mark and Maria three, and are two people.
  if (short.length >= 4 && long.startsWith(short.slice(0, 4))) return true;
  return isIn(SHORT_FORMS);
}

/**
 * Whether a greeting is for somebody of this name.
 * @returns null where that cannot be told: no name, names in different scripts, a word that may be no name
 */
export function isGreeted(name: string, known: string): boolean | null {
  const plain = known.normalize('NFKC').trim();
  if (plain === '' || plain.includes('@') || HAN.test(name) !== HAN.test(plain)) return null;
  if (HAN.test(name)) return isGreetedInChinese(name, plain);
  const own = wordsOf(plain);
  return wordsOf(name).some((word) => own.some((other) => mayBeOne(word, other)));
}
