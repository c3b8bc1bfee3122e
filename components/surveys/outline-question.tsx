import { Ellipsis } from 'lucide';
import { useRef } from 'preact/hooks';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { t } from '@/lib/i18n';
import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import { type Bench, isChosen, useBench } from './bench';
import { withoutMembers } from './draft/computed';
import { placeOf, stepped, withCopy, withoutQuestion, withQuestionAt } from './draft/questions';
import { inShort, readable } from './draft/texts';
import { FaultMark } from './outline';
import { useDraggable } from './outline-drops';
import { typeWords } from './words';

interface OutlineQuestionProps {
  question: Question<Texts>;
  /** Counted through all pages, from 1. */
  number: number;
  faulty: boolean;
  /** Reads out where a question went. */
  say(words: string): void;
}

/** A line of the outline: chosen by a press, moved by dragging, by Alt and the arrows, or by its menu. */
export function OutlineQuestion({ question, number, faulty, say }: OutlineQuestionProps) {
  const bench = useBench();
  const { form, lang, chosen, choose } = bench;
  const line = useRef<HTMLLIElement>(null);
  useDraggable(line, question.id);
  const title = inShort(readable(question.title, lang, form.lang));

  const step = (direction: -1 | 1) => {
    const moved = stepped(form, question.id, direction);
    if (moved) move(bench, moved, question.id, say);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete') remove(bench, question.id);
    else if (event.altKey && event.key === 'ArrowUp') step(-1);
    else if (event.altKey && event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') focusBeside(line.current, -1);
    else if (event.key === 'ArrowDown') focusBeside(line.current, 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <li ref={line} class="outline-question" data-question={question.id}>
      <span class="outline-number num" aria-hidden="true">
        {number}
      </span>
      <button
        type="button"
        class="outline-entry"
        aria-current={isChosen(chosen, 'question', question.id) || undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        title={typeWords(question.type)}
        onClick={() => choose({ kind: 'question', id: question.id })}
        onKeyDown={onKeyDown}
      >
        <span class={title ? 'outline-title' : 'outline-title quiet-text'}>
          {title || typeWords(question.type)}
        </span>
        {faulty && <FaultMark />}
      </button>
      <Menu
        label={t('surveys.question_menu', { n: number })}
        icon={Ellipsis}
        items={menuItems(bench, question.id, step, say)}
      />
    </li>
  );
}

function menuItems(
  bench: Bench,
  id: string,
  step: (direction: -1 | 1) => void,
  say: (words: string) => void,
): MenuItem[] {
  const { form } = bench;
  const here = placeOf(form, id)?.page;
  const toPage = form.pages.flatMap((page, at): MenuItem[] =>
    at === here
      ? []
      : [
          {
            id: `page ${page.id}`,
            label: t('surveys.move_to_page', { n: at + 1 }),
            run: () =>
              move(bench, withQuestionAt(form, id, { page: at, at: page.questions.length }), id, say),
          },
        ],
  );
  return [
    { id: 'up', label: t('surveys.move_up'), disabled: !stepped(form, id, -1), run: () => step(-1) },
    { id: 'down', label: t('surveys.move_down'), disabled: !stepped(form, id, 1), run: () => step(1) },
    ...toPage,
    { id: 'copy', label: t('surveys.duplicate'), run: () => duplicate(bench, id) },
    { id: 'delete', label: t('common.delete'), danger: true, run: () => remove(bench, id) },
  ];
}

/** Moves a question, says where to, and keeps the focus on it. */
function move(bench: Bench, moved: AuthorForm, id: string, say: (words: string) => void): void {
  bench.act(moved);
  const place = placeOf(moved, id);
  if (!place) return;
  say(
    t('surveys.moved_to', {
      place: place.at + 1,
      of: moved.pages[place.page]?.questions.length ?? 0,
      page: place.page + 1,
    }),
  );
  requestAnimationFrame(() => entryOf(id)?.focus());
}

function entryOf(id: string): HTMLElement | null {
  return document.querySelector(`[data-question="${CSS.escape(id)}"] > .outline-entry`);
}

function duplicate(bench: Bench, id: string): void {
  const copied = withCopy(bench.form, id);
  bench.act(copied.form);
  bench.choose({ kind: 'question', id: copied.id });
}

/** Deletes a question and chooses its neighbour, which takes the focus too. */
function remove(bench: Bench, id: string): void {
  const ids = bench.form.pages.flatMap((page) => page.questions.map((question) => question.id));
  const at = ids.indexOf(id);
  const next = ids[at + 1] ?? ids[at - 1];
  bench.act(withoutMembers(withoutQuestion(bench.form, id), [id]), t('surveys.question_deleted'));
  bench.choose(next ? { kind: 'question', id: next } : { kind: 'survey' });
  requestAnimationFrame(() => {
    if (next) entryOf(next)?.focus();
  });
}

/** The next line of the outline, over page borders. */
function focusBeside(line: HTMLElement | null, direction: -1 | 1): void {
  const lines = [...(line?.closest('.outline-pages')?.querySelectorAll('[data-question]') ?? [])];
  const other = lines[lines.indexOf(line as HTMLElement) + direction];
  other?.querySelector<HTMLElement>('.outline-entry')?.focus();
}
