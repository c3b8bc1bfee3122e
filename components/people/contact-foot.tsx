import { Check, ChevronDown, ChevronRight, ChevronUp, Handshake } from 'lucide';
import { useState } from 'preact/hooks';
import { ITEM_ICONS, typeWord } from '@/components/activities/item-words';
import { logTypes } from '@/components/activities/log-type';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { ContactView, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import type { OpenForm } from './known-person';
import { PanelFoot } from './panel-foot';

interface ContactFootProps {
  contact: ContactView;
  view: TabView | null;
  form: OpenForm;
  unfolded: boolean;
  onForm(form: OpenForm): void;
  onUnfold(): void;
}

/** What is done most with a contact: log, add a task, see all. */
export function ContactFoot({ contact, view, form, unfolded, onForm, onUnfold }: ContactFootProps) {
  // Of several comments of theirs on a page one is logged: by its first words it is seen which.
  const about = view?.logs === 'comment' ? view.event?.subject : null;
  return (
    <PanelFoot>
      {about && (
        <p id={ABOUT} class="panel-foot-about note quiet-text one-line" title={about}>
          {t('panel.quoted', { text: about })}
        </p>
      )}
      <LogButton contact={contact} view={view} onForm={onForm} />
      <Button
        kind="bare"
        aria-expanded={form === 'task'}
        onClick={() => onForm(form === 'task' ? null : 'task')}
      >
        {t('common.add_task')}
      </Button>
      <span class="panel-foot-end">
        <Button kind="bare" aria-expanded={unfolded} onClick={onUnfold}>
          {unfolded ? t('panel.less') : t('common.all')}
          <Icon node={unfolded ? ChevronUp : ChevronRight} size={14} />
        </Button>
      </span>
    </PanelFoot>
  );
}

/** Where the first words of the comment stand that is logged. */
const ABOUT = 'panel-foot-about';

const LOG_WORDS = {
  mail: 'common.log_this_mail',
  message: 'panel.log_this_message',
  post: 'panel.log_this_post',
  comment: 'panel.log_this_comment',
} as const;

function LogButton({ contact, view, onForm }: Pick<ContactFootProps, 'contact' | 'view' | 'onForm'>) {
  const act = useAction();
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const logs = view?.logs ?? null;
  const isMail = logs === 'mail';

  async function log() {
    setBusy(true);
    const done = await act('tab.log', { contactId: contact.id, event: view?.event?.name ?? null });
    // What is there by now may be logged instead.
    if (!done) await desk.refresh();
    setBusy(false);
  }

  /** A mail that is a complaint becomes a case; what it is about and its page go with it. */
  const openCase = () =>
    act('cases.open', {
      kind: 'complaint',
      title: (logs && view?.event?.subject?.slice(0, 300)) || t('panel.case_of', { name: contact.name }),
      contactIds: [contact.id],
      ...(view?.event?.permalink ? { from: { link: view.event.permalink } } : {}),
    });

  const types = logTypes().filter((type) => !(isMail && type === 'mail'));
  const menu = (
    <Menu
      label={logs ? t('panel.log_else') : t('panel.log')}
      items={[
        ...types.map((type) => ({
          id: type,
          label: typeWord(type),
          icon: ITEM_ICONS[type],
          run: () => onForm(type),
        })),
        {
          id: 'case',
          label: t('common.open_case'),
          icon: ITEM_ICONS.case,
          run: () => void openCase(),
        },
        ...(contact.kind === 'work'
          ? [{ id: 'deal', label: t('panel.add_deal'), icon: Handshake, run: () => onForm('deal') }]
          : []),
      ]}
    >
      {!logs && t('panel.log')}
      <Icon node={ChevronDown} size={14} />
    </Menu>
  );
  if (!logs) return menu;
  return (
    <>
      {view?.logged ? (
        <span class="logged small">
          <Icon node={Check} size={14} />
          {t('panel.logged')}
        </span>
      ) : (
        <Button
          kind="bare"
          loading={busy}
          aria-describedby={logs === 'comment' && view?.event?.subject ? ABOUT : undefined}
          onClick={() => void log()}
        >
          {t(LOG_WORDS[logs])}
        </Button>
      )}
      <span class="log-more">{menu}</span>
    </>
  );
}
