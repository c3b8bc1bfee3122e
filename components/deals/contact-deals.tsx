import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { AddDeal } from './add-deal';
import { DealLines } from './deal-lines';

/** Open deals of a contact, and a way to add one. Friends are sold nothing. */
export function ContactDeals({ contact }: { contact: ContactView }) {
  const [adding, setAdding] = useState(false);
  if (contact.kind === 'personal' && contact.deals.length === 0) return null;
  return (
    <section aria-label={t('deals.deals')}>
      <div class="contact-side-head">
        <h2>{t('deals.deals')}</h2>
        <Button kind="bare" onClick={() => setAdding(true)}>
          {t('deals.add')}
        </Button>
      </div>
      <DealLines deals={contact.deals} />
      {adding && (
        <AddDeal
          contact={{ id: contact.id, name: contact.name }}
          onClose={() => setAdding(false)}
          onAdded={() => undefined}
        />
      )}
    </section>
  );
}
