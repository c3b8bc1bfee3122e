import {
  COMPOUND,
  FAMILIAR,
  FAMILIES,
  HEADINGS,
  HELLO,
  IS_SHORT_TITLE,
  IS_TITLE,
  LIKE_A_TITLE,
  NO_NAME,
  NOBODY,
  SAVED_TITLE,
  TITLES,
  TWO_NAMES,
} from './chinese-words';
import { simple } from './simplified';

/** Whom the first line of a mail in Chinese greets. A warning at a right mail is worse than none: where it cannot be told, nothing is said. */

const CHINESE = new RegExp(
  `^(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的)?(${HELLO}|早|hi|hello|dear)?[,，\\s]*([\\p{sc=Han}]{1,4}?)(?:(${TITLES})|(${FAMILIAR}))?\\s*(${HELLO}|好|早)?\\s*([,，:：!！。~]|$)`,
  'iu',
);
const GREETS = new RegExp(`${HELLO}|尊敬的|敬爱的|敬愛的|亲爱的|親愛的|^(?:hi|hello|dear)\\b`, 'i');
const HELLO_AND_COMMA = new RegExp(`^(?:${HELLO}|早)\\s*[,，]`);

/** The family name that a name in simplified characters begins with, if it is one. */
const familyOf = (name: string) => (COMPOUND.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1));
const isFamilyName = (name: string) => {
  const family = familyOf(simple(name));
  return family.length === 2 || FAMILIES.has(family);
};

/** The name that a line greets; null where it greets nobody by name. */
export function greetedInChinese(line: string): string | null {
  const found = CHINESE.exec(line);
  if (!found) return null;
  const [whole, hello = '', name = '', title, familiar, after = '', end = ''] = found;
  const honorific = title ?? familiar ?? '';
  const said = name + honorific;
  const isShort = after === '好' || after === '早' || hello === '早';
  if (NOBODY.has(name) || NOBODY.has(said) || IS_TITLE.test(name) || IS_TITLE.test(said)) return null;
  // Of four characters are names with a double family name: 欧阳静怡.
  if (
    NO_NAME.test(name) ||
    TWO_NAMES.test(name) ||
    (name.length === 4 && familyOf(simple(name)).length === 1)
  )
    return null;
  // "挺好" and "早日" greet nobody; "李总好" and "早，李总" do.
  if (isShort && !(honorific && isFamilyName(name))) return null;
  if (!honorific) {
    // A word before a comma is no greeting; with a greeting it is one.
    if (!GREETS.test(whole) || HELLO_AND_COMMA.test(line)) return null;
    // "您好请查收" goes on to speak, "您好 时间：" begins a list.
    if (/^\p{sc=Han}/u.test(hello) && (!isFamilyName(name) || /[:：]/.test(end))) return null;
    return /^[老小阿].$/.test(name) ? name.slice(1) : name;
  }
  // "汇总：" and "分工，" are headings.
  const isHeading = honorific.length === 1 && !isShort && !GREETS.test(whole);
  if (
    isHeading &&
    (!isFamilyName(name) || HEADINGS.has(said) || (!IS_SHORT_TITLE.test(honorific) && !familiar))
  )
    return null;
  return name;
}

/** What somebody may be called by, in simplified characters: the whole name, and each of its words. */
function namesOf(known: string): string[] {
  const words = simple(known).match(/\p{sc=Han}+/gu) ?? [];
  // A book may have them as 小张 or 张总.
  const bare = (word: string) => word.replace(/^[老小阿](?=.$)/, '').replace(SAVED_TITLE, '') || word;
  return [words.join(''), ...words].map(bare);
}

/**
 * Whether a greeting is for somebody of this name, both in Chinese.
 * @returns null where that cannot be told
 */
export function isGreetedInChinese(name: string, known: string): boolean | null {
  const called = simple(name);
  const names = namesOf(known);
  const [all = ''] = names;
  // Also 强 李 of books that write the family name last, 强总 and 文文.
  if ([...called].every((sign) => all.includes(sign))) return true;
  if (names.some((one) => one.length > 1 && called.includes(one))) return true;
  // 尊敬的供应商 names nobody, and a book may have 志强 or 采购部 alone.
  if (!isFamilyName(called) || !names.some(isFamilyName)) return null;
  const family = familyOf(called);
  const rest = called.length - family.length;
  // "张调度您好" to 张伟 is by a title that is not known, or a slip; 张总 in the book is any 张.
  const maybe = (one: string) =>
    one === family || (rest > 1 && (one.length !== called.length || LIKE_A_TITLE.test(called)));
  return names.some((one) => familyOf(one) === family && maybe(one)) ? null : false;
}
