import { Ban, Clipboard } from 'lucide';
import { useState } from 'preact/hooks';
import { perform, useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { FindContact } from '@/components/contacts/find-contact';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import { toast } from '@/components/ui/toast';
import type { ContactHit, TabPerson, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { AddForm } from './add-form';
import { PanelFoot } from './panel-foot';
import { PersonHead } from './person-head';
import { personName, recognisedBy } from './person-words';
import './people.css';

interface StrangerProps {
  view: TabView;
  person: TabPerson;
  onAdded(contactId: string): void;
}

/** Host of a page, as the source of what was read there. */
export function hostOf(origin: string | null): string {
  return origin ? origin.replace(/^https?:\/\//, '') : '';
}

/** Somebody who is no contact yet: add them, say that they are one, or never be asked again. */
export function Stranger({ view, person, onAdded }: StrangerProps) {
  const desk = useDesk();
  const act = useAction();
  const [linking, setLinking] = useState(false);
  const [pasting, setPasting] = useState(false);
  const name = personName(person);
  const point = person.address ? { kind: 'email' as const, value: person.address } : person.points[0];

  /** The address goes to the contact; without one the answer holds for this thread. */
  async function link(hit: ContactHit) {
    try {
      await desk.client.call('tab.identify', { person: person.key, contactId: hit.id });
      const from = { how: 'page' as const, source: hostOf(view.origin) };
      if (point) await perform(desk, 'contacts.setPoint', { id: hit.id, point: { ...point, from } });
      else await desk.refresh();
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  }

  async function added(contactId: string) {
    if (!point)
      await desk.client.call('tab.identify', { person: person.key, contactId }).catch(() => undefined);
    await desk.refresh();
    onAdded(contactId);
  }

  async function never(address: string) {
    const current = await desk.client.call('settings.get', {}).catch(() => null);
    if (!current) return void toast(t('panel.failed_else'), { failed: true });
    const neverLog = [...new Set([...current.settings.neverLog, address])];
    await act('settings.set', { settings: { neverLog } }, t('panel.never_for', { address }));
  }

  return (
    <>
      <PersonHead
        name={name}
        line={person.automatic ? t('panel.automatic') : t('panel.not_yet')}
        note={recognisedBy(person) ?? (person.address && t('panel.by_address', { address: person.address }))}
        warning={person.spoof ? t('panel.spoof') : null}
      />
      <Section label={t('common.add_contact')} class="ruled">
        {linking && (
          <Row class="person-find">
            <FindContact focused onFound={(hit) => void link(hit)} />
          </Row>
        )}
        <AddForm
          key={person.key}
          person={person}
          origin={{ source: hostOf(view.origin), link: view.permalink }}
          fromMail={view.kind !== 'profile'}
          pasting={pasting}
          onAdded={added}
          onKnown={() => setLinking(!linking)}
        />
      </Section>
      <PanelFoot>
        <Button kind="bare" icon={Clipboard} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {t('panel.paste_anything')}
        </Button>
        {person.address && (
          <Button kind="bare" icon={Ban} onClick={() => void never(person.address ?? '')}>
            {t('panel.never_for_address')}
          </Button>
        )}
      </PanelFoot>
    </>
  );
}
