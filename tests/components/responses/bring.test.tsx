import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { BringDialog } from '@/components/responses/bring/bring-dialog';
import { ApiError } from '@/lib/api/message';
import { loadLanguage } from '@/lib/i18n';
import { fakeClient } from '../workspace/fake-client';
import { renderOver, workspaceTests } from '../workspace/setup';

workspaceTests();
beforeEach(() => loadLanguage('en', ['common', 'panel', 'unfolded', 'workspace', 'importing', 'answers']));

test('a sheet that cannot be read as answers leads on to the next one', async () => {
  const client = fakeClient({
    'answers.head': () => {
      throw new ApiError('invalid', 'No answers.');
    },
  });
  const open = vi.fn();
  const file = new File(['Cover'], 'Cover.csv');
  renderOver(client, <BringDialog file={file} isSheet next={{ name: 'Answers', open }} onClose={() => {}} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Next sheet: Answers' }));
  expect(open).toHaveBeenCalledOnce();
});
