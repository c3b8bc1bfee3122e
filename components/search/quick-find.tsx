import { useState } from 'preact/hooks';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { t } from '@/lib/i18n';
import { hashOf, makingWords, useFind } from './use-find';
import './search.css';

/** Finds any record by whatever is known of it, in one line. */
export function QuickFind({ onGo }: { onGo(hash: string): void }) {
  const [text, setText] = useState('');
  const found = useFind(text);
  const options: ComboboxOption[] = found.hits.map((hit) => ({
    value: `${hit.kind} ${hit.id}`,
    label: hit.name,
    hint: hit.found?.text ?? hit.hint ?? undefined,
    // The store has matched them, by words that may not be shown here. What an earlier text found must match by its name.
    keywords: found.waiting ? '' : text,
  }));
  const nothing =
    text.trim() !== '' && !found.waiting && found.hits.length === 0 ? t('common.nothing_found') : undefined;
  return (
    <div class="find-contact quick-find">
      <Combobox
        label={t('unfolded.find_someone')}
        labelUnseen
        placeholder={t('unfolded.find_someone')}
        hint={makingWords(found) ?? nothing}
        options={options}
        onText={setText}
        onChoose={(value) => {
          const hit = found.hits.find((one) => `${one.kind} ${one.id}` === value);
          if (hit) onGo(hashOf(hit));
        }}
      />
    </div>
  );
}
