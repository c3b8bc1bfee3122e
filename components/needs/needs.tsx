import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { ContactView, NeedView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import { NeedForm } from './need-form';
import { type Chosen, chosenIn } from './selection';
import { needWords } from './words';
import './needs.css';

/** What a contact needs: said or seen, how strongly, whether it is met, and when it was last heard. */
export function Needs({ contact }: { contact: ContactView }) {
  const [open, setOpen] = useState<{ need?: NeedView; chosen?: Chosen | null } | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <section aria-label={t('care.needs')}>
      <div class="contact-side-head">
        <h2>{t('care.needs')}</h2>
        <Button
          kind="bare"
          title={t('care.need_how')}
          // A press takes the selection away: it is read before.
          onPointerDown={() => setChosen(chosenIn(contact.notes))}
          onClick={() => setOpen({ chosen })}
        >
          {t('care.need_add')}
        </Button>
      </div>
      {open && (
        <NeedForm
          key={open.need?.id ?? 'new'}
          contactId={contact.id}
          {...open}
          onDone={() => {
            setOpen(null);
            setChosen(null);
          }}
        />
      )}
      <ul class="need-list">
        {contact.needs.map((need) => (
          <NeedLine key={need.id} contactId={contact.id} need={need} onEdit={() => setOpen({ need })} />
        ))}
      </ul>
    </section>
  );
}

interface NeedLineProps {
  contactId: string;
  need: NeedView;
  onEdit(): void;
}

function NeedLine({ contactId, need, onEdit }: NeedLineProps) {
  const act = useAction();
  const { id: needId, quote, kind, strength, status } = need;
  const set = (next: NeedView['status']) =>
    void act('needs.set', { contactId, needId, need: { quote, kind, strength, status: next } });
  return (
    <li class={status === 'open' ? 'need' : 'need quiet-text'}>
      <div>
        <p class="need-quote">{quote}</p>
        <p class="small quiet-text">{needWords(need)}</p>
        {need.confirmedAt !== null && (
          <p class="small quiet-text">
            {t('care.need_heard', { day: dayName(need.confirmedAt, Date.now()) })}
          </p>
        )}
      </div>
      <Menu
        label={t('care.need_menu', { need: quote.slice(0, 60) })}
        icon={Ellipsis}
        items={[
          { id: 'holds', label: t('care.need_holds'), run: () => set('open') },
          { id: 'met', label: t('care.need_is_met'), run: () => set('met') },
          { id: 'dropped', label: t('care.need_is_dropped'), run: () => set('dropped') },
          { id: 'edit', label: t('common.edit'), run: onEdit },
          {
            id: 'remove',
            label: t('common.delete'),
            danger: true,
            run: () => void act('needs.remove', { contactId, needId }),
          },
        ]}
      />
    </li>
  );
}
