import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import type { ContactHit } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { askQuietly } from './command';
import { useDesk } from './desk';

interface FindContactProps {
  /** Puts the caret here when it is drawn. */
  focused?: boolean;
  onFound(hit: ContactHit): void;
}

/** Finds one of the contacts by whatever is known of them. */
export function FindContact({ focused, onFound }: FindContactProps) {
  const { client } = useDesk();
  const [hits, setHits] = useState<ContactHit[]>([]);
  const [asked, setAsked] = useState('');
  const newest = useRef('');
  const box = useRef<HTMLDivElement>(null);

  async function find(text: string) {
    newest.current = text;
    const found = text.trim() === '' ? [] : await askQuietly(client, 'contacts.find', { text });
    if (newest.current !== text || !found) return;
    setHits(found);
    setAsked(text);
  }

  useLayoutEffect(() => {
    if (focused) box.current?.querySelector('input')?.focus();
  }, [focused]);

  const options: ComboboxOption[] = hits.map((hit) => ({
    value: hit.id,
    label: hit.name,
    hint: hit.matched ?? hit.company ?? hit.address ?? undefined,
    // The store has matched them, by words that may not be shown here.
    keywords: asked,
  }));
  return (
    <div ref={box} class="find-contact">
      <Combobox
        label={t('unfolded.find_someone')}
        labelUnseen
        placeholder={t('unfolded.find_someone')}
        hint={asked !== '' && hits.length === 0 ? t('common.nothing_found') : undefined}
        options={options}
        onText={(text) => void find(text)}
        onChoose={(id) => {
          const hit = hits.find((one) => one.id === id);
          if (hit) onFound(hit);
        }}
      />
    </div>
  );
}
