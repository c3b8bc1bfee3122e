import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { CloseDeal } from '@/components/deals/close-deal';
import { DealForm } from '@/components/deals/deal-form';
import { amountWords, stageWords } from '@/components/deals/words';
import { ChangeList } from '@/components/history/change-list';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu } from '@/components/ui/menu';
import { RadioGroup } from '@/components/ui/radio-group';
import type { DealView } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import './deals-page.css';

/** One deal. */
export function DealPage({ id }: { id: string }) {
  const found = useQuery('deals.view', { id });
  if (found.value) return <DealSheet key={id} deal={found.value} />;
  if (found.error != null)
    return (
      <>
        <PageHeading title={t('deals.deals')} />
        <EmptyState title={failureWords(found.error)}>{t('deals.gone')}</EmptyState>
      </>
    );
  return <PageHeading title={t('common.loading')} />;
}

function DealSheet({ deal }: { deal: DealView }) {
  const act = useAction();
  const [closing, setClosing] = useState<'won' | 'lost' | null>(null);
  const isOpen = deal.state === 'open';
  const remove = async () => {
    if (await act('deals.delete', { ids: [deal.id] }, t('deals.deleted'))) go(href('deals'));
  };
  return (
    <>
      <PageHeading
        title={deal.title}
        beside={amountWords(deal.amount)}
        actions={
          <>
            {isOpen ? (
              <>
                <Button onClick={() => setClosing('lost')}>{t('deals.lost')}</Button>
                <Button kind="ink" onClick={() => setClosing('won')}>
                  {t('deals.won')}
                </Button>
              </>
            ) : (
              <Button onClick={() => void act('deals.reopen', { id: deal.id }, t('deals.reopened'))}>
                {t('deals.reopen')}
              </Button>
            )}
            <Menu
              label={t('deals.menu', { title: deal.title })}
              icon={Ellipsis}
              items={[{ id: 'delete', label: t('common.delete'), danger: true, run: () => void remove() }]}
            />
          </>
        }
      />
      <div class="deal-page">
        <div class="deal-page-side">
          <Whose deal={deal} />
          <section aria-label={t('common.history')}>
            <h2>{t('common.history')}</h2>
            <div class="contact-history">
              <ChangeList subject={deal.id} step={8} />
            </div>
          </section>
        </div>
        <div class="deal-page-text">
          {isOpen ? (
            <RadioGroup
              label={t('deals.stage')}
              inline
              value={deal.stageId}
              choices={deal.stages.map((stage) => ({ value: stage.id, label: stageWords(stage) }))}
              onChoose={(stageId) => {
                if (stageId !== deal.stageId) void act('deals.move', { id: deal.id, stageId });
              }}
            />
          ) : (
            <p class={deal.state === 'won' ? undefined : 'quiet-text'}>
              {t(deal.state === 'won' ? 'deals.won_on' : 'deals.lost_on', {
                day: shortDate(deal.closedAt ?? 0, Date.now()),
                reason: deal.reason,
              })}
            </p>
          )}
          <DealForm deal={deal} onDone={() => undefined} />
        </div>
      </div>
      {closing && <CloseDeal deal={deal} state={closing} onClose={() => setClosing(null)} />}
    </>
  );
}

function Whose({ deal }: { deal: DealView }) {
  return (
    <section aria-label={t('deals.contact')}>
      <h2>{t('deals.contact')}</h2>
      {deal.contacts.map((contact) => (
        <p key={contact.id}>
          <a class="name deal-link" href={href('contacts', contact.id)}>
            {contact.name}
          </a>
        </p>
      ))}
      {deal.contacts.length === 0 && <p class="quiet-text">{t('deals.nobody')}</p>}
      {deal.company && (
        <p>
          <a class="deal-link" href={href('companies', deal.company.id)}>
            {deal.company.name}
          </a>
        </p>
      )}
    </section>
  );
}
