import type { ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import type { ToAnswers } from '../counted';
import { CountLink } from './count-link';
import { FEW, figureWords, type Measure, rangeWords } from './figures';
import { Ruler } from './ruler';

type Tag = ResultsView['tags'][number];

interface ByTagProps {
  tags: ResultsView['tags'];
  measure: Measure;
  ends: [number, number];
  to: ToAnswers;
}

/** The figure of the contacts with each tag. Of too few answers there is none: these tags are folded away. */
export function ByTag({ tags, measure, ends, to }: ByTagProps) {
  if (tags.length === 0) return null;
  const few = tags.filter(({ n }) => n < FEW);
  const enough = tags.filter(({ n }) => n >= FEW);
  const fewWords = t('results.tags_few', { count: few.length, least: FEW });
  const named = (tag: Tag) => (
    <th scope="row" class="one-line">
      {tag.name}
    </th>
  );
  const counts = (tag: Tag) => (
    <td class="end num quiet-text">
      <CountLink n={tag.n} href={to({ basis: 'score', group: `tag:${tag.tagId}` })} what={tag.name} />
    </td>
  );
  return (
    <section aria-label={t('results.tags')}>
      <h2>{t('results.tags')}</h2>
      {enough.length > 0 && (
        <table class="figures" aria-label={t('results.tags')}>
          <thead class="unseen">
            <tr>
              <th scope="col">{t('results.tag')}</th>
              <th scope="col">{t('results.between')}</th>
              <th scope="col">{t(`results.${measure}`)}</th>
              <th scope="col">{t('results.count')}</th>
            </tr>
          </thead>
          <tbody>
            {enough.map((tag) => (
              <tr key={tag.tagId}>
                {named(tag)}
                <td class="figures-ruler" title={rangeWords(measure, tag)}>
                  <Ruler of={tag} ends={ends} />
                  <span class="unseen">{rangeWords(measure, tag)}</span>
                </td>
                <td class="end num">{figureWords(measure, tag.value)}</td>
                {counts(tag)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {few.length > 0 && (
        <details>
          <summary class="quiet-text">{fewWords}</summary>
          <table class="figures" aria-label={fewWords}>
            <thead class="unseen">
              <tr>
                <th scope="col">{t('results.tag')}</th>
                <th scope="col">{t('results.count')}</th>
              </tr>
            </thead>
            <tbody>
              {few.map((tag) => (
                <tr key={tag.tagId}>
                  {named(tag)}
                  {counts(tag)}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
