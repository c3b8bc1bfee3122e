import '@/lib/api/jitless';
import { render } from 'preact';
import { followLook, languageOf } from '@/components/settings/appearance';
import { leavePractice, leaveRemoved } from '@/components/settings/leave-practice';
import { joinClients } from '@/lib/api/joined';
import { localClient } from '@/lib/api/local';
import { practiceClient } from '@/lib/api/local-practice';
import { practiceData } from '@/lib/api/local-practice-data';
import { remoteClient } from '@/lib/api/remote';
import { practiceMailbox } from '@/lib/crm/practice/mailbox';
import { OWNER, practicePeople } from '@/lib/crm/practice/people';
import type { PracticeMail } from '@/lib/crm/practice/shape';
import { language, t } from '@/lib/i18n';
import { browserLanguages, pageUrl } from '@/lib/platform/pages';
import { onStoreWake, wake } from '@/lib/platform/wake';
import { openDatabase } from '@/lib/store/database';
import { mailboxClient } from './mailbox-client';
import { Practice } from './practice';

const WORKSPACE = `${pageUrl('workspace')}?practice`;
const bell = { ring: wake, listen: onStoreWake };

/** The mail to begin with: the newest from somebody who is a contact already, in the language on screen. */
function firstOf(mails: readonly PracticeMail[]): PracticeMail {
  const known = new Set(
    practicePeople(Date.now()).flatMap((person) => person.points.map((point) => point.value)),
  );
  const first =
    mails.find((mail) => known.has(mail.from.address) && mail.language === language.value) ?? mails[0];
  if (!first) throw new Error('The practice mailbox is empty.');
  return first;
}

async function start(root: HTMLElement): Promise<void> {
  // Language and theme are the user's own; the people are not.
  const own = localClient({ database: await openDatabase(), caller: 'workspace', wake: bell });
  const { device } = await own.call('settings.get', {});
  const home = pageUrl('welcome');
  const people = await practiceClient(bell, languageOf(device, browserLanguages()), () => leaveRemoved(home));
  const words = ['common', 'advice', 'panel', 'unfolded', 'workspace', 'practice'] as const;
  await followLook(own, browserLanguages(), words, people);
  document.title = t('practice.title');
  const mails = practiceMailbox(Date.now());
  const data = joinClients(people, remoteClient());
  const mailbox = mailboxClient(data, firstOf(mails), OWNER, (hash) => {
    location.href = WORKSPACE + hash;
  });
  render(
    <Practice
      mailbox={mailbox}
      mails={mails}
      store={{
        ...practiceData,
        remove: () => leavePractice(practiceData.remove, home),
        url: pageUrl('practice'),
      }}
      workspaceUrl={`${WORKSPACE}#/today`}
    />,
    root,
  );
}

const root = document.getElementById('app');
if (root) void start(root);
