import { render } from 'preact';
import { followLook } from '@/components/settings/appearance';
import { remoteClient } from '@/lib/api/remote';
import { browserLanguages } from '@/lib/platform/pages';
import { openSidePanel } from '@/lib/platform/side-panel';
import { requestSite, siteOf } from '@/lib/platform/sites';
import { Popup } from './popup';

async function start(root: HTMLElement): Promise<void> {
  const client = remoteClient();
  await followLook(client, browserLanguages(), ['common', 'panel', 'unfolded', 'popup', 'workspace']);
  render(
    <Popup
      client={client}
      gate={{ siteOf, request: requestSite }}
      openSideBar={openSidePanel}
      onLeave={() => window.close()}
    />,
    root,
  );
}

const root = document.getElementById('app');
if (root) void start(root);
