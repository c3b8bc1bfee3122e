import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { FindContact } from '@/components/contacts/find-contact';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Select } from '@/components/ui/select';
import type { FamilyWord, RelationKind } from '@/lib/crm/relations';
import { t } from '@/lib/i18n';
import { FAMILY_NAMES, familyName, KINDS, relationWord } from './words';

/** Ties the contact to another: what they are to each other, and who it is. */
export function AddRelation({ contactId, onDone }: { contactId: string; onDone(): void }) {
  const [kind, setKind] = useState<RelationKind>('manager');
  const [word, setWord] = useState<FamilyWord>('partner');
  const { run, error } = useCommand();
  const form = useRef<HTMLDivElement>(null);
  // Choosing somebody adds at once, so what ties them is asked for first.
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), []);
  const add = async (otherId: string) => {
    const added = await run('relations.add', {
      contactId,
      kind,
      otherId,
      ...(kind === 'family' && { word }),
    });
    if (added) onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the form from any of its fields
    <div
      ref={form}
      class="relation-form"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onDone()}
    >
      <Select<RelationKind>
        label={t('relations.kind')}
        value={kind}
        choices={KINDS.map((value) => ({
          value,
          label: value === 'family' ? t('relations.family') : relationWord(value, null),
        }))}
        onChoose={setKind}
      />
      {kind === 'family' && (
        <Select<FamilyWord>
          label={t('relations.who_it_is')}
          value={word}
          choices={FAMILY_NAMES.map((value) => ({ value, label: familyName(value) }))}
          onChoose={setWord}
        />
      )}
      <FindContact onFound={(hit) => void add(hit.id)} />
      {error && <ErrorNote what={t('common.not_saved')} todo={error} />}
      <Button kind="bare" onClick={onDone}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
