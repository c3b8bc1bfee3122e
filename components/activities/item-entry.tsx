import { Check, Trash2 } from 'lucide';
import { useAction } from '@/components/contacts/command';
import { GuardedButton } from '@/components/people/guard';
import { Button } from '@/components/ui/button';
import { Row } from '@/components/ui/sheet';
import type { TimelineItem } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { itemLine, marginDate, promiseState } from './item-words';
import { ItemLine } from './timeline';

interface ItemEntryProps {
  contactId: string;
  item: TimelineItem;
  now: number;
}

/** One activity with what is known about it, and what can be done with it. */
export function ItemEntry({ contactId, item, now }: ItemEntryProps) {
  const act = useAction();
  const { promise } = item;
  const state = promiseState(item);
  const line = itemLine(item, now);
  const others = item.withOthers.map((other) => other.name);
  return (
    <Row
      class="item"
      gutter={<time dateTime={new Date(item.at).toISOString()}>{marginDate(item, now)}</time>}
    >
      <ItemLine item={item} now={now} />
      <div class="item-detail">
        {item.text && item.text !== item.subject && item.text !== line && <p>{item.text}</p>}
        {others.length > 0 && <p>{t('unfolded.with', { names: list(others) })}</p>}
        {state && !state.late && <p>{state.text}</p>}
        <div class="item-actions">
          {promise && promise.doneAt === null && (
            <Button
              kind="bare"
              icon={Check}
              onClick={() =>
                void act('activities.edit', {
                  id: item.id,
                  promise: { by: promise.by, due: promise.due, doneAt: Date.now() },
                })
              }
            >
              {t('unfolded.kept')}
            </Button>
          )}
          <span class="item-source one-line">
            {[item.provenance.source, item.claimed && t('unfolded.claimed')].filter(Boolean).join(' · ')}
          </span>
          <GuardedButton
            icon={Trash2}
            label={t('unfolded.delete_item')}
            elsewhere={`#/contacts/${contactId}`}
            onClick={() => void act('activities.delete', { ids: [item.id] }, t('unfolded.deleted'))}
          />
        </div>
      </div>
    </Row>
  );
}
