import { Ellipsis } from 'lucide';
import { useMemo } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { kindWords, stateWords } from '@/components/surveys/words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu } from '@/components/ui/menu';
import { type Column, VirtualTable } from '@/components/ui/virtual-table';
import type { SurveyRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName, number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import { TemplateCards } from './template-cards';
import './surveys.css';

/** All surveys, the one that was answered last first. Without any: what a survey is, and templates to begin with. */
export function SurveysPage() {
  const answer = useQuery('surveys.list', {}, { keep: true });
  const rows = useMemo(() => inOrder(answer.value ?? []), [answer.value]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const columns = useColumns();
  const isEmpty = answer.value !== null && rows.length === 0;

  return (
    <div class="surveys-page">
      <PageHeading
        title={t('surveys.surveys')}
        beside={rows.length > 0 ? number(rows.length) : undefined}
        actions={
          !isEmpty && (
            <Button kind="ink" onClick={() => go(href('surveys', 'new'))}>
              {t('surveys.new')}
            </Button>
          )
        }
      />
      {answer.error != null && rows.length === 0 && (
        <EmptyState title={failureWords(answer.error)}>{t('surveys.list_failed')}</EmptyState>
      )}
      {isEmpty && (
        <div class="surveys-empty">
          <EmptyState title={t('surveys.empty')}>{t('surveys.empty_how')}</EmptyState>
          <TemplateCards />
        </div>
      )}
      {rows.length > 0 && (
        <div class="surveys-table">
          <VirtualTable
            label={t('surveys.surveys')}
            columns={columns}
            keys={rows.map((row) => row.id)}
            rowOf={(id) => byId.get(id)}
            nameOf={(row) => row.name}
            onOpen={(id) => go(href('surveys', id))}
          />
        </div>
      )}
    </div>
  );
}

/** What wants to be looked at first: fresh answers, then the last answer, then the name. */
export function inOrder(rows: readonly SurveyRow[]): SurveyRow[] {
  return rows.toSorted(
    (a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
  );
}

function useColumns(): Column<SurveyRow>[] {
  const act = useAction();
  return [
    {
      id: 'name',
      title: t('surveys.column_name'),
      cell: (row) => (
        <a class="surveys-name" href={href('surveys', row.id)} tabIndex={-1}>
          {row.name}
        </a>
      ),
    },
    {
      id: 'kind',
      title: t('surveys.kind'),
      width: 104,
      cell: (row) => <span class="quiet-text">{kindWords(row.kind)}</span>,
    },
    { id: 'state', title: t('surveys.column_state'), width: 96, cell: (row) => stateWords(row.state) },
    {
      id: 'answers',
      title: t('surveys.column_answers'),
      width: 104,
      end: true,
      cell: (row) => (
        <>
          {row.fresh > 0 && <span class="surveys-fresh">{t('surveys.fresh', { count: row.fresh })} </span>}
          {number(row.answers)}
        </>
      ),
    },
    {
      id: 'score',
      title: t('surveys.column_score'),
      width: 128,
      end: true,
      cell: (row) => <span title={rangeWords(row)}>{scoreWords(row)}</span>,
    },
    {
      id: 'last',
      title: t('surveys.column_last'),
      width: 120,
      cell: (row) => (
        <span class="num quiet-text">{row.lastAt === null ? '' : dayName(row.lastAt, Date.now())}</span>
      ),
    },
    {
      id: 'menu',
      title: t('common.more'),
      width: 72,
      cell: (row) => (
        <Menu
          label={t('surveys.survey_menu', { name: row.name })}
          icon={Ellipsis}
          items={[
            { id: 'open', label: t('workspace.open'), run: () => go(href('surveys', row.id)) },
            {
              id: 'publish',
              label: t('surveys.publish'),
              run: () => go(href('surveys', `${row.id}/publish`)),
            },
            ...(row.state === 'draft'
              ? []
              : [
                  {
                    id: 'state',
                    label: t(row.state === 'open' ? 'surveys.close' : 'surveys.reopen'),
                    run: () =>
                      void act('surveys.setState', {
                        id: row.id,
                        state: row.state === 'open' ? 'closed' : 'open',
                      }),
                  },
                ]),
            {
              id: 'delete',
              label: t('common.delete'),
              danger: true,
              run: () =>
                void act('surveys.delete', { ids: [row.id] }, t('surveys.deleted', { name: row.name })),
            },
          ]}
        />
      ),
    },
  ];
}

const figure = (value: number) => number(value, { maximumFractionDigits: 0 });
const share = (value: number) => figure(100 * value);
const mean = (value: number) => number(value, { maximumFractionDigits: 1 });

function scoreWords({ score }: SurveyRow): string {
  if (!score) return '';
  const { value } = score.figure;
  if (score.type === 'nps') return t('surveys.score_nps', { value: figure(value) });
  if (score.type === 'csat') return t('surveys.score_csat', { value: share(value) });
  return t('surveys.score_ces', { value: mean(value) });
}

/** Between what and what the figure lies, and on how many answers it rests. */
function rangeWords({ score }: SurveyRow): string | undefined {
  if (!score) return undefined;
  const { low, high, n } = score.figure;
  const written = score.type === 'nps' ? figure : score.type === 'csat' ? share : mean;
  return t('surveys.score_range', { low: written(low), high: written(high), count: n });
}
