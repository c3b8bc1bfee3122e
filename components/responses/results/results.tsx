import { Fragment } from 'preact';
import type { ResultsView } from '@/lib/api/survey-views';
import type { AnswerFilter, AnswerKind } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { type CountedScope, type ToAnswers, toAnswers, toQuestion } from '../counted';
import { spanWords } from '../words';
import { Asked } from './asked';
import { ByTag } from './by-tag';
import { Cleaning } from './cleaning';
import { endsOf, FEW, leadWords, type Measure } from './figures';
import { goalsOn } from './goal-words';
import { Goals } from './goals';
import { Loop } from './loop';
import { QuestionSection } from './question-section';
import { Ruler } from './ruler';
import { Trend } from './trend';
import './results.css';

interface ResultsSheetProps {
  of: ResultsView;
  /** What the results were asked of; left out, all answers that count. */
  scope?: CountedScope;
  /** Shows the answers of a segment alone. */
  onSegment(segmentId: string): void;
}

/** What a survey came to: its figure first, then question by question; beside it time, tags, care and who was asked. */
export function ResultsSheet({ of, scope = { surveyId: of.surveyId }, onSegment }: ResultsSheetProps) {
  const lead = leadOf(of);
  const to = toAnswers(scope);
  const { surveyId, ...narrowed } = scope;
  const isNarrowed = Object.values(narrowed).some(Boolean);
  return (
    <div class="results">
      <div class="results-main">
        <div class="results-head">
          {lead && (
            <>
              <p class="results-lead">
                <a class="insight-link" href={to(toQuestion(lead.of))}>
                  {leadWords(lead.measure, lead.figure)}
                </a>
              </p>
              <Ruler of={lead.figure} ends={lead.ends} goals={goalsOn(of)} />
              {lead.figure.n < FEW && <p class="quiet-text">{t('results.few')}</p>}
            </>
          )}
          <Counts of={of} to={to} />
          <Goals of={of} scope={scope} onSegment={onSegment} />
        </div>
        {of.questions.map((question) => (
          <QuestionSection
            key={`${question.question.id} ${question.versions ?? ''}`}
            of={question}
            to={to}
            isLead={question === lead?.of}
          />
        ))}
      </div>
      <div class="results-side">
        {lead && <Trend to={to} of={of.trend} measure={lead.measure} ends={lead.ends} goals={goalsOn(of)} />}
        {lead && <ByTag to={to} tags={of.tags} measure={lead.measure} ends={lead.ends} />}
        {isNarrowed && <p class="results-whole quiet-text small">{t('results.of_whole')}</p>}
        <Loop surveyId={surveyId} />
        <Cleaning surveyId={surveyId} />
        <Asked surveyId={surveyId} />
      </div>
    </div>
  );
}

/** The figure that the survey is for, and where it stands between what and what. */
function leadOf({ measure, questions }: ResultsView) {
  const found = questions.find(({ question }) => question.type === measure);
  if (!measure || !found) return null;
  const figures: Record<Measure, typeof found.mean> = {
    nps: found.nps,
    csat: found.share,
    ces: found.mean,
  };
  const figure = figures[measure];
  const [low, high] = found.question.range ?? [];
  const scale: [number, number] | null =
    typeof low === 'number' && typeof high === 'number' ? [low, high] : null;
  return figure && { of: found, measure, figure, ends: endsOf(measure, scale) };
}

/** "38 whole answers · 2 unfinished · 21 of contacts · half took less than 48 s", each number leading to its answers. */
function Counts({ of: { counts, medianMs }, to }: { of: ResultsView; to: ToAnswers }) {
  const partial = counts.all - counts.done;
  // These count what was set aside too.
  const all = (filter: AnswerFilter, which?: AnswerKind) => to({ counted: undefined, ...filter }, which);
  const parts: { text: string; href?: string }[] = [
    { text: t('results.done', { count: counts.done }), href: all({ whole: true }) },
    ...(partial > 0 ? [{ text: t('results.partial', { count: partial }), href: all({ whole: false }) }] : []),
    ...(counts.aside > 0
      ? [{ text: t('results.aside', { count: counts.aside }), href: all({}, 'aside') }]
      : []),
    ...(counts.known > 0
      ? [{ text: t('results.known', { count: counts.known }), href: all({ known: true }) }]
      : []),
    ...(medianMs === null ? [] : [{ text: t('results.median', { time: spanWords(medianMs) }) }]),
  ];
  return (
    <p class="quiet-text">
      {parts.map(({ text, href }, at) => (
        <Fragment key={text}>
          {at > 0 && ' · '}
          {href ? (
            <a class="insight-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
        </Fragment>
      ))}
    </p>
  );
}
