import { useEffect, useRef, useState } from 'preact/hooks';
import { onEscape } from '@/components/contacts/small-form';
import { useQuery } from '@/components/query/use-query';
import { DayField } from '@/components/surveys/day-field';
import { languageName } from '@/components/surveys/draft/languages';
import { readNumber } from '@/components/surveys/number-field';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { AnswerFilter, type ScorePart } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import type { Question, Texts } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import { toQuestion } from './counted';
import { type AskedQuestion, askedWords, useAsks, wavesIn } from './filter-survey';
import { own } from './results/question-words';
import { partWords, saidWords } from './said-words';
import { viaWords } from './words';

/** Filters that want a word more. */
export type AnswerFilterKind =
  | 'period'
  | 'question'
  | 'tag'
  | 'segment'
  | 'via'
  | 'page'
  | 'lang'
  | 'topic'
  | 'wave';

/** The filter asked of another survey, or of all: what names a question, a wave or a topic goes with the one it belongs to. */
export function withSurvey(filter: AnswerFilter, surveyId: string): AnswerFilter {
  const { text, from, to, tagId, segmentId, known, whole, via, page, counted } = filter;
  const kept = { text, from, to, tagId, segmentId, known, whole, via, page, counted, case: filter.case };
  return surveyId ? { ...kept, surveyId } : kept;
}

interface FilterFieldProps {
  kind: AnswerFilterKind;
  filter: AnswerFilter;
  onChoose(more: AnswerFilter): void;
  onClose(): void;
}

/** Asks for the days, the tag or what was answered, to filter by. */
export function FilterField({ kind, filter, onChoose, onClose }: FilterFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const FIELDS: Record<AnswerFilterKind, typeof PeriodField> = {
    period: PeriodField,
    question: QuestionField,
    tag: TagField,
    segment: SegmentField,
    via: ViaField,
    page: PageField,
    lang: LangField,
    topic: TopicField,
    wave: WaveField,
  };
  const Asked = FIELDS[kind];
  return (
    <fieldset class="answer-asked" ref={box} onKeyDown={onEscape(onClose)}>
      <legend class="unseen">{t('workspace.filter')}</legend>
      <Asked filter={filter} onChoose={onChoose} />
    </fieldset>
  );
}

interface AskedProps {
  filter: AnswerFilter;
  onChoose(more: AnswerFilter): void;
}

function PeriodField({ filter, onChoose }: AskedProps) {
  const [from, setFrom] = useState(filter.from ?? '');
  const [to, setTo] = useState(filter.to ?? '');
  return (
    <form
      class="answer-asked"
      onSubmit={(event) => {
        event.preventDefault();
        if (from || to) onChoose({ from: from || undefined, to: to || undefined });
      }}
    >
      <DayField label={t('results.from')} value={from} onDay={setFrom} />
      <DayField label={t('results.to')} value={to} onDay={setTo} />
      <Button type="submit" disabled={!from && !to}>
        {t('responses.filter_set')}
      </Button>
    </form>
  );
}

function TagField({ onChoose }: AskedProps) {
  const tags = useQuery('tags.tree', {});
  return (
    <Combobox
      label={t('common.tag')}
      labelUnseen
      placeholder={t('common.tag')}
      options={(tags.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(' / ') }))}
      onChoose={(tagId) => onChoose({ tagId })}
    />
  );
}

function SegmentField({ onChoose }: AskedProps) {
  const segments = useQuery('segments.names', {});
  return (
    <Combobox
      label={t('segments.segment')}
      labelUnseen
      placeholder={t('segments.segment')}
      options={(segments.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={(segmentId) => onChoose({ segmentId })}
    />
  );
}

interface OneOfProps {
  label: string;
  choices: { value: string; label: string }[];
  onChoose(value: string): void;
}

/** One of a few. It holds when it is sent: a select changes at each arrow key, and the first would close the field. */
function OneOf({ label, choices, onChoose }: OneOfProps) {
  const [value, setValue] = useState('');
  return (
    <form
      class="answer-asked"
      onSubmit={(event) => {
        event.preventDefault();
        if (value) onChoose(value);
      }}
    >
      <Select
        label={label}
        labelUnseen
        value={value}
        choices={[{ value: '', label }, ...choices]}
        onChoose={setValue}
      />
      <Button type="submit" disabled={!value}>
        {t('responses.filter_set')}
      </Button>
    </form>
  );
}

function ViaField({ onChoose }: AskedProps) {
  const ways = AnswerFilter.shape.via.unwrap().options;
  return (
    <OneOf
      label={t('responses.via')}
      choices={ways.map((via) => ({ value: via, label: viaWords(via) }))}
      onChoose={(via) => onChoose({ via: ways.find((one) => one === via) })}
    />
  );
}

function LangField({ filter, onChoose }: AskedProps) {
  const langs = useAsks(filter.surveyId).value?.langs ?? [];
  return (
    <OneOf
      label={t('responses.lang')}
      choices={langs.map((lang) => ({ value: lang, label: languageName(lang) }))}
      onChoose={(lang) => onChoose({ lang })}
    />
  );
}

function PageField({ filter, onChoose }: AskedProps) {
  return (
    <WordsField
      label={t('responses.filter_page')}
      first={filter.page ?? ''}
      onWords={(page) => onChoose({ page })}
    />
  );
}

interface WordsFieldProps {
  label: string;
  first: string;
  onWords(words: string): void;
}

function WordsField({ label, first, onWords }: WordsFieldProps) {
  const [words, setWords] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim()) onWords(words.trim());
      }}
    >
      <Field label={label} labelUnseen placeholder={label} value={words} maxLength={200} onInput={setWords} />
    </form>
  );
}

function TopicField({ filter, onChoose }: AskedProps) {
  const topics = useQuery('analysis.topics', { surveyId: filter.surveyId ?? '' });
  const found = topics.value?.missing === null ? topics.value.topics : [];
  if (topics.value && found.length === 0) return <span class="quiet-text">{t('responses.no_topics')}</span>;
  return (
    <Combobox
      label={t('responses.filter_topic')}
      labelUnseen
      placeholder={t('responses.filter_topic')}
      options={found.map(({ term, n }) => ({ value: term, label: term, hint: number(n) }))}
      onChoose={(topic) => onChoose({ topic })}
    />
  );
}

function WaveField({ filter, onChoose }: AskedProps) {
  const asks = useAsks(filter.surveyId).value;
  const waves = asks ? wavesIn(asks) : [];
  if (asks && waves.length === 0) return <span class="quiet-text">{t('responses.no_waves')}</span>;
  return <OneOf label={t('responses.filter_wave')} choices={waves} onChoose={(wave) => onChoose({ wave })} />;
}

/** First the question, then what was said to it. */
function QuestionField({ filter, onChoose }: AskedProps) {
  const questions = useAsks(filter.surveyId).value?.questions ?? [];
  const [key, setKey] = useState('');
  const asked = questions.find((one) => keyOf(one) === key);
  const choose = (more: AnswerFilter) => {
    if (asked) onChoose({ ...NOTHING_SAID, ...toQuestion(asked), ...more });
  };
  return (
    <div class="answer-asked">
      <Select
        label={t('responses.filter_question')}
        labelUnseen
        value={key}
        choices={[
          { value: '', label: t('responses.filter_question') },
          ...questions.map((one) => ({ value: keyOf(one), label: askedWords(one) })),
        ]}
        onChoose={setKey}
      />
      {asked && <SaidField key={key} question={asked.question} onChoose={choose} />}
    </div>
  );
}

/** Tells the scales of one question apart. */
const keyOf = ({ question, versions }: AskedQuestion): string => `${question.id} ${versions ?? ''}`;

const NOTHING_SAID: AnswerFilter = {
  version: undefined,
  value: undefined,
  part: undefined,
  least: undefined,
  most: undefined,
  says: undefined,
  place: undefined,
  shown: undefined,
};

interface SaidFieldProps {
  question: Question<Texts>;
  onChoose(said: AnswerFilter): void;
}

/** Scales with more steps are asked by the number itself. */
const MOST_STEPS = 20;

function SaidField({ question, onChoose }: SaidFieldProps) {
  const { type, choices = [], rows = [], other } = question;
  if (['text', 'longtext', 'email', 'phone'].includes(type))
    return <WordsField label={t('responses.filter_says')} first="" onWords={(says) => onChoose({ says })} />;
  const scale = scaleOf(question);
  if (type === 'number' || (scale && scale[1] - scale[0] > MOST_STEPS))
    return <RangeField onChoose={onChoose} />;
  const parts: ScorePart[] =
    type === 'nps' ? ['promoters', 'passives', 'detractors'] : scale ? ['satisfied', 'unsatisfied'] : [];
  const steps = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, at) => String(scale[1] - at))
    : type === 'yesno'
      ? ['yes', 'no']
      : type === 'matrix'
        ? []
        : [...choices.map((one) => one.id), ...(other ? ['other'] : [])];
  const cells = type === 'matrix' ? rows.flatMap((row) => choices.map((one) => ({ row, one }))) : [];
  return (
    <OneOf
      label={t('responses.filter_said')}
      choices={[
        { value: 'any', label: t('responses.filter_any') },
        ...parts.map((part) => ({ value: `part ${part}`, label: partWords(part, question) })),
        ...steps.map((value) => ({ value: `value ${value}`, label: saidWords(question, value) })),
        ...cells.map(({ row, one }) => ({
          value: `value ${row.id}|${one.id}`,
          label: `${own(row.text)}, ${own(one.text)}`,
        })),
      ]}
      onChoose={(chosen) => {
        const part = parts.find((one) => chosen === `part ${one}`);
        const value = chosen.startsWith('value ') ? chosen.slice('value '.length) : undefined;
        onChoose({ part, value });
      }}
    />
  );
}

function RangeField({ onChoose }: Pick<SaidFieldProps, 'onChoose'>) {
  const [least, setLeast] = useState('');
  const [most, setMost] = useState('');
  const read = { least: readNumber(least, { fractions: true }), most: readNumber(most, { fractions: true }) };
  const isCrossed = read.least != null && read.most != null && read.least > read.most;
  const isWhole = read.least !== null && read.most !== null && !isCrossed;
  const wrong = (number: number | undefined | null) => (number === null ? t('surveys.number_wrong') : null);
  return (
    <form
      class="answer-asked"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onChoose({ least: read.least ?? undefined, most: read.most ?? undefined });
      }}
    >
      <Field
        label={t('responses.filter_from')}
        inputMode="decimal"
        value={least}
        error={wrong(read.least)}
        onInput={setLeast}
      />
      <Field
        label={t('responses.filter_to')}
        inputMode="decimal"
        value={most}
        error={isCrossed ? t('responses.filter_crossed') : wrong(read.most)}
        onInput={setMost}
      />
      <Button type="submit" disabled={!isWhole}>
        {t('responses.filter_set')}
      </Button>
    </form>
  );
}
