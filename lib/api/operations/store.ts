import { z } from 'zod';
import { DeviceSettings, Settings } from '@/lib/crm/settings';
import { operation, VIEWS } from '../contract';

const id = z.uuid();

/** What has a command of its own, which looks after all that hangs on it. */
const OWN_COMMANDS = ['pipeline', 'tiers', 'plays', 'views', 'fields', 'taught'] as const;

/** Recipes of the user's own by their first host. */
const Taught = z.record(z.string().regex(/^[a-z0-9.-]{1,253}$/), z.json());

/** History and settings: what concerns the store as a whole. */
export const changes = {
  'changes.list': operation('query', VIEWS, () =>
    z.object({
      subject: z.string().max(100).optional(),
      limit: z.int().min(1).max(500).default(50),
      before: z.int().optional(),
    }),
  ),
  /** Without an id: the last change or batch that was made by hand on this device and is not undone. */
  'changes.undo': operation('command', VIEWS, () =>
    z.object({
      changeId: id.optional(),
      batchId: id.optional(),
      /** Of the command that this view sent: what was logged meanwhile without asking is not meant. */
      commandId: z.string().max(100).optional(),
    }),
  ),
  'changes.redo': operation('command', VIEWS, () => z.object({})),
} as const;

export const settings = {
  'settings.get': operation('query', VIEWS, () => z.object({})),
  'settings.set': operation('command', VIEWS, () =>
    z.object({
      settings: Settings.partial().refine((given) => OWN_COMMANDS.every((field) => !(field in given))),
    }),
  ),
  /** Adds to one of the lists, or takes out: two views that do so at once do not overwrite each other. */
  'settings.include': operation('command', VIEWS, () =>
    z.object({
      list: z.enum(['ownPoints', 'neverLog', 'autologOrigins']),
      values: z.array(z.string().min(1).max(300)).min(1).max(200),
      on: z.boolean(),
    }),
  ),
  /** Recipes of the user's own: what differs between both is changed, unless it was changed meanwhile. The background checks what they hold. */
  'settings.teach': operation('command', ['workspace', 'panel'], () =>
    z.object({ from: Taught, to: Taught }),
  ),
  /** Takes out an identity that a site showed as the user's, or takes that back (`mine`); the site may show it again, and it stays out. */
  'device.disown': operation('local', ['workspace'], () =>
    z.object({ site: z.string().max(300), key: z.string().max(600), mine: z.boolean().default(false) }),
  ),
  'device.set': operation('local', VIEWS, () => z.object({ device: DeviceSettings.partial() })),
} as const;

export const text = {
  /** Finds a date in words: a task or promise as typed. */
  'text.when': operation('query', VIEWS, () =>
    z.object({ text: z.string().max(2000), zone: z.string().max(80), now: z.int() }),
  ),
  /** Reads a birthday or other date as typed, solar or lunar. */
  'text.date': operation('query', VIEWS, () => z.object({ text: z.string().max(200) })),
  /** Proposes fields from a signature, a card, a chat. Saves nothing. */
  'text.propose': operation('query', VIEWS, () => z.object({ text: z.string().max(200_000) })),
} as const;
