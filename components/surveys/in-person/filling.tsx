import { useEffect, useRef, useState } from 'preact/hooks';
import { perform } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import type { Input } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import type { Answer } from '@/lib/surveys/answer';
import type { Form } from '@/lib/surveys/form';

export interface Person {
  id: string;
  name: string;
}

/** Draws a form to be filled in into an element. Given by the page: the widget's own code. */
export type FillForm = (
  root: Element,
  form: Form,
  options: {
    theme: 'light' | 'dark';
    who: { name?: string };
    /** Decides what is drawn, where it is drawn already: on paper. */
    seed?: string;
    post(answer: Answer): Promise<{ delivery: 'sent' }>;
  },
) => { close(): void };

interface FillingProps {
  surveyId: string;
  form: Form;
  person: Person | null;
  /** See `FillForm`. */
  seed: string | null;
  fill: () => Promise<FillForm>;
  /** It was answered to the end, and is in the store under this id. */
  onNoted(id: string): void;
}

/** The form itself. What was said is noted when the last page is done; what was broken off, when it is left. */
export function Filling({ surveyId, form, person, seed, fill, onNoted }: FillingProps) {
  const desk = useDesk();
  const root = useRef<HTMLDivElement>(null);
  const who = useRef(person);
  who.current = person;
  const waiting = useRef<Answer | null>(null);
  const [error, setError] = useState<string | null>(null);

  const note = async (answer: Answer) => {
    const said = answer.done ? t('surveys.noted') : t('surveys.noted_part');
    await perform(desk, 'responses.note', notedOf(answer, surveyId, who.current), said);
    if (waiting.current === answer) waiting.current = null;
  };
  const finish = async () => {
    const answer = waiting.current;
    if (!answer?.done) return;
    try {
      await note(answer);
      setError(null);
      onNoted(answer.id);
    } catch (failure) {
      setError(failureWords(failure));
    }
  };

  useEffect(() => {
    let view: { close(): void } | null = null;
    const leave = () => {
      const answer = waiting.current;
      if (answer) note(answer).catch(() => undefined);
    };
    const end = new AbortController();
    void fill().then((draw) => {
      if (end.signal.aborted || !root.current) return;
      view = draw(root.current, form, {
        theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : themeOfSystem(),
        who: who.current ? { name: who.current.name } : {},
        ...(seed === null ? {} : { seed }),
        post: async (answer) => {
          waiting.current = answer;
          await finish();
          return { delivery: 'sent' };
        },
      });
    });
    window.addEventListener('pagehide', leave, { signal: end.signal });
    return () => {
      end.abort();
      leave();
      view?.close();
    };
    // The form is drawn once: whoever asks in another language begins anew.
  }, []);

  return (
    <div class="in-person-form">
      {error && (
        <ErrorNote
          what={t('surveys.not_noted')}
          todo={error}
          action={<Button onClick={() => void finish()}>{t('common.try_again')}</Button>}
        />
      )}
      <div ref={root} />
    </div>
  );
}

function themeOfSystem(): 'light' | 'dark' {
  const isLight = document.documentElement.dataset.theme === 'light';
  return !isLight && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function notedOf(answer: Answer, surveyId: string, person: Person | null): Input<'responses.note'> {
  const { id, seq, version, lang, startedAt, at, done, values, order, times } = answer;
  return {
    surveyId,
    contactId: person?.id ?? null,
    id,
    seq,
    version,
    lang,
    startedAt,
    at,
    done,
    values,
    ...(order ? { order } : {}),
    ...(times ? { times } : {}),
  };
}
