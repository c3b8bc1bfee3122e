import { expect, test, vi } from 'vitest';
import { leavePractice, sayStayed } from '@/components/settings/leave-practice';
import { toasts } from '@/components/ui/toast';
import { workspaceTests } from './setup';

workspaceTests();

test('practice people who could not be removed are shown by a page that is loaded anew, and says once why', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  sayStayed();
  expect(toasts.value).toEqual([]);
  await expect(leavePractice(() => Promise.reject(new Error('blocked')), '/home')).rejects.toThrow('blocked');
  expect(reload).toHaveBeenCalledTimes(1);
  sayStayed();
  sayStayed();
  expect(toasts.value).toHaveLength(1);
  expect(toasts.value[0]).toMatchObject({ failed: true });
});
