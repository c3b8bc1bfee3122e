import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { folded } from '@/components/ui/list-keys';
import type { QuestionResult } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import { answersOf, counted, SaidWords } from '../counted-words';

const AT_FIRST = 5;
const MORE = 50;

interface CommentsProps {
  texts: QuestionResult['texts'];
  /** The question. */
  label: string;
  /** How many wrote in all, and where they stand; null where all of them are here. */
  older: { n: number; href: string } | null;
}

/** What was written, the newest first, with a search; each leads to its answer. */
export function Comments({ texts, label, older }: CommentsProps) {
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(AT_FIRST);
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  const found = texts.filter(({ text, name }) => {
    const all = folded(`${text} ${name ?? ''}`);
    return words.every((word) => all.includes(word));
  });
  return (
    <div class="comments">
      {texts.length > AT_FIRST && (
        <Field
          label={`${t('results.comments_find')}: ${label}`}
          labelUnseen
          placeholder={t('results.comments_find')}
          value={wanted}
          onInput={setWanted}
        />
      )}
      {found.length === 0 && <p class="quiet-text">{t('results.comments_none')}</p>}
      <ul>
        {found.slice(0, shown).map((comment) => (
          <Comment key={comment.responseId} of={comment} />
        ))}
      </ul>
      {found.length > shown && (
        <Button kind="bare" onClick={() => setShown(shown + MORE)}>
          {t('results.comments_more')}
        </Button>
      )}
      {older && found.length <= shown && (
        <p class="quiet-text">
          <SaidWords
            of={counted('results.comments_cut', {
              shown: texts.length,
              count: answersOf(older.n, older.href, label),
            })}
          />
        </p>
      )}
    </div>
  );
}

function Comment({ of }: { of: QuestionResult['texts'][number] }) {
  const name = of.name ?? t('results.somebody');
  const day = dayName(of.at, Date.now());
  return (
    <li class="comment">
      <p class="comment-text">{of.text}</p>
      <a class="quiet-text small" href={`#/responses/${of.responseId}`}>
        {`${name} · ${day}`}
      </a>
    </li>
  );
}
