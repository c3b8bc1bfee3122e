import { useMemo } from 'preact/hooks';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { TemplateEditor } from '@/components/templates/template-editor';
import { EmptyState } from '@/components/ui/empty-state';
import { language, t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import { TemplatesPage } from './templates-page';
import '@/components/templates/templates.css';

/** The page that the rest of the address names. */
export function TemplatesPages({ rest }: { rest: string | null }) {
  if (rest === 'new') return <NewTemplatePage />;
  return rest ? <TemplatePage key={rest} id={rest} /> : <TemplatesPage />;
}

const leave = () => go(href('templates'));

function NewTemplatePage() {
  const id = useMemo(() => crypto.randomUUID(), []);
  const begun = { name: '', language: language.value, labels: [], text: '' };
  return (
    <div class="templates-page">
      <PageHeading title={t('templates.new')} />
      <TemplateEditor id={id} begun={begun} onSaved={leave} onCancel={leave} />
    </div>
  );
}

function TemplatePage({ id }: { id: string }) {
  const list = useQuery('templates.list', {}, { keep: true });
  const template = list.value?.rows.find((one) => one.id === id);
  if (!template) {
    if (list.error != null)
      return <EmptyState title={failureWords(list.error)}>{t('templates.list_failed')}</EmptyState>;
    return list.value ? (
      <EmptyState title={t('templates.not_found')}>{t('templates.empty_how')}</EmptyState>
    ) : (
      <PageHeading title={t('common.loading')} />
    );
  }
  const { name, language, labels, text } = template;
  return (
    <div class="templates-page">
      <PageHeading title={name} />
      <TemplateEditor id={id} begun={{ name, language, labels, text }} onSaved={leave} onCancel={leave} />
    </div>
  );
}
