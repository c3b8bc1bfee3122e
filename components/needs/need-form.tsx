import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { SmallForm } from '@/components/contacts/small-form';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextArea } from '@/components/ui/text-area';
import type { NeedView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import type { Chosen } from './selection';

interface NeedFormProps {
  contactId: string;
  need?: NeedView;
  /** Words that were marked in a note. */
  chosen?: Chosen | null;
  onDone(): void;
}

/** A need: the words, whether they were said or seen, and how strong it is. */
export function NeedForm({ contactId, need, chosen = null, onDone }: NeedFormProps) {
  const [quote, setQuote] = useState(need?.quote ?? chosen?.quote ?? '');
  const [kind, setKind] = useState<NeedView['kind']>(need?.kind ?? 'explicit');
  const [strength, setStrength] = useState<NeedView['strength']>(need?.strength ?? 2);
  const { run, busy, error, setError } = useCommand();

  async function save() {
    const text = quote.trim();
    if (text === '') return setError(t('care.need_empty'));
    const isQuote = chosen?.quote.includes(text) ?? false;
    const saved = await run('needs.set', {
      contactId,
      ...(need ? { needId: need.id } : {}),
      need: { quote: text, kind, strength, status: need?.status ?? 'open' },
      ...(isQuote ? { activityId: chosen?.activityId } : {}),
    });
    if (saved) onDone();
  }

  return (
    <SmallForm label={t('care.need_add')} busy={busy} onSave={() => void save()} onCancel={onDone}>
      <TextArea
        label={t('care.need_quote')}
        hint={t('care.need_how')}
        value={quote}
        error={error}
        maxLength={2000}
        onInput={(text) => {
          setQuote(text);
          setError(null);
        }}
      />
      <RadioGroup<NeedView['kind']>
        label={t('care.need_kind')}
        inline
        value={kind}
        choices={[
          { value: 'explicit', label: t('care.need_explicit') },
          { value: 'latent', label: t('care.need_latent') },
        ]}
        onChoose={setKind}
      />
      <RadioGroup
        label={t('care.strength')}
        inline
        value={String(strength)}
        choices={([1, 2, 3] as const).map((one) => ({
          value: String(one),
          label: t(`care.strength_${one}`),
        }))}
        onChoose={(value) => setStrength(Number(value) as NeedView['strength'])}
      />
    </SmallForm>
  );
}
