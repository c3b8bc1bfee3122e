import { useAction } from '@/components/contacts/command';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import '@/components/contacts/values.css';

const CHANNELS = ['mail', 'phone', 'message', 'visit', 'survey'] as const;
const STATES = ['none', 'asked', 'given', 'refused', 'withdrawn'] as const;

/** What the contact agreed to, channel by channel, and whether they may be contacted at all. */
export function Consents({ contact }: { contact: ContactView }) {
  const act = useAction();
  return (
    <>
      {CHANNELS.map((channel) => (
        <Row key={channel} class="value-row" field gutter={t(`unfolded.consent_${channel}`)}>
          <Select
            label={t(`unfolded.consent_${channel}`)}
            labelUnseen
            value={contact.consents[channel]?.state ?? 'none'}
            choices={STATES.map((state) => ({ value: state, label: t(`unfolded.consent_${state}`) }))}
            onChoose={(state) =>
              void act('contacts.setConsent', {
                id: contact.id,
                channel,
                consent: state === 'none' ? null : { state, basis: t('unfolded.consent_basis') },
              })
            }
          />
        </Row>
      ))}
      <Row>
        <Switch
          label={t('panel.do_not_contact')}
          on={contact.doNotContact !== null}
          onSwitch={(on) =>
            void act('contacts.edit', { id: contact.id, doNotContact: on ? { reason: '' } : null })
          }
        />
      </Row>
    </>
  );
}
