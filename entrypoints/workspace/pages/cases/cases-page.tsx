import { useMemo, useState } from 'preact/hooks';
import { OpenCase } from '@/components/cases/open-case';
import { isLate, kindWords, replyWords, stateWords } from '@/components/cases/words';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RadioGroup } from '@/components/ui/radio-group';
import { type Column, VirtualTable } from '@/components/ui/virtual-table';
import type { CaseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { age, number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import './cases.css';

const WHICH = ['open', 'late', 'all'] as const;
type Which = (typeof WHICH)[number];

/** Cases: the one whose first reply is due first stands first. */
export function CasesPage({ isNew = false }: { isNew?: boolean }) {
  const [which, setWhich] = useState<Which>(
    () => WHICH.find((one) => one === route.value.params.get('which')) ?? 'open',
  );
  const [adding, setAdding] = useState(isNew);
  const answer = useQuery('cases.list', { which }, { keep: true });
  const rows = useMemo(() => answer.value ?? [], [answer.value]);
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const close = () => {
    setAdding(false);
    if (isNew) go(href('cases'));
  };
  return (
    <div class="cases-page">
      <PageHeading
        title={t('cases.cases')}
        beside={rows.length > 0 ? number(rows.length) : undefined}
        actions={
          <Button kind="ink" onClick={() => setAdding(true)}>
            {t('cases.new')}
          </Button>
        }
      />
      <div class="filters">
        <RadioGroup
          label={t('cases.which')}
          labelUnseen
          inline
          value={which}
          choices={WHICH.map((value) => ({ value, label: t(`cases.which_${value}`) }))}
          onChoose={(chosen) => setWhich(chosen)}
        />
      </div>
      {answer.error != null && rows.length === 0 && (
        <EmptyState title={failureWords(answer.error)}>{t('cases.list_failed')}</EmptyState>
      )}
      {answer.value && rows.length === 0 && <Nothing which={which} />}
      {rows.length > 0 && (
        <div class="cases-table">
          <VirtualTable
            label={t('cases.cases')}
            columns={columns()}
            keys={rows.map((row) => row.id)}
            rowOf={(id) => byId.get(id)}
            nameOf={(row) => row.title}
            onOpen={(id) => go(href('cases', id))}
          />
        </div>
      )}
      {adding && <OpenCase onClose={close} onOpened={(id) => go(href('cases', id))} />}
    </div>
  );
}

function Nothing({ which }: { which: Which }) {
  if (which === 'late')
    return <EmptyState title={t('cases.none_late')}>{t('cases.none_late_how')}</EmptyState>;
  if (which === 'open') return <EmptyState title={t('cases.none_open')}>{t('cases.empty_how')}</EmptyState>;
  return <EmptyState title={t('cases.empty')}>{t('cases.empty_how')}</EmptyState>;
}

function columns(): Column<CaseRow>[] {
  const now = Date.now();
  return [
    {
      id: 'number',
      title: t('cases.column_number'),
      width: 124,
      cell: (row) => (
        <a class="num cases-number" href={href('cases', row.id)} tabIndex={-1}>
          {row.number}
        </a>
      ),
    },
    { id: 'title', title: t('cases.column_title'), cell: (row) => row.title },
    {
      id: 'kind',
      title: t('cases.kind'),
      width: 92,
      cell: (row) => <span class="quiet-text">{kindWords(row.kind)}</span>,
    },
    {
      id: 'contact',
      title: t('cases.column_contact'),
      width: 168,
      cell: (row) =>
        row.contacts[0] ? (
          <a class="name" href={href('contacts', row.contacts[0].id)} tabIndex={-1}>
            {row.contacts[0].name}
          </a>
        ) : (
          <span class="quiet-text">{t('cases.nobody')}</span>
        ),
    },
    { id: 'state', title: t('cases.column_state'), width: 104, cell: (row) => stateOf(row) },
    {
      id: 'reply',
      title: t('cases.column_reply'),
      width: 120,
      cell: (row) => (
        <span class={isLate(row, now) ? 'num late' : 'num quiet-text'}>{replyWords(row, now)}</span>
      ),
    },
    { id: 'owner', title: t('cases.owner'), width: 96, cell: (row) => row.owner },
    {
      id: 'opened',
      title: t('cases.column_opened'),
      width: 88,
      end: true,
      cell: (row) => <span class="num quiet-text">{age(row.openedAt, now)}</span>,
    },
  ];
}

/** "Told" is the last thing that becomes of a case. */
function stateOf({ state, toldAt }: CaseRow): string {
  return toldAt === null ? stateWords(state) : t('cases.state_told');
}
