import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useOwnFields } from '@/components/fields/own-fields';
import { ValueField } from '@/components/fields/value-field';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import type { PointView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { useCommand } from './command';
import { FACTS_TO_ADD, factWord, POINTS_TO_ADD } from './field-words';
import { pointWord } from './point-words';
import { SmallForm } from './small-form';

/** One more detail of a contact, of any kind; it stands beside what is there. */
export function AddValue({ contactId }: { contactId: string }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string>('phone');
  const [value, setValue] = useState('');
  const { run, busy, error, setError } = useCommand();

  const own = useOwnFields(open);
  const choices = [
    ...POINTS_TO_ADD.map((each) => ({ value: each as string, label: pointWord(each) })),
    ...FACTS_TO_ADD.map((each) => ({ value: each as string, label: factWord(each) })),
    ...own.map(({ key, label }) => ({ value: key, label })),
  ];
  const close = () => {
    setOpen(false);
    setValue('');
    setError(null);
  };

  async function save() {
    const text = value.trim();
    if (text === '') return setError(t('unfolded.value_empty'));
    const isPoint = (POINTS_TO_ADD as readonly string[]).includes(kind);
    const saved = isPoint
      ? await run('contacts.setPoint', {
          id: contactId,
          point: { kind: kind as PointView['kind'], value: text },
        })
      : await run('contacts.setFact', { id: contactId, fact: { field: kind, value: text } });
    if (saved) close();
  }

  return (
    <Row>
      <Button kind="bare" icon={Plus} class="flush" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('unfolded.add_detail')}
      </Button>
      {open && (
        <SmallForm label={t('unfolded.add_detail')} busy={busy} onSave={() => void save()} onCancel={close}>
          <Select label={t('unfolded.kind')} value={kind} choices={choices} onChoose={setKind} />
          <ValueField
            field={own.find(({ key }) => key === kind)}
            value={value}
            error={error}
            onInput={(text) => {
              setValue(text);
              setError(null);
            }}
          />
        </SmallForm>
      )}
    </Row>
  );
}
