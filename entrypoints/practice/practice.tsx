import { Panel } from '@/components/people/panel';
import { removePractice } from '@/components/settings/leave-practice';
import type { PracticeStore } from '@/components/settings/practice-setting';
import { Button } from '@/components/ui/button';
import type { PracticeMail } from '@/lib/crm/practice/shape';
import { t } from '@/lib/i18n';
import { MailList } from './mail-list';
import { MailText } from './mail-text';
import type { Mailbox } from './mailbox-client';
import './practice.css';

interface PracticeProps {
  mailbox: Mailbox;
  mails: readonly PracticeMail[];
  store: PracticeStore;
  workspaceUrl: string;
}

/** A plain webmail full of invented people, with the panel beside it. */
export function Practice({ mailbox, mails, store, workspaceUrl }: PracticeProps) {
  return (
    <div class="practice">
      <section class="practice-bar" aria-label={t('practice.title')}>
        <span>{t('practice.banner')}</span>
        <a class="button quiet" href={workspaceUrl}>
          {t('practice.open_workspace')}
        </a>
        <Button onClick={() => void removePractice(store)}>{t('common.remove')}</Button>
      </section>
      <MailList mails={mails} open={mailbox.mail.value} onOpen={mailbox.open} />
      <MailText mail={mailbox.mail.value} />
      <div class="practice-panel">
        <Panel client={mailbox.client} frame={{ foldable: false, guarded: false }} />
      </div>
    </div>
  );
}
