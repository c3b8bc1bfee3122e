import { Plus } from 'lucide';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { t } from '@/lib/i18n';
import { useBench } from './bench';
import { withNewQuestion } from './draft/questions';
import { typeChoices } from './words';

/** Adds a question of a type behind the one that is chosen, else at the end of the chosen or the last page. */
export function TypeMenu() {
  const { form, chosen, choose, act } = useBench();
  return (
    <Menu
      label={t('surveys.add_question')}
      items={typeChoices().map(({ value, label }) => ({
        id: value,
        label,
        run: () => {
          const added = withNewQuestion(form, value, {
            after: chosen.kind === 'question' ? chosen.id : undefined,
            page: chosen.kind === 'page' ? chosen.id : undefined,
          });
          act(added.form);
          choose({ kind: 'question', id: added.id });
        },
      }))}
    >
      <Icon node={Plus} size={14} />
      {t('surveys.add_question')}
    </Menu>
  );
}
