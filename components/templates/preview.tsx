import { useState } from 'preact/hooks';
import { FindContact } from '@/components/contacts/find-contact';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { TemplateFields } from '@/lib/crm/templates';
import { t } from '@/lib/i18n';
import { fieldNames } from './field-words';

/** How a text reads for a contact: what was filled in is marked, and what is missing is named. */
export function Preview({ text, language }: Pick<TemplateFields, 'text' | 'language'>) {
  const [contact, setContact] = useState<{ id: string; name: string } | null>(null);
  const filled = useQuery('templates.fill', { text, contactId: contact?.id ?? null }, { keep: true });
  const missing = filled.value?.missing ?? [];
  return (
    <section aria-label={t('templates.preview')}>
      {contact ? (
        <p>
          {t('templates.preview_of', { name: contact.name })}{' '}
          <Button kind="bare" onClick={() => setContact(null)}>
            {t('templates.preview_change')}
          </Button>
        </p>
      ) : (
        <>
          <p>{t('templates.preview_whom')}</p>
          <FindContact onFound={({ id, name }) => setContact({ id, name })} />
        </>
      )}
      <div class="template-preview" lang={language}>
        {filled.value?.parts.map((part, index) => (
          <span key={index} class={part.missing ? 'missing' : part.field ? 'filled' : undefined}>
            {part.text}
          </span>
        ))}
      </div>
      {contact && missing.length > 0 && (
        <p class="small" role="status">
          {t('templates.missing', { fields: fieldNames(missing) })}
        </p>
      )}
    </section>
  );
}
