import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Row, Sheet } from '@/components/ui/sheet';
import type { ChangeView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import { callerWords, fieldWords, shownEdits, valueWords } from './change-words';
import { didWords } from './did';
import { undo, undoableOf } from './undo';
import './history.css';

const EDITS_SHOWN = 3;

interface ChangeListProps {
  /** Only changes of this row: a contact's id. */
  subject?: string;
  /** How many at first, and more with each press. */
  step?: number;
}

/** What changed, when, from where, and a way back. */
export function ChangeList({ subject, step = 50 }: ChangeListProps) {
  const [limit, setLimit] = useState(step);
  const changes = useQuery('changes.list', { subject, limit: Math.min(limit, 500) }, { keep: true });
  if (!changes.value) return null;
  const { items, more } = changes.value;
  if (items.length === 0) return <p class="quiet-text">{t('workspace.history_empty')}</p>;
  return (
    <>
      <Sheet class="history">
        {items.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </Sheet>
      {more && limit < 500 && (
        <Button kind="bare" onClick={() => setLimit(limit + 50)}>
          {t('workspace.history_older')}
        </Button>
      )}
    </>
  );
}

function ChangeRow({ change }: { change: ChangeView }) {
  const { client } = useDesk();
  const edits = shownEdits(change);
  return (
    <Row gutter={dateTime(change.at, Date.now())}>
      <div class="history-head">
        <span class={change.undone ? 'history-undone' : undefined}>{didWords(change.op)}</span>
        <span class="quiet-text small">{callerWords(change.caller)}</span>
        {change.undone && <span class="quiet-text small">{t('workspace.history_undone')}</span>}
        {change.canUndo && !change.undone && (
          <Button kind="bare" class="history-undo" onClick={() => void undo(client, undoableOf(change))}>
            {t('common.undo')}
          </Button>
        )}
      </div>
      {edits.slice(0, EDITS_SHOWN).map((edit) => (
        <p key={edit.path.join('/') + edit.id} class="history-edit small">
          <span class="quiet-text">{fieldWords(edit)}</span>{' '}
          {edit.before !== null && <del>{valueWords(edit, edit.before, Date.now())}</del>}{' '}
          {edit.after !== null && <ins>{valueWords(edit, edit.after, Date.now())}</ins>}
        </p>
      ))}
      {change.total > EDITS_SHOWN && (
        <p class="quiet-text small">{t('workspace.history_fields', { count: change.total })}</p>
      )}
    </Row>
  );
}
