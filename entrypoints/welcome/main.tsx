import '@/lib/api/jitless';
import { render } from 'preact';
import { followLook } from '@/components/settings/appearance';
import { sayRemoved } from '@/components/settings/leave-practice';
import { startJobs } from '@/entrypoints/jobs/start';
import { joinClients } from '@/lib/api/joined';
import { localClient } from '@/lib/api/local';
import { workerClient } from '@/lib/api/local-worker';
import { remoteClient } from '@/lib/api/remote';
import { withSafeDrafts } from '@/lib/api/safe-drafts';
import { draftShelf } from '@/lib/platform/draft-shelf';
import { browserLanguages, pageUrl } from '@/lib/platform/pages';
import { hasTab, showSite } from '@/lib/platform/site-tabs';
import { requestSite, siteOf } from '@/lib/platform/sites';
import { onStoreWake, wake } from '@/lib/platform/wake';
import { DATABASE, openDatabase } from '@/lib/store/database';
import { Welcome, type WelcomePlatform } from './welcome';

const platform: WelcomePlatform = {
  gate: { siteOf, request: requestSite },
  hasTab,
  showSite,
  practiceUrl: pageUrl('practice'),
  workspaceUrl: (hash) => pageUrl('workspace', hash),
};

async function start(root: HTMLElement): Promise<void> {
  const database = await openDatabase();
  const bell = { ring: wake, listen: onStoreWake };
  const data = localClient({ database, caller: 'workspace', wake: bell });
  const worker = workerClient(() => startJobs(DATABASE), bell);
  const client = withSafeDrafts(joinClients(data, remoteClient(), worker), draftShelf);
  await followLook(client, browserLanguages(), [
    'common',
    'advice',
    'panel',
    'unfolded',
    'imports',
    'importing',
    'workspace',
    'welcome',
  ]);
  render(<Welcome client={client} platform={platform} />, root);
  sayRemoved();
  // Only a page of its own may ask: Chrome's worker has no storage.persist.
  await navigator.storage.persist();
}

const root = document.getElementById('app');
if (root) void start(root);
