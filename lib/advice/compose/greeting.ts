import { nameParts } from '@/lib/crm/merge-fields';

/** Whom the first line of a mail greets, and whether that is one of those it goes to. English and Chinese. */

/** By name, or as Chinese does by family name and what somebody is. */
export interface Greeted {
  name: string;
  isFamily: boolean;
}

/** Only the greeting itself is without case: under `i` every letter is a capital. */
const GREETS = /^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day))(\s*,)?\s+/iu;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?\s+/iu;
const NAMED =
  /^((?!\p{sc=Han})\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*){0,3})\s*(?:[,:;!.—–-]|$)/u;
/** "hello anna": one word, and no comma before it. */
const LONE = /^((?!\p{sc=Han})\p{L}[\p{L}\p{M}'’-]*)\s*(?:[,!:]|$)/u;

/** What a Chinese greeting calls somebody by: family name, then this. */
const HONORIFIC =
  '先生|女士|小姐|太太|老师|老師|教授|博士|总经理|總經理|副总|副總|总监|總監|董事长|董事長|经理|經理|主任|主管|工程师|工程師|律师|律師|医生|醫生|总|總|董|工|姐|哥';
const CHINESE = new RegExp(
  `^(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的)?(?:您好|你好|早上好|下午好|晚上好|hi|hello|dear)?[,，\\s]*([\\p{sc=Han}]{1,4}?)(${HONORIFIC})?[\\s]*(?:您好|你好|早上好|下午好|晚上好)?[\\s]*(?:[,，:：!！。~]|$)`,
  'iu',
);
const GREETS_CHINESE = /您好|你好|早上好|下午好|晚上好|尊敬的|亲爱的|親愛的|^(?:hi|hello|dear)\b/i;
const HELLO_AND_COMMA = /^(?:您好|你好|早上好|下午好|晚上好)\s*[,，]/;

/** Words that greet nobody in particular. */
const NOBODY = new Set(
  'all team everyone everybody there both folks friends colleagues guys ladies gentlemen sir madam sirs again thank thanks hiring manager sales support service customer customers 大家 各位 同事 同事们 同事們 团队 團隊 客户 客戶 朋友 朋友们 朋友們 先生 女士 您 你 好 您好 你好 早上好 下午好 晚上好 早安 午安'.split(
    ' ',
  ),
);

/** Whom a line greets by name; null where it greets nobody by name. */
export function greetedIn(line: string): Greeted | null {
  const plain = line.normalize('NFKC').trim().slice(0, 120);
  const english = englishIn(plain);
  if (english !== undefined) return english;
  const chinese = CHINESE.exec(plain);
  if (!chinese) return null;
  const [whole, name = '', honorific] = chinese;
  if (NOBODY.has(name) || NOBODY.has(name + (honorific ?? ''))) return null;
  // A word before a comma is no greeting; with an honorific or a greeting it is one.
  if (!honorific && (!GREETS_CHINESE.test(whole) || HELLO_AND_COMMA.test(plain))) return null;
  // "汇总：" and "分工：" are headings.
  if (honorific?.length === 1 && !GREETS_CHINESE.test(whole) && !/[,，]$/.test(whole)) return null;
  return { name, isFamily: honorific !== undefined && name.length <= 2 };
}

/** Undefined for what is no English greeting, or greets in Chinese ("Hi 李伟"). */
function englishIn(plain: string): Greeted | null | undefined {
  const head = GREETS.exec(plain);
  if (!head || /^\p{sc=Han}/u.test(plain.slice(head[0].length))) return undefined;
  const rest = plain.slice(head[0].length);
  const title = TITLE.exec(rest);
  const who = title ? rest.slice(title[0].length) : rest;
  const found = (NAMED.exec(who) ?? (head[1] ? null : LONE.exec(who)))?.[1];
  if (!found) return null;
  const name = found.replace(/[.'’-]+$/, '');
  const isNobody = name.split(/\s+/).some((word) => NOBODY.has(word.toLowerCase()));
  return isNobody ? null : { name, isFamily: title !== null };
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
 * @returns null where that cannot be told: no name, or names in different scripts
 */
export function isGreeted({ name, isFamily }: Greeted, known: string): boolean | null {
  const plain = known.normalize('NFKC').trim();
  if (plain === '' || plain.includes('@') || HAN.test(name) !== HAN.test(plain)) return null;
  if (HAN.test(name)) {
    const told = plain.replace(/\s+/g, '');
    if (isFamily) return told.startsWith(name);
    return told.includes(name) || name.includes(told) || nameParts(plain).first === name;
  }
  const own = wordsOf(plain);
  return wordsOf(name).some((word) => own.some((other) => mayBeOne(word, other)));
}
