import { useMemo, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { number, sentences } from '@/lib/i18n/format';
import type { Form } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { answersFor, marginOfNps, marginOfShare } from '@/lib/surveys/margin';
import { formTime, gradeOf } from '@/lib/surveys/reading';
import { useBench } from './bench';
import { NumberField } from './number-field';

/** A share is asked to be right within so much. */
const WANTED = 0.05;

/** How long it takes to answer, and how sure the answers of so many people will be. */
export function Estimate() {
  const { form, lang } = useBench();
  const [answers, setAnswers] = useState<number | undefined>(100);
  const [people, setPeople] = useState<number | undefined>(undefined);
  const spoken = useMemo(() => inLanguage(form, lang), [form, lang]);
  const hasNps = spoken.pages.some((page) => page.questions.some(({ type }) => type === 'nps'));
  return (
    <div class="estimate">
      <p>{timeWords(spoken)}</p>
      <div class="editor-pair">
        <NumberField label={t('surveys.answers_expected')} least={1} value={answers} onNumber={setAnswers} />
        <NumberField
          label={t('surveys.of_people')}
          hint={t('surveys.of_people_hint')}
          least={1}
          value={people}
          onNumber={setPeople}
        />
      </div>
      <p role="status">{answers === undefined ? '' : marginWords(answers, people, hasNps)}</p>
    </div>
  );
}

function timeWords(form: Form): string {
  const seconds = Math.max(5, Math.round(formTime(form) / 5000) * 5);
  const time =
    seconds < 60
      ? t('surveys.takes_seconds', { count: seconds })
      : t('surveys.takes_minutes', { count: Math.round(seconds / 60) });
  const titles = form.pages.flatMap((page) => page.questions.map(({ title }) => title)).join(' ');
  const grade = gradeOf(titles);
  return grade === null ? time : sentences(time, t('surveys.grade', { n: Math.round(grade) }));
}

/** "95 times of 100 …": what a margin says, without the word. */
function marginWords(answers: number, people: number | undefined, hasNps: boolean): string {
  const among = people === undefined ? Number.POSITIVE_INFINITY : Math.max(people, answers);
  const points = (share: number) => number(share, { maximumFractionDigits: 1 });
  const all = [t('surveys.margin_share', { points: points(100 * marginOfShare(answers, among)) })];
  if (hasNps) all.push(t('surveys.margin_nps', { points: points(marginOfNps(answers, among)) }));
  const wanted = answersFor(WANTED, among);
  if (answers < wanted) all.push(t('surveys.margin_wanted', { points: points(100 * WANTED), count: wanted }));
  return sentences(...all, t('surveys.margin_caution'));
}
