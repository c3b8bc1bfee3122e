import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { CaseOf, useAnswerActs } from '@/components/responses/answer-acts';
import { AnswerDetail } from '@/components/responses/answer-detail';
import { AnswerRow } from '@/components/responses/answer-row';
import { FilterBar, focusFilters } from '@/components/responses/filter-bar';
import { Filters } from '@/components/responses/filters';
import { ImportAnswers } from '@/components/responses/import-answers';
import { type Inbox, readInbox, writeInbox } from '@/components/responses/inbox-address';
import { usePull } from '@/components/surveys/publish/use-pull';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { toast } from '@/components/ui/toast';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, goInstead, href, route } from '../../router';
import './responses.css';

const PAGE = 50;
const MOST = 500;

/** Answers as they come in, with the one under the cursor beside them in full. */
export function ResponsesPage({ id }: { id: string | null }) {
  const { client } = useDesk();
  const inbox = readInbox(route.value.params, id ? 'all' : 'open');
  const { which, filter } = inbox;
  const address = addressOf(inbox);
  const [more, setMore] = useState({ of: address, limit: PAGE });
  const limit = more.of === address ? more.limit : PAGE;
  const [importing, setImporting] = useState(false);
  const answer = useQuery('results.answers', { ...filter, which, limit }, { keep: true });
  const counts = useQuery('responses.counts', {});
  const surveys = useQuery('surveys.list', {});
  const hub = useQuery('hub.get', {});
  usePull(!!hub.value);
  const items = useMemo(() => answer.value?.items ?? [], [answer.value]);
  const isFirst = counts.value?.any === false;
  const isEmpty = !isFirst && answer.value !== null && items.length === 0;
  const show = (next: Inbox) => go(addressOf(next));
  const known = surveys.value ?? [];
  const only = known.length === 1 ? known[0]?.id : undefined;
  // One that was deleted has no questions to ask about.
  const surveyId = known.find(({ id }) => id === filter.surveyId)?.id ?? (filter.surveyId ? undefined : only);
  const { surveyId: wanted, ...narrowed } = filter;
  // The survey stays where it is chosen in sight; any other goes with the rest.
  const kept = known.length > 1 && surveyId ? { surveyId } : {};
  const isNarrowed = Object.keys(narrowed).length > 0 || (surveys.value !== null && wanted !== kept.surveyId);
  const clear = isNarrowed
    ? () => {
        focusFilters();
        show({ which, filter: kept });
      }
    : undefined;
  const save = async () => {
    try {
      const { file, name } = await client.call('results.answersFile', { ...filter, surveyId, which });
      download(name, file, 'text/csv');
      toast(t('results.csv_done', { name }));
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };

  return (
    <div class="answers-page">
      <PageHeading
        title={t('responses.answers')}
        beside={counts.value?.unread ? number(counts.value.unread) : undefined}
        actions={<Button onClick={() => setImporting(true)}>{t('responses.import')}</Button>}
      />
      {!isFirst && (
        <>
          <Filters
            inbox={inbox}
            counts={counts.value}
            surveys={known}
            onInbox={show}
            onText={(text) => goInstead(addressOf({ which, filter: { ...filter, text: text || undefined } }))}
          />
          <FilterBar
            filter={filter}
            surveyId={surveyId}
            counted={answer.value}
            onFilter={(next) => show({ which, filter: next })}
            onClear={clear}
            onSave={surveyId ? () => void save() : undefined}
          />
        </>
      )}
      {answer.error != null && items.length === 0 && (
        <EmptyState title={failureWords(answer.error)}>{t('responses.list_failed')}</EmptyState>
      )}
      {isFirst && <Teaching />}
      {isEmpty && <Nothing inbox={inbox} onClear={clear} />}
      <Desk
        items={items}
        waiting={answer.waiting}
        address={id}
        oneSurvey={surveyId !== undefined}
        found={answer.value?.found ?? 0}
        onMore={limit < MOST ? () => setMore({ of: address, limit: Math.min(MOST, limit + 150) }) : null}
      />
      {importing && <ImportAnswers onClose={() => setImporting(false)} />}
    </div>
  );
}

interface DeskProps {
  items: ResponseRow[];
  /** Others are asked for: those listed are the last ones. */
  waiting: boolean;
  /** The answer that the address names. */
  address: string | null;
  oneSurvey: boolean;
  /** How many there are of those that are listed. */
  found: number;
  /** Null where no more can be listed. */
  onMore: (() => void) | null;
}

/** List and detail. The cursor stays where it is when the answer under it leaves the list. */
function Desk({ items, waiting, address, oneSurvey, found: all, onMore }: DeskProps) {
  const { reply, thank, close, reopen } = useAnswerActs();
  const [opening, setOpening] = useState<ResponseRow | null>(null);
  const [chosen, setChosen] = useState(address);
  const [assigning, setAssigning] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const inList = useRef(false);
  const place = useRef(0);
  const found = items.findIndex((item) => item.id === chosen);
  if (found >= 0) place.current = found;
  const row = items[found >= 0 ? found : Math.min(place.current, items.length - 1)] ?? null;
  const current = found < 0 && chosen !== null && chosen === address ? chosen : (row?.id ?? null);
  const view = useQuery('responses.view', current ? { id: current } : null, { keep: true });
  const shown = view.value?.id === current ? view.value : null;

  // The row that had the focus left the list: the next one takes it.
  useEffect(() => {
    if (inList.current && document.activeElement === document.body) focusRow(current);
  }, [current]);

  // Keys come faster than answers are read: what they mean is the row under the cursor, whether it stands beside the list or not yet.
  const cursor = useRef(current);
  cursor.current = current;
  const choose = (next: string) => {
    if (next !== cursor.current) setAssigning(0);
    cursor.current = next;
    setChosen(next);
  };
  const move = (by: number) => {
    const at = items.findIndex((item) => item.id === cursor.current);
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (!next) return;
    choose(next.id);
    focusRow(next.id);
  };
  useShortcut({ code: 'KeyJ' }, () => move(1));
  useShortcut({ code: 'KeyK' }, () => move(-1));
  const useKey = (code: string, run: (of: ResponseRow) => unknown) =>
    useShortcut({ code }, () => {
      const of = items.find((item) => item.id === cursor.current) ?? shown;
      if (of && !opening) run(of);
    });
  useKey('KeyE', (of) => (of.handledAt === null ? close(of) : reopen(of)));
  useKey('KeyR', reply);
  useKey('KeyC', (of) => of.caseId === null && setOpening(of));
  useKey('KeyT', (of) => of.handledAt === null && thank(of));
  useShortcut({ code: 'KeyA' }, () => setAssigning(assigning + 1));

  return (
    <div class="answers">
      <div class="answers-list">
        <ul
          aria-label={t('responses.list')}
          aria-busy={waiting || undefined}
          onFocusIn={() => {
            inList.current = true;
          }}
          onFocusOut={(event) => {
            if (event.relatedTarget) inList.current = false;
          }}
        >
          {items.map((item) => (
            <AnswerRow
              key={item.id}
              id={rowId(item.id)}
              of={item}
              current={item.id === current}
              oneSurvey={oneSurvey}
              onChoose={() => choose(item.id)}
              onRead={() => heading.current?.focus()}
              onCase={() => setOpening(item)}
            />
          ))}
        </ul>
        {items.length < all &&
          (onMore ? (
            <Button kind="bare" onClick={onMore}>
              {t('responses.more')}
            </Button>
          ) : (
            <p class="quiet-text small">{t('responses.no_more', { most: number(items.length) })}</p>
          ))}
      </div>
      {shown && <AnswerDetail key={shown.id} of={shown} assigning={assigning} heading={heading} />}
      {current && !shown && view.error != null && (
        <EmptyState title={failureWords(view.error)}>{t('responses.gone')}</EmptyState>
      )}
      {opening && <CaseOf of={opening} onClose={() => setOpening(null)} />}
    </div>
  );
}

function Teaching() {
  return (
    <EmptyState
      title={t('responses.empty')}
      action={
        <a class="button ink" href={href('surveys')}>
          {t('responses.empty_surveys')}
        </a>
      }
    >
      {t('responses.empty_how')}
    </EmptyState>
  );
}

function Nothing({ inbox: { which, filter }, onClear }: { inbox: Inbox; onClear: (() => void) | undefined }) {
  if (which === 'open' && Object.keys(filter).length === 0)
    return <EmptyState title={t('responses.none_open')}>{t('responses.none_open_how')}</EmptyState>;
  return (
    <EmptyState
      title={t('responses.none')}
      action={onClear && <Button onClick={onClear}>{t('responses.clear')}</Button>}
    >
      {t('responses.none_how')}
    </EmptyState>
  );
}

function addressOf(inbox: Inbox): string {
  return href('responses', null, writeInbox(inbox));
}

function rowId(id: string): string {
  return `answer-${id}`;
}

function focusRow(id: string | null): void {
  if (id) document.getElementById(rowId(id))?.querySelector('a')?.focus();
}
