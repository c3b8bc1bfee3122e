import { Ellipsis } from 'lucide';
import { useRef } from 'preact/hooks';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { DealRow } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { useDraggableDeal } from './board-drops';
import { amountWords, expectedWords } from './words';

interface DealCardProps {
  deal: DealRow;
  now: number;
  items: readonly MenuItem[];
  /** By how many stages, to the right or to the left. */
  onStep(by: -1 | 1): void;
  /** Up or down in the column. */
  onWalk(by: -1 | 1): void;
}

/** A deal on the board: moved by dragging, by Alt and the arrows, or by its menu. */
export function DealCard({ deal, now, items, onStep, onWalk }: DealCardProps) {
  const card = useRef<HTMLLIElement>(null);
  useDraggableDeal(card, deal.id);
  const whose = deal.company?.name ?? deal.contacts[0]?.name ?? t('deals.nobody');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowRight') onStep(1);
    else if (event.altKey && event.key === 'ArrowLeft') onStep(-1);
    else if (event.key === 'ArrowDown') onWalk(1);
    else if (event.key === 'ArrowUp') onWalk(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li ref={card} class="deal-card" data-deal={deal.id}>
      <div class="deal-card-head">
        <a
          href={`#/deals/${deal.id}`}
          class="deal-title"
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
          draggable={false}
          onKeyDown={onKeyDown}
        >
          {deal.title}
        </a>
        <Menu label={t('deals.menu', { title: deal.title })} icon={Ellipsis} items={items} />
      </div>
      <p class="one-line small quiet-text">{whose}</p>
      <p class="deal-card-sum">
        {deal.amount ? (
          <span class="num">{amountWords(deal.amount)}</span>
        ) : (
          <span class="quiet-text">{t('deals.amount_none')}</span>
        )}
        <span class={deal.stale ? 'small late' : 'small quiet-text'}>
          {t(deal.stale ? 'deals.stale' : 'deals.days_here', { n: deal.stageDays })}
        </span>
      </p>
      {deal.nextStep ? (
        <p class="small one-line">{deal.nextStep.text}</p>
      ) : (
        <p class="small late">{t('deals.next_missing')}</p>
      )}
      {deal.expectedOn && (
        <p class={deal.late ? 'small late' : 'small quiet-text'}>{expectedWords(deal, now)}</p>
      )}
    </li>
  );
}
