import { Clipboard } from 'lucide';
import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { FindContact } from '@/components/contacts/find-contact';
import { ReportButton } from '@/components/report/report-button';
import { TeachButton } from '@/components/teach/teach-button';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import type { TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { AddForm } from './add-form';
import { hostOf } from './host-of';
import { PanelFoot } from './panel-foot';
import { PageHead } from './person-head';
import './people.css';

interface NoPersonProps {
  view: TabView;
  /** The box that finds somebody stands above already. */
  finding: boolean;
  onOpen(contactId: string): void;
  onAdded(contactId: string): void;
}

/** Nobody is on this page, or it cannot be read: find somebody, or paste who it is. */
export function NoPerson({ view, finding, onOpen, onAdded }: NoPersonProps) {
  const desk = useDesk();
  const [adding, setAdding] = useState(false);
  const [title, line] = words(view);
  return (
    <>
      <PageHead title={title} line={line} />
      <Row class="person-find">
        {!finding && <FindContact onFound={(hit) => onOpen(hit.id)} />}
        {view.state === 'off' && (
          <div class="person-actions">
            <Button onClick={() => desk.openWorkspace('#/settings')}>{t('unfolded.open_settings')}</Button>
          </div>
        )}
      </Row>
      {adding && (
        <Section label={t('common.add_contact')} class="ruled">
          <AddForm
            person={null}
            origin={{ source: hostOf(view.origin), link: null }}
            fromMail={false}
            pasting
            onAdded={onAdded}
          />
        </Section>
      )}
      <PanelFoot>
        {isUnread(view) && <TeachButton />}
        {isUnread(view) && <ReportButton />}
        <Button kind="bare" icon={Clipboard} aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('unfolded.paste_anything')}
        </Button>
      </PanelFoot>
    </>
  );
}

/** A page of a site that is on, of which nothing could be read. */
function isUnread({ state, kind }: TabView): boolean {
  return state === 'unrecognised' || (state === 'nobody' && kind === 'none');
}

/** What is the matter with this page, and what to do. */
function words({ state, kind, network }: TabView): [string, string] {
  if (state === 'off') return [t('unfolded.off_title'), t('unfolded.off_line')];
  if (state === 'hidden') return [t('unfolded.hidden_title'), t('unfolded.hidden_line')];
  if (state === 'unrecognised') return [t('unfolded.unrecognised_title'), t('unfolded.unrecognised_line')];
  if (kind === 'compose') return [t('unfolded.compose_title'), t('unfolded.compose_line')];
  const line = kind === 'list' ? 'list_without' : 'nobody_line';
  return [t('unfolded.nobody_title'), network ? t(`unfolded.${line}_network`) : t(`unfolded.${line}`)];
}
