import { listChanges } from '@/lib/store/changes';
import { disown } from '@/lib/store/own-seen';
import {
  deviceOf,
  includeSettings,
  setDevice,
  setSettings,
  setTaught,
  settingsOf,
} from '@/lib/store/settings';
import { redo, undo } from '@/lib/store/undo';
import type { Handlers, Of } from './context';

export const storeHandlers: Handlers<Of<'changes' | 'settings' | 'device'>> = {
  'changes.list': ({ db }, input) => listChanges(db, input),
  'changes.undo': undo,
  'changes.redo': redo,
  'settings.get': async ({ db }) => ({ settings: await settingsOf(db), device: await deviceOf(db) }),
  'settings.set': (ctx, { settings }) => setSettings(ctx, settings),
  'settings.include': includeSettings,
  'settings.teach': setTaught,
  'device.disown': async ({ db }, { site, key, mine }) => {
    await disown(db, site, key, mine);
    return {};
  },
  'device.set': async ({ db }, { device }) => {
    await setDevice(db, device);
    return {};
  },
};
