import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds wrong in a document: rule and elements, a line each. It is run inside the document itself, for it
 * cannot reach the panel's frame from the page around it.
 */
export async function faultsIn(place: Page | Frame): Promise<string[]> {
  // Half a megabyte of script, which a document needs once.
  if (!(await place.evaluate(() => 'axe' in globalThis))) await place.evaluate(axe.source);
  return place.evaluate(async () => {
    // What is still fading in has the colours of neither beginning nor end.
    for (const each of document.getAnimations())
      if (each.effect?.getComputedTiming().endTime !== Infinity) each.finish();
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}
