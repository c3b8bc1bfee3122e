import type { ImportPreview } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';

type Row = ImportPreview['rows'][number];

/** A table of more rows is read by nobody; the counts above tell the rest. */
const SHOWN = 200;

const STATUS = {
  new: 'workspace.import_new',
  changed: 'workspace.import_changed',
  same: 'workspace.import_same',
} as const satisfies Record<Row['status'], Key>;

/** What will happen with each row of the file. */
export function PreviewTable({ rows }: { rows: readonly Row[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="import-rows" aria-label={t('common.contacts')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{t('common.name')}</th>
            <th>{t('common.address')}</th>
            <th>{t('workspace.import_what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, index) => (
            <tr key={index}>
              <td class="name">{row.draft.name}</td>
              <td>{row.draft.points[0]?.value ?? ''}</td>
              <td class={row.status === 'same' ? 'quiet-text' : undefined}>{statusWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <p class="quiet-text small">{t('workspace.import_more', { count: rows.length - SHOWN })}</p>
      )}
    </section>
  );
}

function statusWords(row: Row): string {
  if (row.status === 'changed' && row.contactName && row.contactName !== row.draft.name)
    return t('workspace.import_changed_who', { name: row.contactName });
  return t(STATUS[row.status]);
}
