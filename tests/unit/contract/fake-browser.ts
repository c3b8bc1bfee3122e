/** What the browser would hold for the background: replaced in each file by `vi.mock('wxt/browser', ...)`. */
export const held = {
  session: new Map<string, unknown>(),
  local: new Map<string, unknown>(),
  opened: 0,
  told: [] as unknown[],
};

/** Starts a browser that holds nothing. */
export function emptyBrowser(): void {
  held.session.clear();
  held.local.clear();
  held.opened = 0;
  held.told = [];
}

/** What comes back of a value that was put there: no field without a value, and the others, at every depth, in the order of their names, as in Chromium. */
const stored = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      one !== null && typeof one === 'object' && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ),
  );

const area = (items: Map<string, unknown>) => ({
  get: async (key: string | null) =>
    Object.fromEntries([...items].filter(([name]) => key === null || name === key)),
  set: async (all: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(all)) items.set(key, stored(value));
  },
  remove: async (keys: string | string[]) => {
    for (const key of [keys].flat()) items.delete(key);
  },
});

/** The part of the extension API that answering a message needs. No host permission is held but for the site of `overlay`. */
export const browser = {
  storage: { session: area(held.session), local: area(held.local), onChanged: { addListener() {} } },
  runtime: { id: 'sidelight', getURL: (path: string) => `chrome-extension://sidelight${path}` },
  i18n: { getUILanguage: () => 'en' },
  permissions: {
    contains: async ({ origins }: { origins: string[] }) => origins[0] === 'https://mail.example/*',
    remove: async () => true,
  },
  scripting: {
    getRegisteredContentScripts: async () => [],
    registerContentScripts: async () => undefined,
    unregisterContentScripts: async () => undefined,
  },
  tabs: {
    query: async () => [],
    sendMessage: async (tabId: number, message: unknown) => {
      held.told.push([tabId, message]);
    },
    create: async () => {
      held.opened += 1;
    },
  },
};
