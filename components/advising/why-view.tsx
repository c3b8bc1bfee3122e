import { sentence } from '@/components/advice/words';
import type { AdviceWhy, WhyReason } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';
import { share } from '@/lib/i18n/format';
import { barWords, factorText, featureName, reasonWords } from './words';
import './advising.css';

/** Everything that the order of a suggestion rests on, in sentences and short lists. */
export function WhyView({ why, id }: { why: AdviceWhy; id: string }) {
  const { factors, learned, runnerUp } = why;
  const score = factors.drawn * factors.value * factors.timing * factors.lever;
  return (
    <div class="advising-why small" id={id}>
      <p>
        {t('advising.chance', {
          percent: Math.round(100 * why.chance),
          usual: Math.round(100 * why.usual),
        })}
      </p>
      <Reasons title={t('advising.speaks_for')} reasons={why.for} none={t('advising.nothing_for')} />
      <Reasons
        title={t('advising.speaks_against')}
        reasons={why.against}
        none={t('advising.nothing_against')}
      />
      <p>
        {learned
          ? t('advising.learned_from', {
              done: learned.done,
              count: learned.of,
              low: Math.round(100 * learned.low),
              high: Math.round(100 * learned.high),
            })
          : t('advising.learned_nothing')}
      </p>
      <p class="num">
        {t('advising.factors', {
          drawn: share(factors.drawn),
          value: factorText(factors.value),
          timing: factorText(factors.timing),
          lever: factorText(factors.lever),
          score: factorText(score),
        })}
      </p>
      {runnerUp && (
        <p>
          {t('advising.runner_up', {
            title: sentence(runnerUp.title),
            percent: Math.round(100 * runnerUp.share),
          })}{' '}
          {why.flip ? t('advising.flip', { name: featureName(why.flip) }) : t('advising.no_flip')}
        </p>
      )}
      <Rejected rejected={why.rejected} />
    </div>
  );
}

function Reasons({ title, reasons, none }: { title: string; reasons: readonly WhyReason[]; none: string }) {
  return (
    <div>
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p class="quiet-text">{none}</p>
      ) : (
        <ul>
          {reasons.map((one) => (
            <li key={one.name}>{reasonWords(one)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was not shown, and why. */
function Rejected({ rejected }: Pick<AdviceWhy, 'rejected'>) {
  if (rejected.length === 0) return null;
  return (
    <div>
      <h3>{t('advising.not_shown')}</h3>
      <ul>
        {rejected.map((one) => (
          <li key={`${one.title.key} ${one.why}`} class="quiet-text">
            {t('advising.rejected', { title: sentence(one.title), why: barWords(one.why) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
