import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import type { DealRow } from '@/lib/api/deal-views';
import type { ExitReason } from '@/lib/crm/exit-reasons';
import { t } from '@/lib/i18n';
import { ExitReasonField } from './exit-reason';
import { amountWords } from './words';

interface CloseDealProps {
  deal: DealRow;
  state: 'won' | 'lost';
  onClose(): void;
}

/** Ends a deal: why, and for one that was won whether a purchase is logged. */
export function CloseDeal({ deal, state, onClose }: CloseDealProps) {
  const [reason, setReason] = useState('');
  const [code, setCode] = useState<ExitReason | ''>('');
  const [purchase, setPurchase] = useState(false);
  const { run, busy, error, setError } = useCommand();
  const canLog = state === 'won' && deal.amount !== null && deal.contacts.length > 0;

  const choose = (one: ExitReason | '') => {
    setCode(one);
    setError(null);
  };
  const close = async (event: Event) => {
    event.preventDefault();
    const words = reason.trim();
    if (words === '' && code === '') return setError(t('deals.why_missing'));
    const why = state === 'lost' && code !== '' ? { code } : {};
    const input = { id: deal.id, state, reason: words, ...why, purchase: canLog && purchase };
    if (await run('deals.close', input, t('deals.closed'))) onClose();
  };

  return (
    <Dialog title={state === 'won' ? t('deals.why_won') : t('deals.why_lost')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void close(event)}>
        {state === 'lost' && <ExitReasonField value={code} onChoose={choose} />}
        <TextArea
          label={deal.title}
          hint={t('deals.why_hint')}
          value={reason}
          error={error}
          autofocus
          maxLength={500}
          onInput={(value) => {
            setReason(value);
            setError(null);
          }}
        />
        {canLog && (
          <Checkbox
            label={t('deals.log_purchase', { amount: amountWords(deal.amount) })}
            checked={purchase}
            onToggle={setPurchase}
          />
        )}
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy}>
            {state === 'won' ? t('deals.close_won') : t('deals.close_lost')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
