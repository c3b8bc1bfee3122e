import type { Page } from '@playwright/test';

/** What the chips and dots of a page's top document say, in the page's order: read behind their closed roots, as no page can. */
export async function chipWords(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  const attributesOf = (list: string[] = []) =>
    Object.fromEntries(
      list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? '']] : [])),
    );
  return nodes
    .map(({ nodeName, attributes }) => ({ nodeName, ...attributesOf(attributes) }) as Record<string, string>)
    .filter((node) => node.nodeName === 'BUTTON' && /^(chip|dot)/.test(node.class ?? ''))
    .map((node) => node['aria-label'] ?? '');
}
