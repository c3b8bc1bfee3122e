import { Consents } from '@/components/consent/consents';
import { useOwnLabels } from '@/components/fields/own-fields';
import { TaskList } from '@/components/tasks/task-list';
import { Row, Section } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { AddValue } from './add-value';
import { CadenceChoice } from './cadence';
import { useAction } from './command';
import { Dates } from './dates';
import { useDesk } from './desk';
import { Values } from './values';

/** All that is known of a contact beyond what stands in the panel at once. */
export function FullProfile({ contact }: { contact: ContactView }) {
  useOwnLabels();
  const act = useAction();
  const { openWorkspace } = useDesk();
  const open = contact.tasks.filter((task) => task.doneAt === null);
  return (
    <>
      {open.length > 0 && (
        <Section label={t('common.tasks')}>
          <Row gutter={t('common.tasks')}>
            <TaskList contactId={contact.id} tasks={open} />
          </Row>
        </Section>
      )}
      <Section label={t('unfolded.stay_in_touch_every')}>
        <Row field gutter={t('common.stay_in_touch')}>
          <CadenceChoice contactIds={[contact.id]} days={contact.cadence?.days ?? null} />
        </Row>
        <Row>
          <Switch
            label={t('unfolded.autolog')}
            on={contact.autolog}
            onSwitch={(autolog) => void act('contacts.edit', { id: contact.id, autolog })}
          />
        </Row>
      </Section>
      <Section label={t('common.profile')}>
        <Values contact={contact} />
        <AddValue contactId={contact.id} />
        <Row>
          <Switch
            label={t('unfolded.personal')}
            on={contact.kind === 'personal'}
            onSwitch={(on) => void act('contacts.edit', { id: contact.id, kind: on ? 'personal' : 'work' })}
          />
        </Row>
      </Section>
      <Section label={t('common.dates')}>
        <Dates contact={contact} />
      </Section>
      <Section label={t('common.consent')}>
        <Consents contact={contact} />
      </Section>
      {contact.others.length > 0 && (
        <Section label={t('unfolded.others_at', { company: contact.company?.name ?? '' })}>
          <Row gutter={t('unfolded.others')}>
            <ul>
              {contact.others.map((other) => (
                <li key={other.id}>
                  <button type="button" class="pick" onClick={() => openWorkspace(`#/contacts/${other.id}`)}>
                    <span class="name pick-name one-line">{other.name}</span>
                    <span class="small quiet-text one-line">{other.title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Row>
        </Section>
      )}
    </>
  );
}
