import { ApiError } from '@/lib/api/message';
import type { Sender } from '@/lib/platform/messaging';
import { inTurn } from '@/lib/platform/session';
import { readPublic, siteOf } from '@/lib/platform/sites';
import { wake } from '@/lib/platform/wake';
import { same } from '@/lib/store/edits';
import { withDrafts } from './draft-marks';
import { autologged, mailDraft, withDirection } from './mail-log';
import { marksFor } from './marks';
import { changeSite, UNFOLDED } from './overlay-state';
import { ownOn, rememberOwn } from './own-identities';
import { noteReport } from './readings';
import { personKey } from './recognise';
import { standsBeside } from './side-panel';
import { drawTab, showOwed } from './tab-badge';
import { chipClicked, type FrameRecord, forgetFrame, type Report, readTab, takeReport } from './tab-records';
import { type Handlers, tabOf } from './tab-request';

/** The document of a page. Firefox before 153 names none: its frame stands in for it, with when the document says it was loaded. */
const documentOf = ({ documentId, frameId }: Sender, loaded: number | undefined) =>
  documentId ?? `frame-${frameId}-${loaded ?? ''}`;

/** Pages live on when their site is switched off, and what they say may have been on its way. */
async function refuseIfOff(site: string): Promise<void> {
  const { sites } = await readPublic();
  if (!sites[site]?.on) throw new ApiError('forbidden', 'This site is switched off.');
}

/** After each change in the store the same page is told once more. */
const isAgain = (before: FrameRecord | undefined, { documentId, contexts }: Report): boolean =>
  before?.documentId === documentId && same(before.contexts, contexts);

/** What the documents of a tab say is taken in their order: who has gone said so last, whatever the report before had to wait for. */
const saidIn = (tabId: number) => `said:${tabId}`;

/** So long the toolbar's number waits for what is being looked at, in ms. */
const BADGE_MS = 100;

/** What the content script of a page tells of it: whom it shows, who was clicked, what was sent. */
export const reportOperations: Handlers<'tab.report' | 'tab.forget' | 'tab.choose' | 'tab.sent'> = {
  async 'tab.report'(
    { contexts, generation, loaded, theme, claimed },
    { db, sender, commandId, now, perform },
  ) {
    const tabId = tabOf(sender);
    const site = siteOf(sender.url ?? '') ?? '';
    const report = { documentId: documentOf(sender, loaded), generation, loaded, contexts, theme, claimed };
    const { before, outcome } = await inTurn(saidIn(tabId), async () => {
      const [record] = await Promise.all([readTab(tabId), refuseIfOff(site)]);
      // First: the views that the report wakes leave out whom it shows as the user.
      if (!sender.isPrivate) await rememberOwn(db, site, contexts);
      return {
        before: record?.frames[sender.frameId ?? 0],
        outcome: await takeReport(tabId, sender.frameId ?? 0, site, report, now),
      };
    });
    if (outcome === 'busy') throw new ApiError('busy', 'Too many reports.');
    if (outcome === 'stale') throw new ApiError('moved', 'A younger report came first.');
    if (!sender.isPrivate && !isAgain(before, report)) await noteReport(db, site, { contexts, claimed }, now);
    const own = await ownOn(db, site, contexts);
    const known = await marksFor(db, contexts, now);
    const { documentId } = report;
    const frame = { tabId, frameId: sender.frameId ?? 0, documentId, generation };
    // The panel asks at this moment who is there, and is waited for; the number on the toolbar is not.
    setTimeout(() => void showOwed(frame, contexts, known, own.mine).catch(() => undefined), BADGE_MS);
    const marks = contexts.some(({ kind }) => kind === 'compose')
      ? await withDrafts(db, contexts, known.marks, { site, own: own.mine, now, frame })
      : known.marks;
    const message = contexts.find(({ kind, messageKey }) => kind === 'message' && messageKey);
    // From a private window nothing is kept unasked.
    if (message && !sender.isPrivate) {
      const settled = withDirection(message, own);
      const ids = await autologged(db, settled, site, own, now);
      if (ids.length)
        await perform(
          'activities.log',
          { activity: mailDraft(settled, ids, { now, account: own.account }) },
          `${commandId}-log`,
        );
    }
    return { marks };
  },

  async 'tab.forget'({ generation, loaded }, { sender }) {
    const tabId = tabOf(sender);
    const gone = { documentId: documentOf(sender, loaded), generation };
    await inTurn(saidIn(tabId), () => forgetFrame(tabId, sender.frameId ?? 0, gone));
    await drawTab(tabId);
    await wake('tab');
    return {};
  },

  async 'tab.choose'({ generation, context, person }, { sender, now }) {
    const frame = (await readTab(tabOf(sender)))?.frames[sender.frameId ?? 0];
    const chosen = frame?.generation === generation ? frame.contexts[context]?.people[person] : undefined;
    if (chosen) {
      await chipClicked(tabOf(sender), { person: personKey(chosen), at: now, said: chosen.said ?? null });
      // In the side panel they are seen as it is.
      const beside = await standsBeside(sender.windowId ?? null);
      if (!beside) await changeSite(siteOf(sender.url ?? '') ?? '', UNFOLDED);
      await wake('tab');
    }
    return {};
  },

  async 'tab.sent'({ context }, { db, sender, commandId, now, perform }) {
    const site = siteOf(sender.url ?? '') ?? '';
    await refuseIfOff(site);
    const sent = {
      ...context,
      direction: 'out' as const,
      at: now,
      precision: 'minute' as const,
      permalink: null,
    };
    const own = await ownOn(db, site, [context]);
    const ids = sender.isPrivate ? [] : await autologged(db, sent, site, own, now);
    if (ids.length)
      await perform(
        'activities.log',
        { activity: mailDraft(sent, ids, { now, account: own.account }) },
        commandId,
      );
    return { logged: ids.length };
  },
};
