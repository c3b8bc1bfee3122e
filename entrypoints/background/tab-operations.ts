import { openPage } from '@/lib/platform/pages';
import { overlayOperations } from './overlay-operations';
import { reportOperations } from './report-operations';
import { siteOperations } from './site-operations';
import type { Handlers } from './tab-request';
import { taughtOperations } from './taught-operations';
import { viewOperations } from './view-operations';

/** Every operation that the background answers itself, by subject. */
export const tabOperations: Handlers = {
  ...reportOperations,
  ...overlayOperations,
  ...viewOperations,
  ...taughtOperations,
  ...siteOperations,

  async 'workspace.open'({ hash }) {
    await openPage('workspace', hash);
    return {};
  },
};
