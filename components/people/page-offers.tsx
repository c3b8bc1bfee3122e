import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Row, Section } from '@/components/ui/sheet';
import type { ContactView, PageOffer, PointView, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { hostOf } from './host-of';
import './people.css';

interface PageOffersProps {
  contact: ContactView;
  view: TabView;
}

const keyOf = ({ of, field, value }: PageOffer) => `${of}\n${field}\n${value}`;

function labelOf({ of, field, value }: PageOffer): string {
  const word = of === 'fact' ? factWord(field) : pointWord(field as PointView['kind']);
  return t('unfolded.proposal', { field: word, value });
}

/** What the page tells of a contact beyond what is kept: each value is ticked, taken with the page as its source, or left for good. */
export function PageOffers({ contact, view }: PageOffersProps) {
  const { run, busy, error } = useCommand();
  // What is missing is ticked; what would take the place of something is the user's to tick.
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isTaken = (offer: PageOffer) => changed.get(keyOf(offer)) ?? offer.now === null;
  const taken = view.offers.filter(isTaken);
  const plainly = ({ of, field, value }: PageOffer) => ({ of, field, value });

  const save = (take: readonly PageOffer[]) =>
    run('contacts.complete', {
      id: contact.id,
      take: take.map(plainly),
      leave: view.offers.filter((offer) => !take.includes(offer)).map(plainly),
      from: { source: hostOf(view.origin), ...(view.permalink && { link: view.permalink }) },
    });

  return (
    <Section label={t('unfolded.complete')}>
      <Row>
        <h2 class="question">{t('unfolded.complete')}</h2>
        <ul class="proposals" aria-label={t('unfolded.complete')}>
          {view.offers.map((offer) => (
            <li key={keyOf(offer)}>
              <Checkbox
                label={labelOf(offer)}
                checked={isTaken(offer)}
                onToggle={(on) => setChanged(new Map(changed).set(keyOf(offer), on))}
              />
              {offer.now !== null && (
                <p class="note quiet-text">{t('unfolded.complete_now', { value: offer.now })}</p>
              )}
            </li>
          ))}
        </ul>
        <div class="person-actions">
          <Button disabled={taken.length === 0} loading={busy} onClick={() => void save(taken)}>
            {t('common.save')}
          </Button>
          <Button kind="bare" disabled={busy} onClick={() => void save([])}>
            {t('unfolded.complete_leave')}
          </Button>
        </div>
        {error && (
          <p class="small late" role="alert">
            {error}
          </p>
        )}
        <p class="small quiet-text">{t('unfolded.complete_hint')}</p>
      </Row>
    </Section>
  );
}
