import type { ComponentChildren } from 'preact';
import { Row } from '@/components/ui/sheet';
import './people.css';

/** What can be done with the whole of what is shown; it stays in sight at the foot of the panel. */
export function PanelFoot({ children }: { children: ComponentChildren }) {
  return (
    <footer class="panel-foot">
      <Row>
        <div class="panel-foot-line">{children}</div>
      </Row>
    </footer>
  );
}
