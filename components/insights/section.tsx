import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import type { Query } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import type { Counted } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { DataTableView } from './data-table';
import { type DataTable, fileRows } from './table';
import { missingWords } from './words';
import './insights.css';

/** What a section says once it is counted. */
export interface Drawn {
  /** The figure in a sentence. */
  lead?: ComponentChildren;
  /** How it was counted and of how many. */
  note: ComponentChildren;
  /** Leads to all whom the section counts. */
  more?: { text: string; href: string };
  table: DataTable;
  /** Left out, the table is the drawing. */
  chart?: ComponentChildren;
}

interface SectionProps<T> {
  title: string;
  /** Name of the file. */
  file: string;
  answer: Query<Counted<T>>;
  /** What is asked, as fields. */
  controls?: ComponentChildren;
  /** They stand there also where nothing could be counted: another choice may find something. */
  controlsStay?: boolean;
  draw(of: T): Drawn;
}

/** One section of Insights: its sentence, its drawing, the same as a table and as a file; or what it lacks, in a line. */
export function Section<T extends object>({
  title,
  file,
  answer,
  controls,
  controlsStay,
  draw,
}: SectionProps<T>) {
  const { client } = useDesk();
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  const value = answer.value;
  const drawn = value && value.missing === null ? draw(value) : null;
  const save = async (table: DataTable) => {
    try {
      const name = `${file}.csv`;
      download(name, (await client.call('insights.csv', { rows: fileRows(table) })).file, 'text/csv');
      toast(t('insights.saved', { name }));
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };
  return (
    <section class={value === null ? 'insight insight-unseen' : 'insight'} aria-labelledby={heading}>
      <div class="insight-head">
        <h2 id={heading}>{title}</h2>
        {drawn && (
          <div class="insight-actions">
            {drawn.chart && (
              <Button
                kind="bare"
                aria-pressed={asTable}
                aria-label={t('insights.as_table_of', { title })}
                onClick={() => setAsTable(!asTable)}
              >
                {t('insights.as_table')}
              </Button>
            )}
            <Button
              kind="bare"
              aria-label={t('insights.csv_of', { title })}
              onClick={() => void save(drawn.table)}
            >
              {t('insights.csv')}
            </Button>
          </div>
        )}
      </div>
      {controls && (controlsStay || drawn || value === null) && (
        <div class="insight-controls">{controls}</div>
      )}
      {answer.error != null && <ErrorNote what={t('insights.failed')} todo={failureWords(answer.error)} />}
      {value === null && answer.error == null && <Skeleton lines={3} />}
      {value?.missing && <p class="quiet-text">{missingWords(value.missing)}</p>}
      {drawn && (
        <>
          {drawn.lead && <p class="insight-lead">{drawn.lead}</p>}
          {drawn.chart && !asTable ? (
            drawn.chart
          ) : (
            <DataTableView label={t('insights.data_of', { title })} of={drawn.table} />
          )}
          {drawn.more && (
            <p>
              <a class="link" href={drawn.more.href}>
                {drawn.more.text}
              </a>
            </p>
          )}
          <p class="insight-note small quiet-text">{drawn.note}</p>
        </>
      )}
    </section>
  );
}
