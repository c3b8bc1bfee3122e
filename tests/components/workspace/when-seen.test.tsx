import { act, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { WhenSeen } from '@/components/insights/when-seen';

/** Nothing of the page is in view. */
class Unseeing {
  observe() {}
  disconnect() {}
}

afterEach(() => vi.unstubAllGlobals());

test('sections out of view are asked for when the page is about to be printed', async () => {
  vi.stubGlobal('IntersectionObserver', Unseeing);
  render(
    <WhenSeen titles={['Products']}>
      <p>Three products</p>
    </WhenSeen>,
  );
  screen.getByRole('region', { name: 'Products' });
  expect(screen.queryByText('Three products')).toBeNull();
  await act(() => void window.dispatchEvent(new Event('beforeprint')));
  screen.getByText('Three products');
  expect(screen.queryByRole('region')).toBeNull();
});
