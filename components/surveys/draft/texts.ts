import type { Texts } from '@/lib/surveys/form';

/** What is written in a language; empty where nothing is. */
export function textIn(texts: Texts | undefined, lang: string): string {
  return texts?.[lang] ?? '';
}

/** The text as the author knows it: in the language they write in, else in the first one; empty where both say nothing. */
export function readable(texts: Texts | undefined, lang: string, first: string): string {
  return texts?.[lang]?.trim() || texts?.[first]?.trim() || '';
}

/** A text in short, for lists: an answer that stands in it is three dots. */
export function inShort(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, '…');
}

/** A text with the words of one language replaced. A language without words has no entry. */
export function withText(texts: Texts | undefined, lang: string, text: string): Texts {
  const { [lang]: _, ...others } = texts ?? {};
  return text === '' ? others : { ...others, [lang]: text };
}

/** Like `withText`, and undefined when no language has words: for a text that may be missing. */
export function withOptionalText(texts: Texts | undefined, lang: string, text: string): Texts | undefined {
  const changed = withText(texts, lang, text);
  return Object.keys(changed).length > 0 ? changed : undefined;
}
