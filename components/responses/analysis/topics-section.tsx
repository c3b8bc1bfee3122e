import { type Drawn, Section } from '@/components/insights/section';
import { useQuery } from '@/components/query/use-query';
import type { TopicsView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { countCell, showWords, type ToAnswers, toAnswers } from '../counted';
import { answersOf, counted, noteOf, plain, SaidWords } from '../counted-words';
import { figureWords } from '../results/figures';
import { chanceWords, SURE } from './named';
import type { AnalysisScope } from './scope';
import './analysis.css';

type Of = Extract<TopicsView, { missing: null }>;
type Topic = Of['topics'][number];

interface TopicsSectionProps {
  scope: AnalysisScope;
  /** Address of one answer. */
  answerHref(id: string): string;
}

/** What comes back in comments, each with some in their own words. */
export function TopicsSection({ scope, answerHref }: TopicsSectionProps) {
  const answer = useQuery('analysis.topics', scope, { keep: true });
  return (
    <Section
      title={t('analysis.topics')}
      file="topics"
      answer={answer}
      draw={(of) => drawn(of, answerHref, toAnswers(scope))}
    />
  );
}

function drawn(of: Of, answerHref: (id: string) => string, to: ToAnswers): Drawn {
  const { topics, comments, unread, measure } = of;
  const read = answersOf(comments, to({ basis: 'comments' }), t('analysis.comments'));
  const lead =
    topics.length > 0
      ? counted('analysis.topics_lead', { count: topics.length, comments: read })
      : counted('analysis.topics_none', { comments: read });
  return {
    lead: <SaidWords of={lead} />,
    note: (
      <SaidWords
        of={noteOf(
          plain(t('analysis.topics_note')),
          ...(unread > 0
            ? [
                counted('analysis.topics_unread', {
                  count: answersOf(
                    unread,
                    to({ basis: 'comments', left: true }),
                    t('responses.left_comments'),
                  ),
                }),
              ]
            : []),
        )}
      />
    ),
    chart: topics.length > 0 && (
      <ul class="topic-list">
        {topics.map((topic) => (
          <li key={topic.term}>
            <details>
              <summary>
                <span class="one-line">{topic.term}</span>
                <span class="num">{number(topic.n)}</span>
                <span class="quiet-text">{besideWords(topic, measure)}</span>
              </summary>
              <ul class="topic-quotes" aria-label={t('analysis.quotes_of', { term: topic.term })}>
                {topic.quotes.map(({ responseId, text, score }) => (
                  <li key={responseId}>
                    {text}{' '}
                    <a class="link small" href={answerHref(responseId)}>
                      {score === null
                        ? t('analysis.open_answer')
                        : t('analysis.quote_score', { score: number(score) })}
                    </a>
                  </li>
                ))}
              </ul>
              <a class="link small" href={to({ topic: topic.term })}>
                {showWords(topic.n, topic.term)}
              </a>
            </details>
          </li>
        ))}
      </ul>
    ),
    table: {
      columns: [
        { text: t('analysis.topic') },
        { text: t('analysis.comments'), end: true },
        { text: t('analysis.difference'), end: true },
        { text: t('analysis.chance'), end: true },
      ],
      rows: topics.map(({ term, n, others }) => [
        { text: term },
        countCell(n, to({ topic: term }), term),
        others && measure
          ? { text: signed(measure, others.by), value: others.by }
          : { text: t('analysis.too_few') },
        others ? { text: chanceWords(others.chance), value: others.chance } : { text: '' },
      ]),
    },
  };
}

function signed(measure: NonNullable<Of['measure']>, by: number): string {
  const value = measure === 'csat' ? 100 * by : by;
  return `${by > 0 ? '+' : ''}${figureWords(measure === 'csat' ? 'nps' : measure, value)}`;
}

/** How the score of those who speak of it lies to the others', where that is sure. */
function besideWords({ others }: Topic, measure: Of['measure']): string {
  if (!others || !measure || others.chance >= SURE) return '';
  return `${t(`results.${measure}`)} ${signed(measure, others.by)} ${t('analysis.sure')}`;
}
