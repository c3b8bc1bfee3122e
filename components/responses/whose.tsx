import { useEffect, useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { FindContact } from '@/components/contacts/find-contact';
import { Button } from '@/components/ui/button';
import type { ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';

interface WhoseProps {
  of: ResponseView;
  /** Counts how often the caret was asked for; 0 for never. */
  asked: number;
}

/** Whose answer it is: one of those it could belong to, somebody found, or a new contact. */
export function Whose({ of, asked }: WhoseProps) {
  const act = useAction();
  const [changing, setChanging] = useState(false);
  useEffect(() => {
    if (asked > 0) setChanging(true);
  }, [asked]);
  const assign = async (id: string, name: string) => {
    setChanging(false);
    await act('responses.assign', { id: of.id, contactId: id }, t('responses.assigned', { name }));
  };

  if (of.contactId && !changing)
    return (
      <Button kind="bare" onClick={() => setChanging(true)}>
        {t('responses.another')}
      </Button>
    );
  return (
    <section aria-label={t('responses.whose')}>
      {!of.contactId && <p class="quiet-text">{t('responses.whose_nobody')}</p>}
      <ul class="answer-candidates">
        {of.candidates
          .filter(({ id }) => id !== of.contactId)
          .map(({ id, name, why }) => (
            <li key={id}>
              <span class="name one-line">{name}</span>
              <span class="quiet-text small one-line">
                {why === name ? '' : t('responses.why_candidate', { why })}
              </span>
              <Button aria-label={t('responses.assign_to', { name })} onClick={() => void assign(id, name)}>
                {t('responses.assign')}
              </Button>
            </li>
          ))}
      </ul>
      <FindContact
        key={asked}
        focused={asked > 0 || changing}
        onFound={({ id, name }) => void assign(id, name)}
      />
      {!of.contactId && canBecome(of) && (
        <Button onClick={() => void act('responses.toContact', { id: of.id }, t('responses.made_contact'))}>
          {t('responses.to_contact')}
        </Button>
      )}
    </section>
  );
}

/** Says something by which somebody could be called. */
function canBecome({ who, questions }: ResponseView): boolean {
  return (
    !!(who.name || who.email || who.phone) ||
    questions.some(({ type, id, dimension }) =>
      type === 'email' || type === 'phone' ? true : id === 'name' || dimension === 'name',
    )
  );
}
