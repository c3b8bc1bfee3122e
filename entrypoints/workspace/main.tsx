import '@/lib/api/jitless';
import { render } from 'preact';
import { followLook } from '@/components/settings/appearance';
import { leavePractice, leaveRemoved, sayRemoved, sayStayed } from '@/components/settings/leave-practice';
import { startJobs } from '@/entrypoints/jobs/start';
import { withAhead } from '@/lib/api/ahead';
import type { Client } from '@/lib/api/client';
import { joinClients } from '@/lib/api/joined';
import { localClient } from '@/lib/api/local';
import { practiceData } from '@/lib/api/local-practice-data';
import { workerClient } from '@/lib/api/local-worker';
import { withPatience } from '@/lib/api/patient';
import { remoteClient } from '@/lib/api/remote';
import { withSafeDrafts } from '@/lib/api/safe-drafts';
import { withSafeForms } from '@/lib/api/safe-forms';
import type { Namespace } from '@/lib/i18n';
import { fetchWhole } from '@/lib/i18n/whole';
import { draftShelf, formShelf } from '@/lib/platform/draft-shelf';
import { mayNotify, releaseNotifications, requestNotifications } from '@/lib/platform/notifications';
import { browserLanguages, extensionVersion, pageUrl } from '@/lib/platform/pages';
import { openSidePanel } from '@/lib/platform/side-panel';
import { readPublic, requestSite, siteOf } from '@/lib/platform/sites';
import { onStoreWake, wake } from '@/lib/platform/wake';
import { DATABASE, type Database, openDatabase } from '@/lib/store/database';
import { filling } from '@/lib/store/fill-lists';
import { keepSearch } from '@/lib/store/search/keep';
import { countDaily } from './daily';
import { askFirst } from './first-questions';
import { Workspace } from './workspace';

const NAMESPACES = [
  'common',
  'advice',
  'advising',
  'plays',
  'panel',
  'unfolded',
  'imports',
  'importing',
  'workspace',
  'surveys',
  'templates',
  'responses',
  'results',
  'answers',
  'analysis',
  'report',
  'schedules',
  'elsewhere',
  'logic',
  'cases',
  'care',
  'deals',
  'duplicates',
  'figures',
  'relations',
  'health',
  'insights',
  'segments',
  'tiers',
  'teach',
  'data',
] as const satisfies readonly Namespace[];

/** Without the parameter the page shows the user's own people. */
const OWN = location.pathname;
const bell = { ring: wake, listen: onStoreWake };

async function ownClient(worker: Pick<Client, 'call'>) {
  const database = await openDatabase();
  if (!database.newer) void completeLists(database, worker);
  return localClient({ database, caller: 'workspace', wake: bell });
}

async function practiceClient() {
  const [practice, { language }] = await Promise.all([import('@/lib/api/local-practice'), readPublic()]);
  return practice.practiceClient(bell, language, () => leaveRemoved(OWN));
}

async function completeLists(database: Database, worker: Pick<Client, 'call'>): Promise<void> {
  // The background has begun, and may be stopped in the middle. A page in sight has no time for it.
  if (await filling(database)) await worker.call('lists.fill', {}).catch(() => undefined);
  await keepSearch(database);
}

async function start(root: HTMLElement): Promise<void> {
  const isPractice = new URLSearchParams(location.search).has('practice');
  // The language that the user chose last: its words come while the database opens.
  const words = readPublic()
    .then(({ language }) => fetchWhole(language))
    // Where they do not come, each is asked for by its name.
    .catch(() => undefined);
  const worker = workerClient(() => startJobs(isPractice ? practiceData.name : DATABASE), bell);
  const data = isPractice ? await practiceClient() : await ownClient(worker);
  const joined = joinClients(data, remoteClient(), worker);
  // What is typed about practice people belongs to their own store, and need not outlive the page.
  const safe = isPractice ? joined : withSafeForms(withSafeDrafts(joined, draftShelf), formShelf);
  const client = withAhead(withPatience(safe));
  askFirst(client).catch(() => undefined);
  await words;
  await followLook(client, browserLanguages(), NAMESPACES);
  const leave = () => {
    worker.stop();
    return leavePractice(practiceData.remove, OWN);
  };
  render(
    <Workspace
      client={client}
      gate={{ siteOf, request: requestSite }}
      notifications={{ request: requestNotifications, holds: mayNotify, release: releaseNotifications }}
      practice={{ ...practiceData, ...(isPractice ? { remove: leave } : {}), url: pageUrl('practice') }}
      isPractice={isPractice}
      version={extensionVersion()}
      openSidePanel={openSidePanel}
    />,
    root,
  );
  if (isPractice) sayStayed();
  else sayRemoved();
  countDaily(joined, bell.listen);
  // What came in while the browser was closed need not wait for the next alarm.
  if (!isPractice) void client.call('hub.pull', {}, { later: true }).catch(() => undefined);
}

const root = document.getElementById('app');
if (root) void start(root);
