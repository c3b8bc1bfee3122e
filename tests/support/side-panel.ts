import type { BrowserContext, CDPSession } from '@playwright/test';

interface Evaluated {
  result?: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** The browser's own side panel. It is no tab: it is reached by the debugging protocol of the browser alone. */
export class SidePanel {
  private readonly session: CDPSession;
  private readonly sessionId: string;
  private asked = 0;
  private readonly waiting = new Map<number, (answer: { result?: unknown }) => void>();

  private constructor(session: CDPSession, sessionId: string) {
    this.session = session;
    this.sessionId = sessionId;
    session.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
      if (from !== sessionId) return;
      const answer = JSON.parse(message) as { id?: number; result?: unknown };
      if (answer.id !== undefined) this.waiting.get(answer.id)?.(answer);
    });
  }

  /** The open side panel; null when there is none. */
  static async of(context: BrowserContext): Promise<SidePanel | null> {
    const browser = context.browser();
    if (!browser) throw new Error('The browser has gone.');
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const pages = new Set(context.pages().map((page) => page.url()));
    const found = targetInfos.find(
      ({ url, type }) => type !== 'iframe' && /\/panel\.html/.test(url) && !pages.has(url),
    );
    if (!found) {
      await session.detach();
      return null;
    }
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: found.targetId,
      flatten: false,
    });
    return new SidePanel(session, sessionId);
  }

  private send(method: string, params: object): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    const answered = new Promise<{ result?: unknown }>((resolve) => this.waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    return this.session
      .send('Target.sendMessageToTarget', { sessionId: this.sessionId, message })
      .then(async () => (await answered).result);
  }

  /** The value of an expression in the side panel; promises are awaited. */
  async evaluate<T>(expression: string): Promise<T> {
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', params)) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result?.value as T;
  }

  /** What a reader sees in it. */
  text(): Promise<string> {
    return this.evaluate<string>('document.body.innerText');
  }

  /** The heading of whom it shows, or '' while it shows nobody. */
  heading(): Promise<string> {
    return this.evaluate<string>(`document.querySelector('h1')?.textContent ?? ''`);
  }

  /** Presses the button of this name. */
  async press(name: string): Promise<void> {
    const found = await this.evaluate<boolean>(
      `(() => { const one = [...document.querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === ${JSON.stringify(name)}); one?.click(); return Boolean(one); })()`,
    );
    if (!found) throw new Error(`The side panel has no button "${name}".`);
  }

  /** A picture of it, as PNG in base64. */
  async picture(): Promise<string> {
    return ((await this.send('Page.captureScreenshot', {})) as { data: string }).data;
  }
}
