import { CadenceChoice } from '@/components/contacts/cadence';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import './known-person.css';

interface FirstRhythmProps {
  contact: ContactView;
  /** All that were added together: one answer holds for them. */
  contactIds: readonly string[];
  onDone(): void;
}

/** The question after new contacts: how often to stay in touch. */
export function FirstRhythm({ contact, contactIds, onDone }: FirstRhythmProps) {
  return (
    <Section label={t('unfolded.stay_in_touch_every')}>
      <Row field gutter={t('common.stay_in_touch')}>
        <div class="first-rhythm">
          <p class="small">
            {contactIds.length > 1
              ? t('panel.rhythm_all', { count: contactIds.length })
              : t('unfolded.stay_in_touch_every')}
          </p>
          <CadenceChoice contactIds={contactIds} days={contact.cadence?.days ?? null} onDone={onDone} />
          <Button kind="bare" class="flush" onClick={onDone}>
            {t('common.not_now')}
          </Button>
        </div>
      </Row>
    </Section>
  );
}
