import { act, render, screen } from '@testing-library/preact';
import { useLayoutEffect } from 'preact/hooks';
import { expect, test } from 'vitest';
import { lazyPage } from '@/entrypoints/workspace/lazy-page';
import { loadLanguage } from '@/lib/i18n';

test('a page that comes for another place while it is being drawn here stands here too', async () => {
  await loadLanguage('en', ['common', 'workspace']);
  let come: (page: () => preact.JSX.Element) => void = () => undefined;
  let asked = 0;
  const Page = lazyPage(() => {
    asked += 1;
    // At once, as a module that is there already does: before what is drawn next has looked.
    // biome-ignore lint/suspicious/noThenProperty: a promise that is kept when the test says so
    return { then: (done: typeof come) => (come = done) } as unknown as Promise<() => preact.JSX.Element>;
  });
  const first = render(<Page />);
  await act(async () => undefined);
  expect(asked).toBe(1);
  first.unmount();
  const Second = () => {
    useLayoutEffect(() => come(() => <p>It is here</p>), []);
    return <Page />;
  };
  render(<Second />);
  await act(async () => undefined);
  expect(screen.getByText('It is here')).toBeTruthy();
});
