import { Plus, X } from 'lucide';
import { Button, IconButton } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import type { Jump } from '@/lib/surveys/form';
import { useBench } from './bench';
import { questionsBefore } from './draft/before';
import { firstCondition } from './draft/operators';
import { withPage } from './draft/pages';
import { readable } from './draft/texts';
import { Editor } from './editor';
import { RuleField } from './rule-field';

/** Where a page leads: to the next one, or further by what was answered. */
export function PageEditor({ id }: { id: string }) {
  const { form, lang, act } = useBench();
  const at = form.pages.findIndex((page) => page.id === id);
  const page = form.pages[at];
  if (!page) return null;
  const jumps = page.next ?? [];
  const save = (next: Jump[]) => act(withPage(form, id, { next: next.length > 0 ? next : undefined }));
  const after = { page: at, at: page.questions.length };
  const targets = [
    ...form.pages.slice(at + 1).map((each, index) => ({
      value: each.id,
      label: t('surveys.page_n', { n: at + index + 2 }),
    })),
    ...form.endings.map((ending, index) => ({
      value: ending.id,
      label: t('surveys.ending_named', {
        name: readable(ending.title, lang, form.lang) || String(index + 1),
      }),
    })),
  ];
  const isLast = at === form.pages.length - 1;

  return (
    <Editor label={t('surveys.page')}>
      <Row gutter={t('surveys.page')}>
        <p>{t('surveys.page_about', { n: at + 1, count: page.questions.length })}</p>
      </Row>
      <Row gutter={t('surveys.then_goes')}>
        <ul class="jumps">
          {jumps.map((jump, index) => (
            <li key={index} class="jump">
              <RuleField
                label={t('surveys.jump_when')}
                always={t('surveys.jump_always')}
                rule={jump.when}
                before={after}
                onChange={(when) =>
                  save(when ? jumps.with(index, { ...jump, when }) : jumps.toSpliced(index, 1))
                }
              />
              <div class="jump-to">
                <Select
                  label={t('surveys.then_go_to')}
                  value={jump.to}
                  choices={
                    targets.some(({ value }) => value === jump.to)
                      ? targets
                      : [{ value: jump.to, label: t('surveys.target_gone') }, ...targets]
                  }
                  onChoose={(to) => save(jumps.with(index, { ...jump, to }))}
                />
                <IconButton
                  icon={X}
                  size={14}
                  label={t('surveys.jump_remove')}
                  onClick={() => save(jumps.toSpliced(index, 1))}
                />
              </div>
            </li>
          ))}
        </ul>
        <p class="quiet-text">
          {t(jumps.length > 0 ? 'surveys.else_follows' : 'surveys.follows', {
            what: isLast ? t('surveys.the_ending') : t('surveys.page_n', { n: at + 2 }),
          })}
        </p>
        <Button
          kind="bare"
          icon={Plus}
          onClick={() =>
            save([
              ...jumps,
              {
                when: firstCondition(form, questionsBefore(form, after)),
                to: (form.endings[0] ?? form.pages.at(-1) ?? page).id,
              },
            ])
          }
        >
          {t('surveys.add_jump')}
        </Button>
      </Row>
    </Editor>
  );
}
