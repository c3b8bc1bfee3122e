import { ArrowDown } from 'lucide';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { fitting } from '@/lib/surveys/translation/stale';
import { type TextAt, textsOf, todoIn, withWords } from '@/lib/surveys/translation/texts';
import { languageName } from '../draft/languages';
import type { DraftKeeper } from '../keep-draft';
import { TextPair } from './text-pair';
import { type LoadTable, TranslatorFile } from './translator-file';
import { placeWords } from './where-words';
import './translations.css';

interface TranslationsProps {
  /** Of the survey: the file for a translator is called so. */
  name: string;
  form: AuthorForm;
  keeper: DraftKeeper;
  loadTable: LoadTable;
  /** Opens a question or ending where it is written. */
  onOpen(id: string): void;
}

/** Every text of a survey in its first language and in another one, side by side, with what is missing and what is older than its original. */
export function Translations({ name, form, keeper, loadTable, onOpen }: TranslationsProps) {
  const others = form.langs.filter((lang) => lang !== form.lang);
  const [chosen, choose] = useState(others[0] ?? '');
  const lang = others.includes(chosen) ? chosen : others[0];
  const [shown, show] = useState<'all' | 'todo'>('all');
  if (lang === undefined)
    return (
      <div class="surveys-empty">
        <EmptyState title={t('logic.texts')}>{t('logic.texts_single')}</EmptyState>
      </div>
    );
  const first = languageName(form.lang);
  return (
    <section class="translations" aria-label={t('logic.texts')} onFocusOut={() => void keeper.flush()}>
      <div class="translations-head">
        {others.length > 1 && (
          <Select
            label={t('logic.texts_to')}
            labelUnseen
            value={lang}
            choices={others.map((each) => ({ value: each, label: languageName(each) }))}
            onChoose={choose}
          />
        )}
        <Select
          label={t('logic.texts_only')}
          labelUnseen
          value={shown}
          choices={[
            { value: 'all', label: t('logic.texts_all') },
            { value: 'todo', label: t('logic.texts_todo') },
          ]}
          onChoose={(value) => show(value)}
        />
        <TranslatorFile name={name} form={form} lang={lang} keeper={keeper} loadTable={loadTable} />
      </div>
      <Pairs
        key={`${lang} ${shown}`}
        form={form}
        lang={lang}
        first={first}
        only={shown}
        keeper={keeper}
        onOpen={onOpen}
      />
    </section>
  );
}

interface PairsProps {
  form: AuthorForm;
  lang: string;
  /** Name of the first language. */
  first: string;
  only: 'all' | 'todo';
  keeper: DraftKeeper;
  onOpen(id: string): void;
}

function Pairs({ form, lang, first, only, keeper, onOpen }: PairsProps) {
  const list = useRef<HTMLDivElement>(null);
  const texts = useMemo(() => textsOf(form).filter((one) => one.texts[form.lang]?.trim()), [form]);
  const { missing, stale } = useMemo(() => todoIn(form, lang), [form, lang]);
  /** What was to be done when the list was opened stays in it: nothing goes from under the caret. */
  const [atFirst] = useState(() => new Set([...missing, ...stale]));
  const listed = only === 'all' ? texts : texts.filter(({ id }) => atFirst.has(id));
  const todo = [...missing, ...stale];

  const write = (id: string, text: string) => keeper.write(withWords(form, lang, new Map([[id, text]])));
  const act = (next: AuthorForm, said?: string) => void keeper.act(next, said);
  const copyAll = () => {
    const words = new Map(texts.flatMap((one) => (missing.includes(one.id) ? [original(form, one)] : [])));
    act(withWords(form, lang, words), t('logic.texts_copied', { count: words.size }));
  };
  const next = () => {
    const fields = [...(list.current?.querySelectorAll<HTMLElement>('[data-text-id]') ?? [])];
    const here = fields.findIndex(
      (field) => field.contains(document.activeElement) || field.dataset.near === 'true',
    );
    const order = [...fields.slice(here + 1), ...fields.slice(0, here + 1)];
    const found = order.find(({ dataset }) => todo.includes(dataset.textId ?? ''));
    for (const field of fields) field.dataset.near = String(field === found);
    found?.querySelector('textarea')?.focus();
    found?.scrollIntoView({ block: 'center' });
  };

  return (
    <>
      <div class="translations-state">
        <p role="status">
          {todo.length === 0
            ? t('logic.texts_done')
            : [
                ...(missing.length > 0 ? [t('logic.texts_missing', { count: missing.length })] : []),
                ...(stale.length > 0 ? [t('logic.texts_stale', { count: stale.length })] : []),
              ].join(' · ')}
        </p>
        {todo.length > 0 && (
          <Button kind="bare" icon={ArrowDown} onClick={next}>
            {t('logic.texts_next')}
          </Button>
        )}
        {missing.length > 0 && (
          <Button kind="bare" onClick={copyAll}>
            {t('logic.texts_copy_all')}
          </Button>
        )}
      </div>
      <div ref={list} class="translations-list">
        {placesOf(listed).map(([of, own]) => (
          <section key={of} class="translations-place" aria-label={placeWords(form, { of })}>
            <h2>
              <button type="button" class="translations-open" onClick={() => onOpen(of)}>
                {placeWords(form, { of })}
              </button>
            </h2>
            {own.map((one) => (
              <TextPair
                key={one.id}
                form={form}
                lang={lang}
                first={first}
                text={one}
                was={form.stale?.[one.id]?.[lang] ?? null}
                onWrite={(text) => write(one.id, text)}
                onCopy={() => act(withWords(form, lang, new Map([original(form, one)])))}
                onFits={() => act(fitting(form, one.id, lang))}
              />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

/** A text by its id, in the words of the first language. */
const original = (form: AuthorForm, { id, texts }: TextAt): [string, string] => [id, texts[form.lang] ?? ''];

/** Texts by their question or ending, in order. */
function placesOf(texts: readonly TextAt[]): [string, TextAt[]][] {
  const places: [string, TextAt[]][] = [];
  for (const text of texts) {
    const last = places.at(-1);
    if (last?.[0] === text.of) last[1].push(text);
    else places.push([text.of, [text]]);
  }
  return places;
}
