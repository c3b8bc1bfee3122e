import { render } from 'preact';
import { FailurePage } from '@/components/people/failure-page';
import { later } from '@/components/people/later';
import { Panel, type PanelFrame } from '@/components/people/panel';
import { Sheet } from '@/components/ui/sheet';
import type { Client } from '@/lib/api/client';
import { remoteClient } from '@/lib/api/remote';
import { withSafeDrafts } from '@/lib/api/safe-drafts';
import { chooseLanguage, loadLanguage, markLanguage } from '@/lib/i18n';
import { draftShelf } from '@/lib/platform/draft-shelf';
import './panel.css';

const NAMESPACES = ['common', 'advice', 'panel'] as const;

const AsideButton = later(() => import('./aside-button').then((part) => part.AsideButton), ['beside']);

const withDrafts = (client: Client): Client => withSafeDrafts(client, draftShelf);

/** The panel's frame at the edge of a page, or the browser's side panel: the same page, the same panel. */
async function start(root: HTMLElement): Promise<void> {
  const client = withDrafts(remoteClient());
  const inFrame = window.parent !== window;
  // A frame of a page knows where it stands.
  const ownWindow = inFrame ? null : await import('@/lib/platform/window-tab');
  const isSidePanel = ownWindow !== null && !(await ownWindow.standsInTab());
  const page = document.documentElement;
  // The token is good for one frame: it is spent here, and not left where a script could read it.
  const token = location.hash.slice(1) || null;
  history.replaceState(null, '', location.pathname);

  try {
    const { language, theme } = await client.call('tab.hello', { token });
    await loadLanguage(language, NAMESPACES);
    markLanguage(page);
    if (theme !== 'auto') page.dataset.theme = theme;
    if (isSidePanel) {
      const { standBeside } = await import('./beside');
      await standBeside((life, placed, asked) => {
        const frame: PanelFrame = { foldable: false, guarded: false, asked };
        render(<Panel key={life} client={withDrafts(placed)} frame={frame} />, root);
      });
      return;
    }
    const frame: PanelFrame = {
      foldable: inFrame,
      guarded: inFrame,
      ...(inFrame && { corner: AsideButton }),
      onTheme: (shown) => {
        if (theme === 'auto') page.dataset.theme = shown;
      },
    };
    render(<Panel client={client} frame={frame} />, root);
  } catch (failure) {
    await loadLanguage(chooseLanguage(null, navigator.languages), NAMESPACES);
    markLanguage(page);
    render(
      <main class="panel">
        <Sheet class="panel-sheet">
          <FailurePage failure={failure} onRetry={() => location.reload()} />
        </Sheet>
      </main>,
      root,
    );
  }
}

const root = document.getElementById('panel');
if (root) void start(root);
