import type { Asked, Found, Language } from './note';
import { overlaps } from './ranges';

const sideOf = (text: string, { sides }: Language) => sides.find(([pattern]) => pattern.test(text))?.[1];

/** Degrees of something with more of them on one side. A list in which one answer is no degree is none. */
function isUnbalanced(texts: string[], language: Language): boolean {
  const sides = texts.map((text) => sideOf(text, language));
  if (texts.length < 3 || sides.includes(undefined)) return false;
  const count = (side: string) => sides.filter((one) => one === side).length;
  return count('up') !== count('down');
}

/** Notes on the answers that can be chosen, in one language. */
export function answerNotes(question: Asked, lang: string, language: Language): Found[] {
  const { type, choices = [], ends } = question;
  const texts = choices
    .map(({ id, text }) => ({ id, text: text[lang]?.trim() ?? '' }))
    .filter(({ text }) => text);
  const words = texts.map(({ text }) => text);
  const isScale = type === 'single' || type === 'dropdown' || type === 'matrix';
  const found: Found[] = [];
  const whole = (rule: Found['rule'], part: Found['part']) =>
    found.push({ rule, part, found: null, better: null });
  if (isScale) {
    const agreeing = words.filter((text) => language.agree.test(text)).length;
    if (agreeing >= 2) whole('agreement', 'choice');
    else if (isUnbalanced(words, language)) whole('unbalanced', 'choice');
    if (type !== 'matrix') found.push(...overlaps(texts));
  }
  const sides = ends?.map((end) => sideOf(end[lang] ?? '', language));
  if (sides && sides[0] !== undefined && sides[0] !== 'middle' && sides[0] === sides[1])
    whole('unbalanced', 'ends');
  if (ends?.every((end) => language.agree.test(end[lang] ?? ''))) whole('agreement', 'ends');
  return found;
}
