import type { ResultsView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import type { ToAnswers } from '../counted';
import { CountLink } from './count-link';
import { FEW, figureWords, type Measure, rangeWords } from './figures';
import { Ruler } from './ruler';

interface ByTagProps {
  tags: ResultsView['tags'];
  measure: Measure;
  ends: [number, number];
  to: ToAnswers;
}

/** The figure of the contacts with each tag. Of too few answers there is none. */
export function ByTag({ tags, measure, ends, to }: ByTagProps) {
  if (tags.length === 0) return null;
  return (
    <section aria-label={t('results.tags')}>
      <h2>{t('results.tags')}</h2>
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
          {tags.map((tag) => (
            <tr key={tag.tagId}>
              <th scope="row" class="one-line">
                {tag.name}
              </th>
              <td class="figures-ruler" title={tag.n < FEW ? undefined : rangeWords(measure, tag)}>
                {tag.n >= FEW && (
                  <>
                    <Ruler of={tag} ends={ends} />
                    <span class="unseen">{rangeWords(measure, tag)}</span>
                  </>
                )}
              </td>
              <td class="end num">
                {tag.n < FEW ? (
                  <span class="quiet-text">{t('results.tag_few')}</span>
                ) : (
                  figureWords(measure, tag.value)
                )}
              </td>
              <td class="end num quiet-text">
                <CountLink
                  n={tag.n}
                  href={to({ basis: 'score', group: `tag:${tag.tagId}` })}
                  what={tag.name}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
