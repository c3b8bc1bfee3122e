import { inShort } from '@/components/surveys/draft/texts';
import type { QuestionResult } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { scaleOf } from '@/lib/surveys/scale';
import { showWords, type ToAnswers, toQuestion } from '../counted';
import { Bars } from './bars';
import { Comments } from './comments';
import { FEW, leadWords, type Measure } from './figures';
import { MatrixTable } from './matrix-table';
import { Places } from './places';
import { barsOf, own } from './question-words';
import { Ranks } from './ranks';

interface QuestionSectionProps {
  of: QuestionResult;
  to: ToAnswers;
  /** Its figure stands at the head of the page already. */
  isLead: boolean;
}

/** What came of one question: its figure in a sentence, how often each answer was given, what was written. */
export function QuestionSection({ of, to, isLead }: QuestionSectionProps) {
  const title = inShort(own(of.question.title));
  const isComputed = of.question.id.startsWith('@');
  const scale = of.versions && !isComputed && versionWords(of.versions, of.question);
  const figures = isLead ? [] : figuresOf(of);
  return (
    <section class="result" aria-label={scale ? `${title} ${scale}` : title}>
      <h2>{title}</h2>
      {scale && <p class="quiet-text small">{scale}</p>}
      {figures.length > 0 ? (
        figures.map((words) => (
          <p key={words}>
            {of.n > 0 ? (
              <a class="insight-link" href={to(toQuestion(of))}>
                {words}
              </a>
            ) : (
              words
            )}
          </p>
        ))
      ) : (
        <p class="quiet-text">
          {of.n > 0 ? (
            <a class="insight-link" href={to(toQuestion(of))} aria-label={showWords(of.n, title)}>
              {t('results.answers', { count: of.n })}
            </a>
          ) : (
            t('results.answers', { count: of.n })
          )}
        </p>
      )}
      {figures.length > 0 && of.n < FEW && <p class="quiet-text">{t('results.few')}</p>}
      {of.n > 0 && <Drawn of={of} to={to} title={title} />}
      {of.places && (
        <Places
          of={of.places}
          hrefOf={(place, shown) => to({ ...toQuestion(of), place, ...(shown ? { shown } : {}) })}
          title={title}
        />
      )}
      {of.texts.length > 0 && (
        <Comments texts={of.texts} label={title} older={of.textsCut ? olderOf(of, to) : null} />
      )}
    </section>
  );
}

function Drawn({ of, to, title }: { of: QuestionResult; to: ToAnswers; title: string }) {
  const hrefOf = (value: string) => to({ ...toQuestion(of), value });
  if (of.question.type === 'matrix') return <MatrixTable of={of} label={title} hrefOf={hrefOf} />;
  if (of.ranks) return <Ranks of={of} label={title} hrefOf={hrefOf} />;
  const bars = barsOf(of);
  return (
    <>
      {of.nps && (
        <Bars
          label={t('results.nps')}
          of={of.nps.n}
          bars={(['promoters', 'passives', 'detractors'] as const).map((key) => ({
            key,
            label: t(`results.${key}`),
            n: of.nps?.[key] ?? 0,
            href: to({ ...toQuestion(of), part: key }),
          }))}
        />
      )}
      {bars && <Bars label={title} bars={bars.map((bar) => ({ ...bar, href: hrefOf(bar.key) }))} of={of.n} />}
      {!bars && of.texts.length === 0 && <p class="quiet-text">{t('results.not_drawn')}</p>}
    </>
  );
}

/** Where all stand that wrote there, when the newest alone are shown: of a choice those who chose "other". */
function olderOf({ counts, n, ...of }: QuestionResult, to: ToAnswers): { n: number; href: string } {
  const other = counts.find(({ value }) => value === 'other');
  return other
    ? { n: other.n, href: to({ ...toQuestion(of), value: other.value }) }
    : { n, href: to(toQuestion(of)) };
}

/** "Version 1 to 3, from 1 to 5. Another scale is counted by itself." */
function versionWords([first, last]: [number, number], question: QuestionResult['question']): string {
  const [low = 0, high = 0] = scaleOf(question) ?? [];
  return first === last
    ? t('results.version_scale', { version: first, low, high })
    : t('results.versions_scale', { first, last, low, high });
}

function figuresOf({ nps, share, mean }: QuestionResult): string[] {
  const figures: [Measure, typeof mean][] = [
    ['nps', nps],
    ['csat', share],
    ['ces', mean],
  ];
  return figures.flatMap(([measure, figure]) => (figure ? [leadWords(measure, figure)] : []));
}
