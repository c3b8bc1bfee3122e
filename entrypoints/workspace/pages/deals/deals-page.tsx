import { useState } from 'preact/hooks';
import { failureWords } from '@/components/contacts/failure';
import { AddDeal } from '@/components/deals/add-deal';
import { Board } from '@/components/deals/board';
import { Forecast } from '@/components/deals/forecast';
import { PipelineEditor } from '@/components/deals/pipeline-editor';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RadioGroup } from '@/components/ui/radio-group';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import { DealList } from './deal-list';
import './deals-page.css';

const WHICH = ['board', 'open', 'won', 'lost', 'all'] as const;
type Which = (typeof WHICH)[number];

/** Deals: a column for each stage, or a list. */
export function DealsPage({ isNew = false }: { isNew?: boolean }) {
  const asked = route.value.params.get('which');
  const which: Which = WHICH.find((one) => one === asked) ?? 'board';
  const [adding, setAdding] = useState(isNew);
  const [editing, setEditing] = useState(false);
  const { value: board, error } = useQuery('deals.board', {});
  const close = () => {
    setAdding(false);
    if (isNew) go(href('deals'));
  };
  const nothing = board !== null && board.deals.length === 0 && board.closed === 0;
  return (
    <div class="deals-page">
      <PageHeading
        title={t('deals.deals')}
        beside={board && board.deals.length > 0 ? number(board.deals.length) : undefined}
        actions={
          <>
            {board && (
              <Button kind="bare" onClick={() => setEditing(true)}>
                {t('deals.pipeline_edit')}
              </Button>
            )}
            <Button kind="ink" onClick={() => setAdding(true)}>
              {t('deals.new')}
            </Button>
          </>
        }
      />
      {error != null && board === null && (
        <EmptyState title={failureWords(error)}>{t('deals.failed')}</EmptyState>
      )}
      {nothing && <EmptyState title={t('deals.empty')}>{t('deals.empty_how')}</EmptyState>}
      {board && !nothing && (
        <>
          <div class="filters">
            <RadioGroup
              label={t('deals.which')}
              labelUnseen
              inline
              value={which}
              choices={WHICH.map((value) => ({ value, label: t(`deals.which_${value}`) }))}
              onChoose={(chosen) =>
                go(href('deals', null, chosen === 'board' ? undefined : { which: chosen }))
              }
            />
          </div>
          {which === 'board' ? (
            <>
              <Board board={board} />
              <p class="deals-how small quiet-text">{board.more ? t('deals.more') : t('deals.board_how')}</p>
              <Forecast board={board} />
            </>
          ) : (
            <DealList which={which} stages={board.stages} />
          )}
        </>
      )}
      {adding && <AddDeal onClose={close} onAdded={() => go(href('deals'))} />}
      {editing && board && <PipelineEditor stages={board.stages} onClose={() => setEditing(false)} />}
    </div>
  );
}
