import { Ellipsis } from 'lucide';
import { useGuard } from '@/components/people/guard';
import { ContactFace } from '@/components/photos/face';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { Moon } from '@/components/ui/moon';
import { Row } from '@/components/ui/sheet';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { useAction } from './command';
import { useDesk } from './desk';
import './contact-head.css';

interface ContactHeadProps {
  contact: ContactView;
  /** By what the person on the page was recognised, as a sentence. */
  recognised: string | null;
  /** Since when they are known by that, as words. */
  since?: string | null;
  /** Further entries of the menu. */
  items?: readonly MenuItem[];
}

/** Who this is: stage, name, what they do and where, and how they were recognised. */
export function ContactHead({ contact, recognised, since, items = [] }: ContactHeadProps) {
  const desk = useDesk();
  const act = useAction();
  const page = `#/contacts/${contact.id}`;
  const guard = useGuard(page);
  const { stage } = contact;
  const work = [contact.title, contact.company?.name].filter(Boolean).join(t('panel.headline_join'));
  const headline = [work, contact.tier?.name].filter(Boolean).join(' · ');
  return (
    <Row
      class="contact-head"
      gutter={stage && <Moon phase={stage} size={20} label={t(`common.stage_${stage}`)} />}
    >
      <div class="contact-name">
        <ContactFace id={contact.id} size={32} />
        <h1 class="name one-line" title={contact.name}>
          {contact.name}
        </h1>
        <Menu
          label={t('common.more')}
          icon={Ellipsis}
          items={[
            { id: 'open', label: t('common.open_contact'), run: () => desk.openWorkspace(page) },
            ...items,
            {
              id: 'delete',
              label: t('panel.delete_contact'),
              danger: true,
              run: () =>
                guard(() => void act('contacts.delete', { ids: [contact.id] }, t('panel.contact_deleted'))),
            },
          ]}
        />
      </div>
      {headline && (
        <p class="one-line" title={headline}>
          {headline}
        </p>
      )}
      {contact.doNotContact && <p class="note late">{t('panel.do_not_contact')}</p>}
      {recognised && (
        <div class="contact-known">
          <p class="note quiet-text one-line" title={recognised}>
            {recognised}
          </p>
          {since && <span class="note quiet-text">{since}</span>}
        </div>
      )}
    </Row>
  );
}
