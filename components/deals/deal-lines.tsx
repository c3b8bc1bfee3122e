import { useDesk } from '@/components/contacts/desk';
import type { DealLine } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { amountWords, expectedWords, stageWords } from './words';
import './deal-lines.css';

/** Open deals of a contact: amount, what it is about, stage, and what is missing. Each opens in the workspace. */
export function DealLines({ deals }: { deals: readonly DealLine[] }) {
  const { openWorkspace } = useDesk();
  const now = Date.now();
  return (
    <ul class="deal-lines">
      {deals.map((deal) => (
        <li key={deal.id}>
          <button type="button" class="deal-line" onClick={() => openWorkspace(`#/deals/${deal.id}`)}>
            <span class="one-line">{deal.title}</span> <span class="num">{amountWords(deal.amount)}</span>
          </button>
          <span class="small quiet-text">
            {stageWords(deal.stage)}
            {deal.expectedOn && (
              <>
                {' · '}
                <span class={deal.late ? 'late' : undefined}>{expectedWords(deal, now)}</span>
              </>
            )}
            {!deal.nextStep && (
              <>
                {' · '}
                <span class="late">{t('deals.next_missing')}</span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
