import { ApiError } from '@/lib/api/message';
import { siteOf } from '@/lib/platform/sites';
import { type Handlers, type TabContext, tabOf } from './tab-request';
import {
  beginTeaching,
  type Change,
  endTeaching,
  keepTaught,
  renameTaught,
  takeRecipe,
  taughtSites,
  tellTaught,
  withoutTaught,
} from './taught';
import { viewedTab } from './viewed-tab';

/** How often a change of recipes is tried when another window changes the same ones. */
const TRIES = 3;

/** Changes recipes of the user's own, and has the pages that they are for read anew. */
async function changeTaught<T extends { change: Change }>(
  { db, commandId, perform }: TabContext,
  make: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      const made = await make();
      await perform('settings.teach', made.change, commandId);
      await tellTaught(db);
      return made;
    } catch (error) {
      if (tries === TRIES || !(error instanceof ApiError) || error.code !== 'conflict') throw error;
    }
  }
}

/** Sites that the user teaches by pointing, or by a file. */
export const taughtOperations: Handlers<
  'tab.teach' | 'sites.teach' | 'sites.taught' | 'sites.take' | 'sites.rename' | 'sites.untaught'
> = {
  async 'tab.teach'(_, context) {
    await beginTeaching(await viewedTab(context), context.now);
    return {};
  },

  async 'sites.teach'({ recipe }, context) {
    const { db, sender, now } = context;
    const site = siteOf(sender.url ?? '') ?? '';
    const tabId = tabOf(sender);
    await changeTaught(context, async () => ({ change: await keepTaught(db, recipe, { tabId, site, now }) }));
    // Last: what could not be kept may be tried again.
    await endTeaching(tabId);
    return {};
  },

  'sites.taught': (_, { db }) => taughtSites(db),

  async 'sites.take'({ text }, context) {
    return (await changeTaught(context, () => takeRecipe(context.db, text))).taken;
  },

  async 'sites.rename'(given, context) {
    await changeTaught(context, async () => ({ change: await renameTaught(context.db, given) }));
    return {};
  },

  async 'sites.untaught'({ key }, context) {
    await changeTaught(context, async () => ({ change: await withoutTaught(context.db, key) }));
    return {};
  },
};
