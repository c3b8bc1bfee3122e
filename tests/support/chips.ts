import type { CDPSession, Page } from '@playwright/test';

interface Told {
  nodeName: string;
  nodeId: number;
  attributes: Record<string, string>;
}

/** Every element of a page's top document with its attributes, in the page's order: read behind closed roots, as no page can. */
async function elementsOf(session: CDPSession): Promise<Told[]> {
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const attributesOf = (list: string[] = []): Record<string, string> =>
    Object.fromEntries(
      list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [])),
    );
  return nodes.map(({ nodeName, nodeId, attributes }) => ({
    nodeName,
    nodeId,
    attributes: attributesOf(attributes),
  }));
}

const isChip = ({ nodeName, attributes }: Told) =>
  nodeName === 'BUTTON' && /^(chip|dot)/.test(attributes.class ?? '');

async function inSession<T>(page: Page, run: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const result = await run(session);
  await session.detach();
  return result;
}

/** What the chips and dots of a page's top document say, in the page's order. */
export const chipWords = (page: Page): Promise<string[]> =>
  inSession(page, async (session) =>
    (await elementsOf(session)).filter(isChip).map(({ attributes }) => attributes['aria-label'] ?? ''),
  );

/** Words of the chips that stand open over the page now. */
export const tipsShown = (page: Page): Promise<string[]> =>
  inSession(page, async (session) => {
    const all = await elementsOf(session);
    const { nodeIds } = await session.send('DOM.getTopLayerElements');
    return all
      .filter(({ nodeId, attributes }) => /^tip /.test(attributes.class ?? '') && nodeIds.includes(nodeId))
      .map(({ attributes }) => attributes['data-words'] ?? '');
  });

/** Gives the focus to the first chip or dot of a page, as the Tab key does on its way. */
export const focusChip = (page: Page): Promise<void> =>
  inSession(page, async (session) => {
    const chip = (await elementsOf(session)).find(isChip);
    if (!chip) throw new Error('No chip stands on the page.');
    await session.send('DOM.focus', { nodeId: chip.nodeId });
  });
