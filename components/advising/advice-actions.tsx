import { Ellipsis } from 'lucide';
import { inDays } from '@/components/advice/step-actions';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { AdviceView, NotWhy } from '@/lib/api/advice-views';
import { type Key, t } from '@/lib/i18n';

const LATER_DAYS = 7;

const NOT_WHY = [
  ['person', 'advising.not_person'],
  ['moment', 'advising.not_moment'],
  ['figures', 'advising.not_figures'],
  ['otherwise', 'advising.not_otherwise'],
  ['other', 'advising.not_reason'],
] as const satisfies readonly (readonly [NotWhy, Key])[];

interface AdviceActionsProps {
  advice: AdviceView;
  /** Whether it is the one lit thing to do. */
  isMain: boolean;
  /** Whether its draft is open; absent where there is none. */
  drafting?: boolean | undefined;
  onDraft(): void;
}

/** What can be said to a suggestion: done, its draft, not now, no, never with a reason. Each can be undone. */
export function AdviceActions({ advice, isMain, drafting, onDraft }: AdviceActionsProps) {
  const act = useAction();
  const of = { contactId: advice.contactId, playId: advice.playId };
  return (
    <div class="advising-actions">
      <Button
        kind={isMain ? 'ink' : 'quiet'}
        onClick={() => void act('advice.answer', { ...of, became: 'done' }, t('advising.said_done'))}
      >
        {t('common.done')}
      </Button>
      {drafting !== undefined && (
        <Button aria-expanded={drafting} onClick={onDraft}>
          {t('advising.draft')}
        </Button>
      )}
      <Button
        kind="bare"
        onClick={() =>
          void act(
            'advice.answer',
            { ...of, became: 'later', until: inDays(LATER_DAYS, Date.now()) },
            t('advising.said_later'),
          )
        }
      >
        {t('common.not_now')}
      </Button>
      <Menu
        label={t('advising.more_for')}
        icon={Ellipsis}
        items={[
          {
            id: 'dismiss',
            label: t('advising.not_for_me'),
            run: () => void act('advice.answer', { ...of, became: 'dismissed' }, t('advising.said_no')),
          },
          ...NOT_WHY.map(([why, key]) => ({
            id: why,
            label: t('advising.never_why', { why: t(key) }),
            run: () => void act('advice.answer', { ...of, became: 'never', why }, t('advising.said_never')),
          })),
        ]}
      />
    </div>
  );
}
