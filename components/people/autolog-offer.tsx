import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import './known-person.css';

/** After the third mail logged by hand: shall it happen by itself? "By hand" is kept, and the offer comes no more. */
export function AutologOffer({ contact }: { contact: ContactView }) {
  const act = useAction();
  const decline = () => act('steps.snooze', { contactId: contact.id, key: 'autolog', until: null });
  return (
    <Section label={t('unfolded.autolog')}>
      <Row>
        <div class="offer">
          <p class="small">{t('unfolded.autolog_offer', { name: contact.name })}</p>
          <div>
            <Button onClick={() => void act('contacts.edit', { id: contact.id, autolog: true })}>
              {t('unfolded.autolog')}
            </Button>
            <Button kind="bare" onClick={() => void decline()}>
              {t('unfolded.by_hand')}
            </Button>
          </div>
        </div>
      </Row>
    </Section>
  );
}
