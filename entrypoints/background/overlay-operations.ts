import { pageUrl } from '@/lib/platform/pages';
import { readPublic, siteOf } from '@/lib/platform/sites';
import { wake } from '@/lib/platform/wake';
import { changeSite, hideFor, overlayState, UNFOLDED } from './overlay-state';
import { mintToken } from './panel-admission';
import { standsBeside } from './side-panel';
import { type Handlers, siteOfSender, tabOf } from './tab-request';
import { recipesFor } from './taught';

/** How Sidelight stands on a page: its frame, width, folded or hidden, and by what the page is read. */
export const overlayOperations: Handlers<
  | 'tab.panel'
  | 'tab.state'
  | 'tab.recipes'
  | 'tab.fold'
  | 'tab.aside'
  | 'tab.width'
  | 'tab.hide'
  | 'tab.reads'
> = {
  async 'tab.panel'(_, { sender, now }) {
    const token = await mintToken(tabOf(sender), siteOf(sender.url ?? '') ?? '', now);
    return { url: pageUrl('panel', `#${token}`) };
  },

  async 'tab.state'(_, context) {
    const beside = await standsBeside(context.sender.windowId ?? null);
    return overlayState(await readPublic(), await siteOfSender(context), beside);
  },

  async 'tab.recipes'(_, context) {
    return recipesFor(context.db, await siteOfSender(context));
  },

  async 'tab.fold'({ folded }, context) {
    await changeSite(await siteOfSender(context), folded ? { folded } : UNFOLDED);
    return {};
  },

  async 'tab.aside'(_, context) {
    await changeSite(await siteOfSender(context), { aside: true });
    return {};
  },

  async 'tab.width'({ width }, context) {
    await changeSite(await siteOfSender(context), { width });
    return {};
  },

  async 'tab.hide'({ minutes }, { now }) {
    await hideFor(minutes, now);
    return {};
  },

  async 'tab.reads'({ on }, context) {
    await changeSite(await siteOfSender(context), { reads: on });
    await wake('tab');
    return {};
  },
};
