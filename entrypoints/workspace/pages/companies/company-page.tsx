import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { TimelineRows } from '@/components/activities/timeline';
import { CompanyFields } from '@/components/companies/company-fields';
import { useAction, useCommand } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { MergeCompany } from '@/components/duplicates/merge-company';
import { MergedFrom } from '@/components/duplicates/merged-from';
import { ChangeList } from '@/components/history/change-list';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Menu } from '@/components/ui/menu';
import { Moon } from '@/components/ui/moon';
import { Section, Sheet } from '@/components/ui/sheet';
import type { CompanyView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import { stageWords } from '../../stage-words';
import { lastWords } from '../contacts/columns';
import './company.css';

/** One company: how to reach it, who is there, what was said. */
export function CompanyPage({ id }: { id: string }) {
  const company = useQuery('companies.view', { id });
  if (company.value) return <CompanySheet company={company.value} />;
  if (company.error != null)
    return (
      <>
        <PageHeading title={t('common.companies')} />
        <EmptyState title={failureWords(company.error)}>{t('workspace.company_gone')}</EmptyState>
      </>
    );
  return <PageHeading title={t('common.loading')} />;
}

function CompanySheet({ company }: { company: CompanyView }) {
  return (
    <>
      <PageHeading title={company.name} person actions={<CompanyMenu company={company} />} />
      <div class="company-columns">
        <div class="company-profile">
          <CompanyFields company={company} />
          <MergedFrom list={company.mergedFrom} op="companies.unmerge" />
          <h2>{t('common.history')}</h2>
          <div class="contact-history">
            <ChangeList subject={company.id} step={5} />
          </div>
        </div>
        <Sheet class="company-text">
          <People company={company} />
          <Section label={t('common.timeline')}>
            <h2 class="company-heading">{t('common.timeline')}</h2>
            {company.timeline.length === 0 && (
              <p class="company-heading quiet-text">{t('panel.timeline_empty')}</p>
            )}
            <TimelineRows items={company.timeline} now={Date.now()} />
          </Section>
        </Sheet>
      </div>
    </>
  );
}

function People({ company }: { company: CompanyView }) {
  return (
    <Section label={t('workspace.company_people')}>
      <h2 class="company-heading">{t('workspace.company_people')}</h2>
      <ul class="company-people">
        {company.contacts.map((row) => (
          <li key={row.id}>
            <span class="company-person">
              {row.stage && <Moon phase={row.stage} label={stageWords(row.stage)} />}
              <a class="name" href={href('contacts', row.id)}>
                {row.name}
              </a>
            </span>
            <span class="quiet-text small one-line">{row.title}</span>
            <span class="num quiet-text small">{lastWords(row.lastAt, Date.now())}</span>
          </li>
        ))}
      </ul>
      {company.contacts.length === 0 && (
        <p class="company-heading quiet-text">{t('workspace.company_nobody')}</p>
      )}
    </Section>
  );
}

function CompanyMenu({ company }: { company: CompanyView }) {
  const [renaming, setRenaming] = useState(false);
  const [merging, setMerging] = useState(false);
  const act = useAction();
  const remove = async () => {
    const { id, name } = company;
    if (await act('companies.delete', { ids: [id] }, t('workspace.company_deleted', { name })))
      go(href('companies'));
  };
  return (
    <>
      <Menu
        label={t('workspace.contact_menu', { name: company.name })}
        icon={Ellipsis}
        items={[
          { id: 'rename', label: t('workspace.contact_rename'), run: () => setRenaming(true) },
          { id: 'merge', label: t('duplicates.merge_with'), run: () => setMerging(true) },
          { id: 'delete', label: t('common.delete'), danger: true, run: () => void remove() },
        ]}
      />
      {renaming && <RenameCompany company={company} onClose={() => setRenaming(false)} />}
      {merging && (
        <MergeCompany
          id={company.id}
          name={company.name}
          onClose={() => setMerging(false)}
          onMerged={(id) => go(href('companies', id))}
        />
      )}
    </>
  );
}

function RenameCompany({ company, onClose }: { company: CompanyView; onClose(): void }) {
  const [name, setName] = useState(company.name);
  const { run, busy, error } = useCommand();
  const save = async (event: Event) => {
    event.preventDefault();
    if (name.trim() && (await run('companies.edit', { id: company.id, name: name.trim() }))) onClose();
  };
  return (
    <Dialog title={t('workspace.contact_rename')} onClose={onClose}>
      <form onSubmit={save}>
        <Field label={t('common.name')} value={name} error={error} autofocus onInput={setName} />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy} disabled={!name.trim()}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
