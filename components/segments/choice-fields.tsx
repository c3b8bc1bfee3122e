import { Checkbox } from '@/components/ui/checkbox';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import type { Clause } from '@/lib/crm/segments';
import { choiceWords } from './asks';

type ChoiceClause = Extract<Clause, { ask: 'choice' }>;

/** Which of the words a figure may be. One of them stays chosen. */
export function ChoiceFields({ clause, onChange }: { clause: ChoiceClause; onChange(clause: Clause): void }) {
  const words: readonly string[] = CHOICE_MEASURES[clause.name];
  const toggle = (word: string, on: boolean) => {
    const chosen = words.filter((one) => (one === word ? on : clause.in.includes(one)));
    if (chosen.length > 0) onChange({ ...clause, in: chosen });
  };
  return (
    <span class="segment-choices">
      {words.map((word) => (
        <Checkbox
          key={word}
          label={choiceWords(clause.name, word)}
          checked={clause.in.includes(word)}
          onToggle={(on) => toggle(word, on)}
        />
      ))}
    </span>
  );
}
