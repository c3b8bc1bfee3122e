import type { Asked, Found, Language } from './note';

const at = ({ index, 0: text }: RegExpExecArray) => ({ from: index, to: index + text.length, text });

/**
 * What is put in at run time is no wording, and 会不会 is a question, no negation: dots keep their place, so that what is found stands where it
 * is said to.
 */
function blind(title: string): string {
  return title.replace(/\{\{[^{}]*\}\}|([^是])不\1/g, (found) => '\u00b7'.repeat(found.length));
}

/** Notes on a title, in one language; of each rule the first. */
export function titleNotes(question: Asked, lang: string, language: Language): Found[] {
  const title = question.title[lang] ?? '';
  const text = blind(title);
  const found: Found[] = [];
  for (const { rule, pattern, of, unless, better } of language.signs) {
    if (found.some((one) => one.rule === rule) || (of && !of(question)) || unless?.test(text)) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const proposed = better?.(title, match) ?? null;
    found.push({ rule, part: 'title', found: at(match), better: proposed === title ? null : proposed });
  }
  for (const [pattern, plain] of language.jargon) {
    const match = pattern.exec(text);
    if (!match || found.some((one) => one.rule === 'jargon')) continue;
    const instead =
      plain && (/s$/.test(match[0]) && !plain.endsWith('s') && plain !== 'use' ? `${plain}s` : plain);
    found.push({
      rule: 'jargon',
      part: 'title',
      found: at(match),
      better: instead && title.slice(0, match.index) + instead + title.slice(match.index + match[0].length),
    });
  }
  const { unit, most } = language.longest;
  if ((text.match(unit) ?? []).length > most)
    found.push({ rule: 'length', part: 'title', found: null, better: null });
  return found;
}
