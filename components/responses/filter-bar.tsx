import { Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { AnswerFilter } from '@/lib/crm/answer-filter';
import { localMoment, zoneHere } from '@/lib/crm/calendar';
import { t } from '@/lib/i18n';
import { useAnswerChips } from './filter-chips';
import { type AnswerFilterKind, FilterField } from './filter-fields';

const DAY = 86_400_000;
const LAST_DAYS = [7, 30, 90] as const;
/** What asks nothing without a survey. */
const OF_A_SURVEY = ['question', 'topic', 'wave', 'lang'] as const;

const isOfSurvey = (kind: AnswerFilterKind): boolean => OF_A_SURVEY.some((one) => one === kind);
const surveyWords = (kind: (typeof OF_A_SURVEY)[number]): string =>
  t(kind === 'lang' ? 'responses.lang' : `responses.filter_${kind}`);

interface FilterBarProps {
  filter: AnswerFilter;
  /** The survey whose questions can be asked about: the one chosen, or the only one. */
  surveyId: string | undefined;
  /** How many answers pass, and how many there are; null until they were counted. */
  counted: { found: number; all: number } | null;
  onFilter(filter: AnswerFilter): void;
  /** Takes all filters away; undefined where there is none. */
  onClear: (() => void) | undefined;
  /** Saves what is shown as a table; undefined where it would have no columns. */
  onSave: (() => void) | undefined;
}

/** What the answers are narrowed to, each filter in words and removable, and one more to add. */
export function FilterBar({ filter, surveyId, counted, onFilter, onClear, onSave }: FilterBarProps) {
  const [adding, setAdding] = useState<AnswerFilterKind | null>(null);
  const chips = useAnswerChips(filter);
  const close = () => {
    setAdding(null);
    focusFilters();
  };
  const add = (more: AnswerFilter) => {
    close();
    onFilter({ ...filter, ...more });
  };
  const ask = (kind: AnswerFilterKind, label: string): MenuItem => ({
    id: kind,
    label,
    run: () => setAdding(kind),
  });
  const set = (id: string, label: string, more: AnswerFilter): MenuItem => ({
    id,
    label,
    run: () => add(more),
  });
  return (
    <div class="answer-chips">
      {chips.map(({ words, fields }) => (
        <span key={fields[0]} class="filter">
          {words}
          <IconButton
            icon={X}
            size={14}
            label={t('workspace.filter_remove', { filter: words })}
            onClick={() => {
              focusFilters();
              onFilter(without(filter, fields));
            }}
          />
        </span>
      ))}
      {adding && (
        <FilterField
          key={adding}
          kind={adding}
          filter={{ ...filter, surveyId }}
          onChoose={(more) => add(isOfSurvey(adding) ? { surveyId, ...more } : more)}
          onClose={close}
        />
      )}
      <Menu
        label={t('workspace.filter')}
        items={[
          ...(surveyId ? OF_A_SURVEY.map((kind) => ask(kind, surveyWords(kind))) : []),
          ...LAST_DAYS.map((days) =>
            set(`last-${days}`, t('responses.filter_last', { count: days }), {
              from: dayAgo(days - 1),
              to: undefined,
            }),
          ),
          ask('period', t('responses.filter_period')),
          ask('tag', t('common.tag')),
          ask('segment', t('segments.segment')),
          set('known', t('responses.filter_known'), { known: true }),
          set('stranger', t('responses.filter_stranger'), { known: false }),
          set('whole', t('responses.filter_whole'), { whole: true }),
          set('partial', t('responses.filter_partial'), { whole: false }),
          ask('via', t('responses.via')),
          ask('page', t('responses.page')),
          set('case-open', t('responses.filter_case_open'), { case: 'open' }),
          set('case-none', t('responses.filter_case_none'), { case: 'none' }),
          set('counted', t('responses.filter_counted'), { counted: true }),
        ]}
      >
        <Icon node={Plus} size={14} /> {t('workspace.filter')}
      </Menu>
      {onClear && (
        <Button kind="bare" onClick={onClear}>
          {t('responses.clear')}
        </Button>
      )}
      <span class="answer-found quiet-text small" role="status">
        {counted && t('responses.found', { found: counted.found, count: counted.all })}
      </span>
      {onSave && (
        <Button kind="bare" disabled={counted?.found === 0} onClick={onSave}>
          {t('results.csv')}
        </Button>
      )}
    </div>
  );
}

/** Whatever of the filters had the focus goes with what it changes: the button that adds one takes it. */
export function focusFilters(): void {
  document.querySelector<HTMLElement>('.answer-chips [aria-haspopup=menu]')?.focus();
}

function without(filter: AnswerFilter, fields: readonly (keyof AnswerFilter)[]): AnswerFilter {
  return { ...filter, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}

function dayAgo(days: number): string {
  return localMoment(Date.now() - days * DAY, zoneHere()).day;
}
