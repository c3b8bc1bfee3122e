import { expect, type Page } from '@playwright/test';

/**
 * Runs a command from a page of the extension as the page itself does, without drawing its form.
 * @returns its result; the test fails where the command was refused
 */
export async function send(page: Page, op: string, input: unknown): Promise<{ id: string }> {
  const answer = await page.evaluate(
    async ([name, given]) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome;
      return runtime.sendMessage({ api: 1, op: name, input: given, commandId: crypto.randomUUID() });
    },
    [op, input] as const,
  );
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: { id: string } }).value;
}
