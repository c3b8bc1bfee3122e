import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds wrong in a document: rule and elements, a line each. It is run inside the document itself, for it
 * cannot reach the panel's frame from the page around it.
 */
export async function faultsIn(place: Page | Frame): Promise<string[]> {
  await place.evaluate(axe.source);
  return place.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}
