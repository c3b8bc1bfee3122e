import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { DeskContext } from '@/components/contacts/desk';
import { dismissToast, toasts } from '@/components/ui/toast';
import type { Client } from '@/lib/api/client';
import { DEFAULT_DEVICE, DEFAULT_SETTINGS } from '@/lib/crm/defaults';
import type { DeviceSettings, Settings } from '@/lib/crm/settings';
import { loadLanguage } from '@/lib/i18n';

/** English, the first page, nothing left over from the test before. */
export function workspaceTests(): void {
  beforeEach(async () => {
    location.hash = '';
    await loadLanguage('en', [
      'common',
      'advice',
      'panel',
      'unfolded',
      'imports',
      'importing',
      'workspace',
      'welcome',
      'popup',
      'health',
    ]);
  });
  afterEach(() => {
    cleanup();
    for (const { id } of toasts.value) dismissToast(id);
  });
}

/** Draws a part over a client, as a page would. */
export function renderOver(client: Client, children: ComponentChildren) {
  return render(
    <DeskContext.Provider value={{ client, refresh: async () => {}, openWorkspace: () => {} }}>
      {children}
    </DeskContext.Provider>,
  );
}

/** Settings as they are on the first day, but for what a test changes. */
export function settingsWith(device: Partial<DeviceSettings> = {}, settings: Partial<Settings> = {}) {
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, device: { ...DEFAULT_DEVICE, ...device } };
}
