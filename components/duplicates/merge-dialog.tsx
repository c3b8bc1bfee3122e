import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { RadioGroup } from '@/components/ui/radio-group';
import type { MergeRow, MergeView } from '@/lib/api/merge-views';
import { t } from '@/lib/i18n';
import { list, shortDate } from '@/lib/i18n/format';
import { ALL, type Chosen, choicesOf, chosenOf, rowKey, rowWord, valueWord } from './choices';
import { MergeResult } from './merge-result';
import './merge-dialog.css';

interface MergeDialogProps {
  /** The one that is proposed to stay stands first. */
  ids: readonly string[];
  onClose(): void;
  /** Called with the one that stayed. */
  onMerged?(id: string): void;
}

/** Contacts side by side: who stays, which of two values holds, and what comes of it. */
export function MergeDialog({ ids, onClose, onMerged }: MergeDialogProps) {
  const [into, setInto] = useState(ids[0] ?? '');
  const [chosen, setChosen] = useState<Chosen>({});
  const [rows, setRows] = useState<readonly MergeRow[]>([]);
  const { run, busy, error } = useCommand();
  const from = ids.filter((id) => id !== into);
  const choices = choicesOf(rows, chosen);
  const compared = useQuery('duplicates.compare', { into, from, choices }, { keep: true });
  const view = compared.value;
  // The rows are those of the same contacts in another order: what is proposed is asked for with them.
  if (view && view.rows !== rows) setRows(view.rows);

  const merge = async () => {
    const done = await run('contacts.merge', { groups: [{ into, from, choices }] }, mergedWords(from.length));
    if (!done) return;
    onClose();
    onMerged?.(into);
  };
  const names = view ? list([...new Set(view.contacts.map((contact) => contact.name))]) : '';
  const problem = error ?? (compared.error != null ? failureWords(compared.error) : null);

  return (
    <Dialog
      title={t('duplicates.merge_title', { names })}
      waiting={!view}
      onClose={onClose}
      class="merge-dialog"
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="ink" loading={busy} disabled={!view} onClick={() => void merge()}>
            {t('duplicates.merge')}
          </Button>
        </>
      }
    >
      {view && (
        <div class="merge-columns">
          <div class="merge-choices">
            <WhoStays view={view} ids={ids} into={into} onChoose={setInto} />
            <h3>{view.rows.length > 0 ? t('duplicates.choose') : t('duplicates.choose_none')}</h3>
            {view.rows.map((row) => (
              <Choice
                key={rowKey(row)}
                row={row}
                value={chosenOf(row, chosen)}
                onChoose={(value) => setChosen({ ...chosen, [rowKey(row)]: value })}
              />
            ))}
          </div>
          <MergeResult result={view.result} />
        </div>
      )}
      {problem && <ErrorNote what={t('common.not_saved')} todo={problem} />}
      <p class="small quiet-text">{t('duplicates.nothing_lost')}</p>
    </Dialog>
  );
}

/** "3 contacts merged." */
export function mergedWords(count: number): string {
  return t('duplicates.merged', { count });
}

interface WhoStaysProps {
  view: MergeView;
  ids: readonly string[];
  into: string;
  onChoose(id: string): void;
}

function WhoStays({ view, ids, into, onChoose }: WhoStaysProps) {
  return (
    <RadioGroup
      label={t('duplicates.stays')}
      value={into}
      choices={ids.flatMap((id) => {
        const contact = view.contacts.find((one) => one.id === id);
        if (!contact) return [];
        const much = t('duplicates.stays_hint', {
          values: contact.values,
          entries: contact.activities,
          date: shortDate(contact.addedAt, Date.now()),
        });
        // Namesakes are told apart by their work and address.
        const isNamesake = view.contacts.some((one) => one.id !== id && one.name === contact.name);
        const hint = isNamesake ? [contact.title, contact.address, much].filter(Boolean).join(' · ') : much;
        return [{ value: id, label: contact.name, hint }];
      })}
      onChoose={onChoose}
    />
  );
}

interface ChoiceProps {
  row: MergeRow;
  value: string;
  onChoose(value: string): void;
}

/** One field in which they contradict each other. Values of a fact may also hold beside each other. */
function Choice({ row, value, onChoose }: ChoiceProps) {
  const all = row.values.length > 2 ? t('duplicates.all_of_them') : t('duplicates.both');
  return (
    <RadioGroup
      inline
      label={rowWord(row)}
      value={value}
      choices={[
        ...row.values.map((one) => ({ value: one.id, label: valueWord(row, one) })),
        ...(row.kind === 'fact' || row.kind === 'date' ? [{ value: ALL, label: all }] : []),
      ]}
      onChoose={onChoose}
    />
  );
}
