import { Plus, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { momentOfDay } from '@/components/advice/words';
import { GuardedButton } from '@/components/people/guard';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import type { Result } from '@/lib/api/client';
import type { ContactView, DateView } from '@/lib/api/views';
import { dayOf } from '@/lib/crm/calendar';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { askQuietly, useAction, useCommand } from './command';
import { dateText, dateWord, partialDateText } from './date-words';
import { useDesk } from './desk';
import { SmallForm } from './small-form';
import './values.css';

const KINDS = ['birthday', 'anniversary', 'contract', 'renewal', 'warranty', 'other'] as const;

/** Birthdays and other yearly dates, solar or lunar, with the next time they come. */
export function Dates({ contact }: { contact: ContactView }) {
  const act = useAction();
  return (
    <>
      {contact.dates.map((date) => (
        <Row key={date.id} class="value-row" gutter={dateWord({ kind: date.kind, label: null })}>
          <div class="value-line">
            <span class="value-text">{dateText(date)}</span>
            <GuardedButton
              icon={X}
              label={t('unfolded.remove_value', { label: dateWord(date) })}
              elsewhere={`#/contacts/${contact.id}`}
              onClick={() => void act('contacts.removeDate', { id: contact.id, dateId: date.id })}
            />
          </div>
          {/* A product's name may be long: it has the wide column, in which it is read whole. */}
          {date.label && <p class="value-of small">{date.label}</p>}
          <p class="note quiet-text">{nextText(date)}</p>
        </Row>
      ))}
      <AddDate contactId={contact.id} dates={contact.dates} />
    </>
  );
}

/** The day of a date with a year, `YYYY-MM-DD`. */
function onceOn({ calendar, year, month, day }: DateView['date']): string | null {
  if (calendar !== 'gregorian' || year === undefined || day === undefined) return null;
  return dayOf(year, month, day);
}

/** "Next 3 Mar, turns 42"; Chinese ages are counted in both ways. */
function nextText(date: DateView): string {
  // What comes once has said its day already.
  if (!date.next || date.next === onceOn(date.date)) return '';
  const day = shortDate(momentOfDay(date.next), Date.now());
  if (!date.turning) return t('unfolded.date_next', { date: day });
  return t('unfolded.date_next_turning', {
    date: day,
    years: date.turning.years,
    nominal: date.turning.nominal,
  });
}

function AddDate({ contactId, dates }: { contactId: string; dates: readonly DateView[] }) {
  const { client } = useDesk();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<DateView['kind'] | null>(null);
  // Nobody is born twice: of who has a birthday another date is meant.
  const kind = chosen ?? (dates.some((one) => one.kind === 'birthday') ? 'anniversary' : 'birthday');
  const [text, setText] = useState('');
  const [read, setRead] = useState<{ text: string; found: Result<'text.date'> } | null>(null);
  const { run, busy, error, setError } = useCommand();

  useEffect(() => {
    if (text.trim() === '') return setRead(null);
    let here = true;
    void askQuietly(client, 'text.date', { text }).then((found) => here && setRead({ text, found }));
    return () => {
      here = false;
    };
  }, [client, text]);

  const close = () => {
    setOpen(false);
    setChosen(null);
    setText('');
    setError(null);
  };

  async function save() {
    const found = read?.text === text ? read.found : await askQuietly(client, 'text.date', { text });
    if (!found) return setError(t('unfolded.date_wrong'));
    if (await run('contacts.setDate', { id: contactId, date: { kind, date: found.date } })) close();
  }

  return (
    <Row>
      <Button kind="bare" icon={Plus} class="flush" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('unfolded.add_date')}
      </Button>
      {open && (
        <SmallForm label={t('unfolded.add_date')} busy={busy} onSave={() => void save()} onCancel={close}>
          <Select
            label={t('unfolded.kind')}
            value={kind}
            choices={KINDS.map((each) => ({ value: each, label: dateWord({ kind: each, label: null }) }))}
            onChoose={(next) => setChosen(next)}
          />
          <Field
            label={t('unfolded.date')}
            placeholder={t('unfolded.date_placeholder')}
            value={text}
            error={error}
            hint={read?.text === text && read.found ? partialDateText(read.found.date) : undefined}
            onInput={(next) => {
              setText(next);
              setError(null);
            }}
          />
        </SmallForm>
      )}
    </Row>
  );
}
