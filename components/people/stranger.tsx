import { Clipboard, Mail } from 'lucide';
import { useState } from 'preact/hooks';
import { perform, useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { FindContact } from '@/components/contacts/find-contact';
import { isReadByRule } from '@/components/teach/by-rule';
import { TeachButton } from '@/components/teach/teach-button';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Row, Section } from '@/components/ui/sheet';
import { toast } from '@/components/ui/toast';
import type { ContactHit, TabPerson, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { daysBetween, shortDate } from '@/lib/i18n/format';
import { AddForm } from './add-form';
import { hostOf } from './host-of';
import { introducersOf } from './introduced-by';
import { PanelFoot } from './panel-foot';
import { PersonHead } from './person-head';
import { personName, reachedBy } from './person-words';
import './people.css';
import '@/components/activities/timeline.css';

interface StrangerProps {
  view: TabView;
  person: TabPerson;
  onAdded(contactId: string): void;
}

/** The day of the open mail, in the margin. */
function mailDay(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? t('common.today') : shortDate(at, now);
}

/** Somebody who is no contact yet: add them, say that they are one, or never be asked again. */
export function Stranger({ view, person, onAdded }: StrangerProps) {
  const desk = useDesk();
  const act = useAction();
  const [linking, setLinking] = useState(false);
  const [pasting, setPasting] = useState(false);
  // A robot is not offered as a matter of course
  const [adding, setAdding] = useState(!person.automatic);
  const name = personName(person);
  const email = person.points.find((each) => each.kind === 'email')?.value ?? null;
  const [point] = person.points;

  /** The address or handle goes to the contact; without one the answer holds for this thread. */
  async function link(hit: ContactHit) {
    try {
      const answer = { person: person.key, contactId: hit.id };
      if (point) return void (await perform(desk, 'tab.link', answer));
      await desk.client.call('tab.identify', answer);
      await desk.refresh();
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
    const change = { list: 'neverLog' as const, values: [address], on: true };
    await act('settings.include', change, t('unfolded.never_for', { address }));
  }

  return (
    <>
      <PersonHead
        name={name}
        line={person.automatic ? t('unfolded.automatic') : t('unfolded.not_yet')}
        note={point ? reachedBy(point) : null}
        warning={person.spoof ? t('unfolded.spoof') : null}
      />
      <Section label={t('common.add_contact')} class="ruled">
        {linking && (
          <Row class="person-find">
            <FindContact focused onFound={(hit) => void link(hit)} />
          </Row>
        )}
        {adding ? (
          <AddForm
            key={person.key}
            person={person}
            origin={{ source: hostOf(view.origin), link: view.permalink }}
            fromMail={view.kind !== 'profile' && !view.network}
            pasting={pasting}
            introducers={introducersOf(view, person)}
            onAdded={added}
            onKnown={() => setLinking(!linking)}
          />
        ) : (
          <Row>
            <Button onClick={() => setAdding(true)}>{t('common.add_contact')}</Button>
          </Row>
        )}
      </Section>
      {view.kind === 'message' && view.subject && (
        <Row class="item stranger-mail" gutter={view.at !== null && mailDay(view.at, Date.now())}>
          <div class="item-line">
            <Icon node={Mail} size={14} />
            <span class="one-line">{view.subject}</span>
          </div>
        </Row>
      )}
      <PanelFoot>
        {adding && (
          <Button kind="bare" icon={Clipboard} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {t('unfolded.paste_anything')}
          </Button>
        )}
        {email && (
          <Button kind="bare" onClick={() => void never(email)}>
            {t('unfolded.never_for_address')}
          </Button>
        )}
        {isReadByRule(view) && <TeachButton />}
      </PanelFoot>
    </>
  );
}
