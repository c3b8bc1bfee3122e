import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { Panel } from '@/components/people/panel';
import { dismissToast, toasts } from '@/components/ui/toast';
import { ApiError, type ErrorCode } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import { loadLanguage } from '@/lib/i18n';
import { NOW, sampleTab } from '../../support/panel-gallery/samples';
import { type FakeClient, fakeClient } from '../workspace/fake-client';

/** Every test of the panel: English, the day of the samples, nothing left over from the test before. */
export function panelTests(): void {
  beforeEach(async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW });
    await loadLanguage('en', ['common', 'advice', 'panel', 'unfolded']);
  });
  afterEach(() => {
    cleanup();
    for (const { id } of toasts.value) dismissToast(id);
    vi.useRealTimers();
  });
}

type Handlers = Parameters<typeof fakeClient>[0];

/** A client for a panel: a known contact's mail and empty drafts, unless a test says otherwise. */
export function panelClient(handlers: Handlers = {}, view: () => TabView = () => sampleTab()): FakeClient {
  return fakeClient({
    'tab.view': view,
    'drafts.get': () => ({ text: '' }),
    'drafts.put': () => ({}),
    'changes.undo': () => ({ changeId: 'c', restored: 1, kept: [] }),
    ...handlers,
  });
}

export function renderPanel(client: FakeClient, guarded = false) {
  return render(<Panel client={client} frame={{ foldable: true, guarded }} />);
}

export function fail(code: ErrorCode): never {
  throw new ApiError(code, code);
}

/** A promise to be settled by the test. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
