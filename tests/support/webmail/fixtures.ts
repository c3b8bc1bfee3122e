import type { Fixtures } from '@playwright/test';
import { skipOrFail } from '../skip.ts';
import { startWebmail, type Webmail, webmailObstacle } from './index.ts';

export type WebmailFixtures = {
  /** A local Roundcube, one for each worker of the runner; what earlier tests of the worker sent stays in it. */
  webmail: Webmail;
};

export type WebmailWorkerFixtures = { webmailServer: Webmail | string };

/** The local webmail, for the tests of either browser. */
export const webmailFixtures: Fixtures<WebmailFixtures, WebmailWorkerFixtures> = {
  webmailServer: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of fixtures from this pattern
    async ({}, use) => {
      const obstacle = webmailObstacle();
      if (obstacle) return use(obstacle);
      const webmail = await startWebmail();
      await use(webmail);
      await webmail.stop();
    },
    { scope: 'worker' },
  ],

  webmail: async ({ webmailServer }, use) => {
    if (typeof webmailServer === 'string') skipOrFail(webmailServer);
    else await use(webmailServer);
  },
};
