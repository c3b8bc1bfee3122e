import type { ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
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
  /** Shows the answers of a segment alone. */
  onSegment(segmentId: string): void;
}

/** What a survey came to: its figure first, then question by question; beside it time, tags, care and who was asked. */
export function ResultsSheet({ of, onSegment }: ResultsSheetProps) {
  const lead = leadOf(of);
  return (
    <div class="results">
      <div class="results-main">
        <div class="results-head">
          {lead && (
            <>
              <p class="results-lead">{leadWords(lead.measure, lead.figure)}</p>
              <Ruler of={lead.figure} ends={lead.ends} goals={goalsOn(of)} />
              {lead.figure.n < FEW && <p class="quiet-text">{t('results.few')}</p>}
            </>
          )}
          <p class="quiet-text">{countWords(of)}</p>
          <Goals of={of} onSegment={onSegment} />
        </div>
        {of.questions.map((question) => (
          <QuestionSection
            key={`${question.question.id} ${question.versions ?? ''}`}
            of={question}
            isLead={question === lead?.of}
          />
        ))}
      </div>
      <div class="results-side">
        {lead && <Trend of={of.trend} measure={lead.measure} ends={lead.ends} goals={goalsOn(of)} />}
        {lead && <ByTag tags={of.tags} measure={lead.measure} ends={lead.ends} />}
        <Loop surveyId={of.surveyId} />
        <Cleaning surveyId={of.surveyId} />
        <Asked surveyId={of.surveyId} />
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

/** "38 whole answers · 2 unfinished · 21 of contacts · half took less than 48 s". */
function countWords({ counts, medianMs }: ResultsView): string {
  const partial = counts.all - counts.done;
  return [
    t('results.done', { count: counts.done }),
    ...(partial > 0 ? [t('results.partial', { count: partial })] : []),
    ...(counts.aside > 0 ? [t('results.aside', { count: counts.aside })] : []),
    ...(counts.known > 0 ? [t('results.known', { count: counts.known })] : []),
    ...(medianMs === null ? [] : [t('results.median', { time: spanWords(medianMs) })]),
  ].join(' · ');
}
