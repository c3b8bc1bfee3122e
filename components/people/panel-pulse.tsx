import { momentOfDay } from '@/components/advice/words';
import { Pulse } from '@/components/ui/pulse';
import type { ContactView } from '@/lib/api/views';

/** The rhythm of 24 months at the bottom of the panel, where there is a contact. */
export function PanelPulse({ contact }: { contact: ContactView | null }) {
  if (!contact) return null;
  const { received, sent, expected } = contact.pulse;
  return (
    <div class="panel-pulse">
      <Pulse
        weeks={received.map((count, week) => ({ received: count, sent: sent[week] ?? 0 }))}
        now={Date.now()}
        expectedAt={expected === null ? null : momentOfDay(expected)}
      />
    </div>
  );
}
