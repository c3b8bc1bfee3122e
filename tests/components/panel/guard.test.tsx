import { act, fireEvent, render, screen } from '@testing-library/preact';
import { Trash2 } from 'lucide';
import { afterEach, expect, test, vi } from 'vitest';
import { DeskContext } from '@/components/contacts/desk';
import { GuardedButton } from '@/components/people/guard';
import { toasts } from '@/components/ui/toast';
import { fakeClient } from '../workspace/fake-client';
import { panelTests } from './setup';

panelTests();

let tell: ((isVisible: boolean) => void) | null = null;

/** A browser that tells whether an element is covered. */
function browserThatTells() {
  class Entry {
    get isVisible() {
      return false;
    }
  }
  class Observer {
    constructor(callback: (entries: { isVisible: boolean }[]) => void) {
      tell = (isVisible) => callback([{ isVisible }]);
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserverEntry', Entry);
  vi.stubGlobal('IntersectionObserver', Observer);
}
afterEach(() => {
  tell = null;
  vi.unstubAllGlobals();
});

function button(guarded: boolean) {
  const run = vi.fn();
  const openWorkspace = vi.fn();
  render(
    <DeskContext.Provider
      value={{ client: fakeClient({}), refresh: async () => undefined, openWorkspace, guarded }}
    >
      <GuardedButton icon={Trash2} label="Delete" elsewhere="#/contacts/1" onClick={run} />
    </DeskContext.Provider>,
  );
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  return { run, openWorkspace, press };
}

test('in a page of its own the button just works', () => {
  const { run, press } = button(false);
  press();
  expect(run).toHaveBeenCalledOnce();
});

test('in a foreign page it works only after half a second in plain sight', async () => {
  browserThatTells();
  const { run, press } = button(true);
  press();
  expect(run).not.toHaveBeenCalled();
  expect(toasts.value.at(-1)?.message).toContain('Something lies over the panel');
  await act(async () => {
    tell?.(true);
    await vi.advanceTimersByTimeAsync(400);
  });
  press();
  expect(run).not.toHaveBeenCalled();
  await act(async () => void (await vi.advanceTimersByTimeAsync(200)));
  press();
  expect(run).toHaveBeenCalledOnce();
});

test('covered again, it stops working at once', async () => {
  browserThatTells();
  const { run, press } = button(true);
  await act(async () => {
    tell?.(true);
    await vi.advanceTimersByTimeAsync(600);
    tell?.(false);
  });
  press();
  expect(run).not.toHaveBeenCalled();
});

test('where the browser cannot tell, the workspace opens instead', () => {
  vi.stubGlobal('IntersectionObserverEntry', class {});
  const { run, openWorkspace, press } = button(true);
  press();
  expect(run).not.toHaveBeenCalled();
  expect(openWorkspace).toHaveBeenCalledWith('#/contacts/1');
});
