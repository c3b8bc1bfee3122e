import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { useQuery } from '@/components/query/use-query';
import { ApiError } from '@/lib/api/message';
import type { ContactHit } from '@/lib/api/views';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

workspaceTests();

const hit = (name: string): ContactHit => ({
  id: name,
  name,
  title: null,
  company: null,
  address: null,
  matched: null,
});

function Found({ text, keep }: { text: string; keep?: boolean }) {
  const found = useQuery('contacts.find', { text }, { keep });
  return (
    <p>
      {found.value?.[0]?.name ?? 'nobody'} {found.error ? 'failed' : ''}
    </p>
  );
}

/** Asks "one" at first, "two" after a press. The client answers when the test says so. */
function asking(keep: boolean) {
  const waiting = new Map<string, (hits: ContactHit[]) => void>();
  const client = fakeClient({
    'contacts.find': ({ text }) => new Promise((resolve) => waiting.set(text, resolve)),
  });
  function Asker() {
    const [text, setText] = useState('one');
    return (
      <>
        <button type="button" onClick={() => setText('two')}>
          next
        </button>
        <Found text={text} keep={keep} />
      </>
    );
  }
  renderOver(client, <Asker />);
  return {
    next: async () => {
      fireEvent.click(screen.getByRole('button'));
      await waitFor(() => expect(waiting.has('two')).toBe(true));
    },
    answer: async (text: string) => {
      await waitFor(() => expect(waiting.has(text)).toBe(true));
      waiting.get(text)?.([hit(text)]);
      // Long enough for an answer to come to the screen, if it were to.
      await new Promise((resolve) => setTimeout(resolve, 30));
    },
  };
}

test('an answer that comes after a newer question is thrown away', async () => {
  const { next, answer } = asking(true);
  await next();
  await answer('two');
  expect(screen.getByText('two')).toBeTruthy();
  await answer('one');
  expect(screen.getByText('two')).toBeTruthy();
});

test('another question clears the screen', async () => {
  const { next, answer } = asking(false);
  await answer('one');
  expect(screen.getByText('one')).toBeTruthy();
  await next();
  expect(screen.getByText('nobody')).toBeTruthy();
});

test('where it is to be kept, the old answer stands until the new one', async () => {
  const { next, answer } = asking(true);
  await answer('one');
  await next();
  expect(screen.getByText('one')).toBeTruthy();
  await answer('two');
  expect(screen.getByText('two')).toBeTruthy();
});

test('every wake asks again, and a failed question leaves the old answer on screen', async () => {
  let works = true;
  const client = fakeClient({
    'contacts.find': () => {
      if (!works) throw new ApiError('failed', 'no');
      return [hit('Ada')];
    },
  });
  renderOver(client, <Found text="a" />);
  await screen.findByText('Ada');
  works = false;
  client.wake();
  await screen.findByText('Ada failed');
  expect(client.inputs('contacts.find')).toHaveLength(2);
});

test('what was deleted on another page leaves the screen, and is back when that is undone', async () => {
  let isThere = true;
  const client = fakeClient({
    'contacts.find': () => {
      if (!isThere) throw new ApiError('missing', 'deleted');
      return [hit('Ada')];
    },
  });
  renderOver(client, <Found text="a" />);
  await screen.findByText('Ada');
  isThere = false;
  client.wake();
  await screen.findByText('nobody failed');
  isThere = true;
  client.wake();
  await screen.findByText('Ada');
});

test('another mail in the tab asks again for what the tab shows, and for no rows', async () => {
  const client = fakeClient({
    'contacts.find': () => [hit('Ann')],
    'sites.list': () => [],
  });
  function Both() {
    useQuery('sites.list', {});
    return <Found text="ann" />;
  }
  renderOver(client, <Both />);
  await screen.findByText('Ann', { exact: false });
  client.wake('tab');
  await waitFor(() => expect(client.inputs('sites.list')).toHaveLength(2));
  expect(client.inputs('contacts.find')).toHaveLength(1);
  client.wake();
  await waitFor(() => expect(client.inputs('contacts.find')).toHaveLength(2));
});

test('parts of a page that ask the same at the same moment are answered together, and each anew when woken', async () => {
  const client = fakeClient({ 'contacts.find': ({ text }) => [hit(text)] });
  renderOver(
    client,
    <>
      <Found text="one" />
      <Found text="one" />
      <Found text="two" />
    </>,
  );
  await waitFor(() => expect(screen.getAllByText('one')).toHaveLength(2));
  expect(client.inputs('contacts.find').map(({ text }) => text)).toEqual(['one', 'two']);
  client.wake();
  await waitFor(() =>
    expect(client.inputs('contacts.find').map(({ text }) => text)).toEqual(['one', 'two', 'one', 'two']),
  );
});
