import { FileText } from 'lucide';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { TemplatePicker } from '@/components/templates/template-picker';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import type { ComposeView } from '@/lib/api/compose-views';
import { t } from '@/lib/i18n';
import { CheckLines } from './check-lines';
import './compose.css';

interface ComposePartProps {
  /** The draft that the page shows; null where none is recognised. */
  compose: ComposeView | null;
  /** On a page that is no mail. */
  network: boolean;
  /** Whom the panel shows; null for nobody known. */
  contactId: string | null;
  /** Templates are unfolded. */
  open: boolean;
  onOpen(open: boolean): void;
}

/** The mail that is being written: what there is to know before it is sent, and texts to put into it. */
export function ComposePart({ compose, network, contactId, open, onOpen }: ComposePartProps) {
  const { client, refresh } = useDesk();
  const isTo = contactId !== null && compose?.contactIds.includes(contactId);
  const whom = compose && !isTo ? (compose.contactIds[0] ?? null) : contactId;

  async function setReads(on: boolean) {
    try {
      await client.call('tab.reads', { on });
      await refresh();
    } catch (problem) {
      toast(failureWords(problem), { failed: true });
    }
  }

  return (
    <Section label={t(compose ? 'templates.check' : 'templates.templates')} class="compose-part">
      {compose && compose.lines.length > 0 && <CheckLines lines={compose.lines} />}
      {!open && (
        <Row class="compose-actions">
          <Button
            kind="bare"
            class="flush"
            icon={FileText}
            aria-keyshortcuts="t"
            onClick={() => onOpen(true)}
          >
            {t('templates.templates')}
          </Button>
        </Row>
      )}
      {open && (
        <TemplatePicker
          // What was typed stays when somebody is added to the mail.
          key={whom ?? ''}
          draft={compose?.key ?? null}
          network={network}
          contactIds={compose?.contactIds ?? (whom ? [whom] : [])}
          recipients={compose?.recipients ?? 1}
          contactId={whom}
          onClose={() => onOpen(false)}
        />
      )}
      {compose && (
        <Row class="compose-reads">
          <Switch
            label={t('templates.check_reads')}
            on={compose.reads}
            onSwitch={(on) => void setReads(on)}
          />
          {!compose.reads && <p class="small quiet-text">{t('templates.check_reads_hint')}</p>}
        </Row>
      )}
    </Section>
  );
}
