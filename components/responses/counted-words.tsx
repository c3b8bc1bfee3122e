import { Fragment } from 'preact';
import { note } from '@/components/insights/words';
import { type Key, rich, t } from '@/lib/i18n';
import { number, sentences } from '@/lib/i18n/format';
import type { Blanks } from '@/lib/i18n/keys';
import { showWords } from './counted';

/** A number of a sentence that leads to what it counts: answers or people. */
export interface Counted {
  n: number;
  /** What stands in the sentence instead of it: of how many per cent it is. */
  text?: string;
  href: string;
  /** What the link says to who does not see its sentence. */
  about: string;
}

/** A sentence, and the same in parts: some of its numbers lead somewhere. */
export interface Said {
  text: string;
  parts: (string | Counted)[];
}

/** A number that counts answers. @param what it counts, in words */
export const answersOf = (n: number, href: string, what: string): Counted => ({
  n,
  href,
  about: showWords(n, what),
});

/** A number that counts people. @param who they are, in words */
export const peopleOf = (n: number, href: string, who: string): Counted => ({
  n,
  href,
  about: t('results.show_people', { count: n, who }),
});

/** The sentence of a key; where a blank is given as `Counted`, its number leads to what it counts. */
export function counted<K extends Key>(
  key: K,
  values: Readonly<Record<Blanks<K>, string | number | Counted>>,
): Said {
  const given: Record<string, string | number | Counted> = values;
  const plain = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'object' ? (value.text ?? value.n) : value,
    ]),
  );
  return { text: t(key, ...([plain] as never)), parts: rich<K, Counted>(key, ...([given] as never)) };
}

export const plain = (text: string): Said => ({ text, parts: [text] });

/** One after the other, as below a section: parted by dots. */
export function noteOf(...said: Said[]): Said {
  return {
    text: note(...said.map(({ text }) => text)),
    parts: said.flatMap(({ parts }, at) => (at > 0 ? [note('', ''), ...parts] : parts)),
  };
}

/** Sentences one after the other, as the language parts them. */
export function sentencesOf(...said: Said[]): Said {
  const between = sentences('x', 'x').slice(1, -1);
  return {
    text: sentences(...said.map(({ text }) => text)),
    parts: said.flatMap(({ parts }, at) => (at > 0 && between ? [between, ...parts] : parts)),
  };
}

/** A sentence whose numbers lead to what they count; from none nothing leads. On paper it is a sentence. */
export function SaidWords({ of: { parts } }: { of: Said }) {
  return (
    <>
      {parts.map((part, at) => {
        if (typeof part === 'string') return <Fragment key={at}>{part}</Fragment>;
        const text = part.text ?? number(part.n);
        if (part.n === 0) return <Fragment key={at}>{text}</Fragment>;
        return (
          <a key={at} class="insight-link" href={part.href} aria-label={part.about}>
            {text}
          </a>
        );
      })}
    </>
  );
}
