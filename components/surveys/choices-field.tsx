import { ArrowDown, ArrowUp, Plus, X } from 'lucide';
import { useRef } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import type { Choice, Texts } from '@/lib/surveys/form';
import { useBench } from './bench';
import { freshId } from './draft/ids';
import { merged } from './draft/questions';
import { readable, textIn, withText } from './draft/texts';
import { NumberField } from './number-field';

interface ChoicesFieldProps {
  /** Choices (of a matrix: its columns), or rows. */
  kind: 'c' | 'r';
  label: string;
  choices: readonly Choice<Texts>[];
  /** Each choice has points, which add to the score of an answer. */
  scored?: boolean;
  /** Takes what is being typed. */
  onWrite(choices: Choice<Texts>[]): void;
  /** Takes a step of its own: a line added, moved or removed. */
  onAct(choices: Choice<Texts>[]): void;
}

/** A list of answers to choose from: Enter adds a line, Alt and the arrows move it, a pasted list fills several. */
export function ChoicesField({ kind, label, choices, scored, onWrite, onAct }: ChoicesFieldProps) {
  const { form, lang } = useBench();
  const list = useRef<HTMLUListElement>(null);
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[at]?.focus());

  const withLine = (at: number, text: string) =>
    choices.map((choice, index) =>
      index === at ? { ...choice, text: withText(choice.text, lang, text) } : choice,
    );
  const add = (at: number, texts: readonly string[] = ['']) => {
    const added = texts.map((text) => ({ id: freshId(form, kind), text: withText({}, lang, text) }));
    onAct(choices.toSpliced(at, 0, ...added));
    focus(at + added.length - 1);
  };
  const remove = (at: number) => {
    onAct(choices.toSpliced(at, 1));
    focus(Math.max(at - 1, 0));
  };
  const move = (at: number, direction: -1 | 1) => {
    const choice = choices[at];
    if (!choice || !choices[at + direction]) return;
    onAct(choices.toSpliced(at, 1).toSpliced(at + direction, 0, choice));
    focus(at + direction);
  };

  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') add(at + 1);
    else if (event.altKey && event.key === 'ArrowUp') move(at, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1);
    else if (event.key === 'Backspace' && choices.length > 1 && !textIn(choices[at]?.text, lang)) remove(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent, at: number) => {
    const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
    if (lines.length < 2) return;
    event.preventDefault();
    const isEmpty = !textIn(choices[at]?.text, lang);
    const [first = '', ...others] = lines;
    const filled = isEmpty ? withLine(at, first) : [...choices];
    const texts = isEmpty ? others : lines;
    const added = texts.map((text) => ({ id: freshId(form, kind), text: withText({}, lang, text) }));
    onAct(filled.toSpliced(at + 1, 0, ...added));
  };

  return (
    <fieldset class="choices">
      <legend class="field-label">{label}</legend>
      <ul ref={list}>
        {choices.map((choice, at) => (
          <li key={choice.id} class={scored ? 'choice scored' : 'choice'}>
            <span class="field-box">
              <input
                type="text"
                autocomplete="off"
                aria-label={t('surveys.choice_n', { n: at + 1 })}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                placeholder={lang === form.lang ? undefined : readable(choice.text, lang, form.lang)}
                value={textIn(choice.text, lang)}
                onInput={(event) => onWrite(withLine(at, event.currentTarget.value))}
                onKeyDown={(event) => onKeyDown(event, at)}
                onPaste={(event) => onPaste(event, at)}
              />
            </span>
            {scored && (
              <NumberField
                label={t('surveys.choice_points', { n: at + 1 })}
                labelUnseen
                fractions
                value={choice.score}
                placeholder={0}
                onNumber={(score) => onWrite(choices.with(at, merged(choice, { score: score ?? 0 })))}
              />
            )}
            <IconButton
              icon={ArrowUp}
              size={14}
              label={t('surveys.choice_up', { n: at + 1 })}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              icon={ArrowDown}
              size={14}
              label={t('surveys.choice_down', { n: at + 1 })}
              disabled={at === choices.length - 1}
              onClick={() => move(at, 1)}
            />
            <IconButton
              icon={X}
              size={14}
              label={t('surveys.choice_remove', { n: at + 1 })}
              onClick={() => remove(at)}
            />
          </li>
        ))}
      </ul>
      <Button kind="bare" icon={Plus} onClick={() => add(choices.length)}>
        {t(kind === 'r' ? 'surveys.add_row' : 'surveys.add_choice')}
      </Button>
      <p class="field-line">{t('surveys.choices_hint')}</p>
    </fieldset>
  );
}

/** The entries of a pasted list, without bullets and numbers. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d{1,2}[.)、])\s+/, '').trim())
    .filter((line) => line !== '');
}
