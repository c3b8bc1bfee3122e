import { Ellipsis, Plus } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { t } from '@/lib/i18n';
import { isChosen, useBench } from './bench';
import { pageStepped, withNewEnding, withNewPage, withoutPage } from './draft/pages';
import { readable } from './draft/texts';
import { faultyIds, useFaults } from './faults';
import { useQuestionDrops } from './outline-drops';
import { OutlineQuestion } from './outline-question';
import { TypeMenu } from './type-menu';
import './outline.css';

/** The pages with their questions in order, and what stands around them. */
export function Outline() {
  const bench = useBench();
  const { form, lang, chosen, choose, act } = bench;
  const [said, say] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const faulty = faultyIds(useFaults(form));
  useQuestionDrops(list, bench);
  let number = 0;

  const addPage = () => {
    const last = form.pages.at(-1)?.id ?? null;
    const added = withNewPage(form, last);
    act(added.form);
    choose({ kind: 'page', id: added.id });
  };
  const addEnding = () => {
    const added = withNewEnding(form);
    act(added.form);
    choose({ kind: 'ending', id: added.id });
  };
  const entry = (kind: 'survey' | 'computed' | 'blocks' | 'show', label: string) => (
    <button
      type="button"
      class="outline-entry"
      aria-current={isChosen(chosen, kind) || undefined}
      onClick={() => choose({ kind })}
    >
      {label}
      {faulty.has(kind) && <FaultMark />}
    </button>
  );

  return (
    <section class="outline" aria-label={t('surveys.outline')}>
      <div ref={list} class="outline-sheet">
        {entry('survey', t('surveys.start'))}
        <ol class="outline-pages">
          {form.pages.map((page, at) => (
            <li key={page.id} data-page={page.id}>
              <div class="outline-page">
                <button
                  type="button"
                  class="outline-entry"
                  aria-current={isChosen(chosen, 'page', page.id) || undefined}
                  onClick={() => choose({ kind: 'page', id: page.id })}
                >
                  {t('surveys.page_n', { n: at + 1 })}
                  {faulty.has(page.id) && <FaultMark />}
                </button>
                <Menu
                  label={t('surveys.page_menu', { n: at + 1 })}
                  icon={Ellipsis}
                  items={[
                    {
                      id: 'up',
                      label: t('surveys.move_up'),
                      disabled: at === 0,
                      run: () => act(pageStepped(form, page.id, -1) ?? form),
                    },
                    {
                      id: 'down',
                      label: t('surveys.move_down'),
                      disabled: at === form.pages.length - 1,
                      run: () => act(pageStepped(form, page.id, 1) ?? form),
                    },
                    {
                      id: 'delete',
                      label: t('common.delete'),
                      danger: true,
                      disabled: form.pages.length === 1,
                      run: () => {
                        act(withoutPage(form, page.id), t('surveys.page_deleted'));
                        choose({ kind: 'survey' });
                      },
                    },
                  ]}
                />
              </div>
              <ol class="outline-questions">
                {page.questions.map((question) => {
                  number += 1;
                  return (
                    <OutlineQuestion
                      key={question.id}
                      question={question}
                      number={number}
                      faulty={faulty.has(question.id)}
                      say={say}
                    />
                  );
                })}
              </ol>
              {page.questions.length === 0 && <p class="outline-empty">{t('surveys.page_empty')}</p>}
            </li>
          ))}
        </ol>
        <div class="outline-add">
          <TypeMenu />
          <Button kind="bare" icon={Plus} onClick={addPage}>
            {t('surveys.add_page')}
          </Button>
        </div>
        {form.endings.map((ending, at) => (
          <button
            key={ending.id}
            type="button"
            class="outline-entry"
            aria-current={isChosen(chosen, 'ending', ending.id) || undefined}
            onClick={() => choose({ kind: 'ending', id: ending.id })}
          >
            <span class="one-line">
              {form.endings.length === 1
                ? t('surveys.ending')
                : t('surveys.ending_named', {
                    name: readable(ending.title, lang, form.lang) || String(at + 1),
                  })}
            </span>
            {faulty.has(ending.id) && <FaultMark />}
          </button>
        ))}
        <div class="outline-add">
          <Button kind="bare" icon={Plus} onClick={addEnding}>
            {t('surveys.add_ending')}
          </Button>
        </div>
        {entry('computed', t('logic.computed'))}
        {entry('blocks', t('logic.blocks'))}
        {entry('show', t('surveys.when_shown'))}
      </div>
      <p class="unseen" role="status">
        {said}
      </p>
    </section>
  );
}

/** Says that something here keeps the survey from being published. */
export function FaultMark() {
  return <span class="fault-mark" role="img" aria-label={t('surveys.has_fault')} />;
}
