import { Button } from '@/components/ui/button';
import { type Key, t } from '@/lib/i18n';
import type { WordingNote, WordingRule } from '@/lib/surveys/wording';
import { useBench } from './bench';
import { reworded } from './draft/reword';
import { nameOf } from './fault-list';
import { partAt } from './part-at';
import './checks.css';

const RULES = {
  doubleBarrelled: 'surveys.rule_double',
  leading: 'surveys.rule_leading',
  presupposition: 'surveys.rule_presupposition',
  absolute: 'surveys.rule_absolute',
  unbalanced: 'surveys.rule_unbalanced',
  overlap: 'surveys.rule_overlap',
  agreement: 'surveys.rule_agreement',
  negation: 'surveys.rule_negation',
  jargon: 'surveys.rule_jargon',
  length: 'surveys.rule_length',
  openShare: 'surveys.rule_open_share',
  openFirst: 'surveys.rule_open_first',
} as const satisfies Record<WordingRule, Key>;

/** What could be worded better: the rule, where, and where there is one the better wording with a button that takes it. */
export function WordingList({ notes }: { notes: readonly WordingNote[] }) {
  const { form, act, choose } = useBench();
  return (
    <ul class="check-list">
      {notes.map((note) => {
        const where = note.questionId ?? '';
        const better = reworded(form, note);
        return (
          <li key={`${note.rule} ${note.questionId} ${note.choiceId} ${note.found?.from}`} class="wording">
            <button type="button" class="check-line" onClick={() => choose(partAt(form, where))}>
              <span class="check-where one-line">{nameOf(form, note.questionId)}</span>
              <span>
                {note.found && <mark class="wording-found">{note.found.text.trim()}</mark>}{' '}
                {t(RULES[note.rule])}
              </span>
            </button>
            {better && note.better && (
              <p class="wording-better">
                <span lang={note.lang}>{note.better}</span>
                <Button onClick={() => act(better, t('surveys.reworded'))}>{t('surveys.use_this')}</Button>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
