import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { toast } from '@/components/ui/toast';
import type { DeviceSettings } from '@/lib/crm/settings';

/** Writes settings of this device. They have no history, so there is no Undo to offer. */
export function useSetDevice(): (change: Partial<DeviceSettings>) => Promise<void> {
  const { client, refresh } = useDesk();
  return async (change) => {
    try {
      await client.call('device.set', { device: change });
      await refresh();
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };
}
