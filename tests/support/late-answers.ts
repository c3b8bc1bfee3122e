import type { BrowserContext, Page } from '@playwright/test';

/** What was heard of the answers to one operation. */
export interface Heard {
  sent: number;
  /** Answers that came after a younger question had been sent. */
  overtaken: number;
  /** Answers that came after the answer to a younger question. */
  outOfOrder: number;
  /** Questions that the background refused because a younger one was there first. */
  refused: number;
}

export interface LateAnswers {
  heard: Record<string, Heard>;
  /** How often `watched` was there while a question went out. */
  seen: number;
}

/**
 * Makes every message to the background wait for a random time, up to `there` milliseconds, and every answer, up to `back`,
 * so that they overtake each other. Runs in a page's or content script's own world, as text: it uses nothing from outside.
 * The product does not know of it.
 */
export function delayAnswers(seed: number, there: number, back: number, watched: string): void {
  let state = seed >>> 0;
  const pause = (most: number) => {
    // A linear congruential generator (Numerical Recipes) is random enough to shuffle answers.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return new Promise((resolve) => setTimeout(resolve, (state / 4_294_967_296) * most));
  };
  const late: LateAnswers = { heard: {}, seen: 0 };
  Object.assign(globalThis, { lateAnswers: late });
  const newest: Record<string, number> = {};

  type Send = (...words: unknown[]) => unknown;
  const world = globalThis as unknown as Record<'chrome' | 'browser', { runtime: { sendMessage: Send } }>;
  const runtimes = new Set([world.chrome?.runtime, world.browser?.runtime].filter(Boolean));
  for (const runtime of runtimes) {
    const original = runtime.sendMessage.bind(runtime);
    const delayed = async (message: { op: string }, words: unknown[]) => {
      late.heard[message.op] ??= { sent: 0, overtaken: 0, outOfOrder: 0, refused: 0 };
      const heard = late.heard[message.op] as Heard;
      heard.sent += 1;
      const mine = heard.sent;
      if (message.op === 'tab.report' && document.querySelector(watched)) late.seen += 1;
      await pause(there);
      const answer = (await original(...words)) as { ok: boolean; error?: { code: string } } | undefined;
      await pause(back);
      if (answer?.error?.code === 'moved') heard.refused += 1;
      if (mine < heard.sent) heard.overtaken += 1;
      if (mine < (newest[message.op] ?? 0)) heard.outOfOrder += 1;
      newest[message.op] = Math.max(mine, newest[message.op] ?? 0);
      return answer;
    };
    runtime.sendMessage = (...words) => {
      const callback = typeof words.at(-1) === 'function' ? (words.pop() as Send) : null;
      const answer = delayed(words[0] as { op: string }, words);
      if (!callback) return answer;
      answer.then(callback, () => callback());
      return undefined;
    };
  }
}

/** Runs expressions in the world of the extension's content script in a page's top document. */
export async function contentWorld(
  context: BrowserContext,
  page: Page,
): Promise<<T>(expression: string) => Promise<T>> {
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  // Frames have worlds of their own, which come and go with them.
  let contextId = 0;
  const found = new Promise<void>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
      if (!origin.startsWith('chrome-extension://') || auxData?.frameId !== frameTree.frame.id) return;
      contextId = id;
      resolve();
    });
  });
  await session.send('Runtime.enable');
  await found;
  return async <T>(expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
}
