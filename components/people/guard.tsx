import type { IconNode } from 'lucide';
import { useDesk } from '@/components/contacts/desk';
import { IconButton } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { useSight } from './visible';

/**
 * Runs what deletes or discloses. In a frame of a foreign page it runs only after the frame was really seen; where
 * the browser cannot tell, the workspace opens at `elsewhere` instead.
 */
export function useGuard(elsewhere: string): (action: () => void) => void {
  const desk = useDesk();
  const guarded = desk.guarded === true;
  const sight = useSight(guarded);
  return (action) => {
    if (!guarded || sight === 'seen') return action();
    const open = () => desk.openWorkspace(elsewhere);
    if (sight === 'unknown') return open();
    toast(t('panel.covered'), { failed: true, action: { label: t('panel.open_workspace'), run: open } });
  };
}

interface GuardedButtonProps {
  icon: IconNode;
  label: string;
  onClick(): void;
  /** Page of the workspace where the same can be done. */
  elsewhere: string;
}

/** A button that deletes or discloses, behind `useGuard`. */
export function GuardedButton({ icon, label, onClick, elsewhere }: GuardedButtonProps) {
  const guard = useGuard(elsewhere);
  return <IconButton icon={icon} size={14} label={label} onClick={() => guard(onClick)} />;
}
