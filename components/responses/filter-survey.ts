import { type Query, useQuery } from '@/components/query/use-query';
import { inShort } from '@/components/surveys/draft/texts';
import { dayWords, groupWords } from '@/components/surveys/schedule/words';
import type { AnswerAsks } from '@/lib/api/survey-views';
import type { AnswerFilter } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { own } from './results/question-words';

export type AskedQuestion = AnswerAsks['questions'][number];
type Schedule = AnswerAsks['schedules'][number];

/** What can be asked of the answers to the survey that a filter names; nothing where none is named. */
export function useAsks(surveyId: string | undefined): Query<AnswerAsks> {
  return useQuery('results.asks', surveyId ? { surveyId } : null, { keep: true });
}

/** The question that a filter names, on the scale of its version, else on the last; undefined where no version asked it. */
export function questionIn(
  { questions }: AnswerAsks,
  { question, version }: Pick<AnswerFilter, 'question' | 'version'>,
): AskedQuestion | undefined {
  const scales = questions.filter((one) => one.question.id === question);
  return scales.find(({ versions }) => version !== undefined && versions?.includes(version)) ?? scales[0];
}

/** A question in short, and of one that was asked on several scales in which versions. */
export function askedWords({ question, versions }: AskedQuestion): string {
  const title = inShort(own(question.title));
  if (!versions) return title;
  const [first, last] = [versions[0]!, versions.at(-1)!];
  return first === last
    ? t('responses.filter_version', { question: title, version: number(first) })
    : t('responses.filter_versions', { question: title, first: number(first), last: number(last) });
}

/** All waves of all schedules, as the filter has and as it names them; where there are several schedules with whom each asks. */
export function wavesIn({ schedules }: AnswerAsks): { value: string; label: string }[] {
  return schedules.flatMap((schedule) =>
    schedule.waves.map((wave) => ({
      value: `${schedule.id}:${wave.number}`,
      label: waveWords(wave, schedules.length > 1 ? schedule : null),
    })),
  );
}

/** A wave by its name. @param asks null until it was read */
export function waveName(asks: AnswerAsks | null, wave: string): string {
  const found = asks && wavesIn(asks).find(({ value }) => value === wave);
  if (found) return found.label;
  const [scheduleId, n] = wave.split(':');
  if (n === '0' || n === 'all') return t(n === '0' ? 'responses.wave_none' : 'responses.wave_any');
  if (asks && !asks.schedules.some(({ id }) => id === scheduleId))
    return t('responses.filter_of', { what: t('responses.filter_wave'), which: t('responses.filter_gone') });
  return t('responses.filter_wave_of', { number: number(Number(n)) });
}

/** "Wave 3: 1 Mar to 30 May · Tag: Regulars": behind its days whom its schedule asks. */
function waveWords({ number: n, from, until }: Schedule['waves'][number], of: Schedule | null): string {
  const days = until
    ? t('results.span', { first: dayWords(from), last: dayWords(until) })
    : t('responses.filter_since', { day: dayWords(from) });
  const which = of ? `${days} · ${groupWords(of.audience, of.names)}` : days;
  return t('responses.filter_of', { what: t('responses.filter_wave_of', { number: number(n) }), which });
}
