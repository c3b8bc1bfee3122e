import { Menu } from '@/components/ui/menu';
import { t } from '@/lib/i18n';
import { useBench } from './bench';
import { questionsBefore } from './draft/before';
import type { Place } from './draft/questions';
import { readable } from './draft/texts';
import { typeWords } from './words';

interface PipeMenuProps {
  before: Place | null;
  /** Told the text that stands for an answer, such as `{{q1|…}}`. */
  onInsert(pipe: string): void;
}

/** Puts the answer to an earlier question, or the name of who answers, into a sentence. */
export function PipeMenu({ before, onInsert }: PipeMenuProps) {
  const { form, lang } = useBench();
  const earlier = questionsBefore(form, before).filter(
    ({ type }) => type !== 'statement' && type !== 'matrix' && type !== 'consent',
  );
  return (
    <Menu
      label={t('surveys.insert_answer')}
      items={[
        { id: 'name', label: t('surveys.insert_name'), run: () => onInsert('{{@name}}') },
        ...(form.computed ?? []).map(({ name }) => ({
          id: `@${name}`,
          label: `@${name}`,
          run: () => onInsert(`{{@${name}}}`),
        })),
        ...earlier.map((question) => ({
          id: question.id,
          label: readable(question.title, lang, form.lang).slice(0, 60) || typeWords(question.type),
          run: () => onInsert(`{{${question.id}}}`),
        })),
      ]}
    />
  );
}
