import { useRef, useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import type { MenuItem } from '@/components/ui/menu';
import type { DealBoard, DealRow, StageView } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { number, share } from '@/lib/i18n/format';
import { useDealDrops } from './board-drops';
import { CloseDeal } from './close-deal';
import { DealCard } from './deal-card';
import { stageWords, sumWords } from './words';
import './deals.css';

/** Open deals in a column for each stage. */
export function Board({ board }: { board: DealBoard }) {
  const act = useAction();
  const [closing, setClosing] = useState<{ deal: DealRow; state: 'won' | 'lost' } | null>(null);
  const [said, setSaid] = useState('');

  async function move(deal: DealRow | undefined, stage: StageView | undefined) {
    if (!deal || !stage || deal.stageId === stage.id) return;
    const words = t('deals.moved', { title: deal.title, stage: stageWords(stage) });
    const hadFocus = document.activeElement?.closest(`[data-deal="${CSS.escape(deal.id)}"]`) != null;
    if (!(await act('deals.move', { id: deal.id, stageId: stage.id }, words))) return;
    setSaid(words);
    if (hadFocus) refocus(deal.id, stage.id);
  }

  const itemsOf = (deal: DealRow): MenuItem[] => [
    ...board.stages
      .filter((stage) => stage.id !== deal.stageId)
      .map((stage) => ({
        id: `to ${stage.id}`,
        label: t('deals.move_to', { stage: stageWords(stage) }),
        run: () => void move(deal, stage),
      })),
    { id: 'won', label: t('deals.close_won'), run: () => setClosing({ deal, state: 'won' }) },
    { id: 'lost', label: t('deals.close_lost'), run: () => setClosing({ deal, state: 'lost' }) },
    {
      id: 'delete',
      label: t('common.delete'),
      danger: true,
      run: () => void act('deals.delete', { ids: [deal.id] }, t('deals.deleted')),
    },
  ];

  return (
    <div class="deal-board">
      <p class="unseen" role="status">
        {said}
      </p>
      {board.stages.map((stage, at) => (
        <StageColumn
          key={stage.id}
          stage={stage}
          deals={board.deals.filter((deal) => deal.stageId === stage.id)}
          itemsOf={itemsOf}
          onStep={(deal, by) => void move(deal, board.stages[at + by])}
          onDeal={(id) =>
            void move(
              board.deals.find((deal) => deal.id === id),
              stage,
            )
          }
        />
      ))}
      {closing && <CloseDeal {...closing} onClose={() => setClosing(null)} />}
    </div>
  );
}

interface StageColumnProps {
  stage: StageView;
  deals: DealRow[];
  itemsOf(deal: DealRow): MenuItem[];
  onStep(deal: DealRow, by: -1 | 1): void;
  onDeal(id: string): void;
}

function StageColumn({ stage, deals, itemsOf, onStep, onDeal }: StageColumnProps) {
  const column = useRef<HTMLElement>(null);
  useDealDrops(column, onDeal);
  const now = Date.now();
  const name = stageWords(stage);
  const walk = (id: string, by: -1 | 1) => {
    const next = deals[deals.findIndex((deal) => deal.id === id) + by];
    if (next) linkOf(next.id)?.focus();
  };
  return (
    <section
      ref={column}
      class="deal-column"
      data-stage={stage.id}
      aria-label={t('deals.stage_of', { stage: name, count: number(stage.deals) })}
    >
      <header class="deal-column-head">
        <h2>
          {name} <span class="num quiet-text">{number(stage.deals)}</span>
        </h2>
        <span class="small quiet-text num" title={t('deals.chance')}>
          {share(stage.chance)}
        </span>
        <p class="small num deal-column-sum">{sumWords(stage.sums)}</p>
      </header>
      {deals.length === 0 ? (
        <p class="small quiet-text">{t('deals.stage_empty')}</p>
      ) : (
        <ul class="deal-cards">
          {deals.map((deal) => (
            <DealCard
              key={deal.id}
              deal={deal}
              now={now}
              items={itemsOf(deal)}
              onStep={(by) => onStep(deal, by)}
              onWalk={(by) => walk(deal.id, by)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function linkOf(id: string): HTMLElement | null {
  return document.querySelector(`[data-deal="${CSS.escape(id)}"] .deal-title`);
}

/** Puts the focus on a card as soon as it stands in its new column. */
function refocus(id: string, stageId: string): void {
  const there = () =>
    document.querySelector(`[data-stage="${CSS.escape(stageId)}"] [data-deal="${CSS.escape(id)}"]`);
  const until = performance.now() + 3000;
  const look = () => {
    if (there()) linkOf(id)?.focus();
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
