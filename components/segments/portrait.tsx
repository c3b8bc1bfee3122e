import { useQuery } from '@/components/query/use-query';
import { Skeleton } from '@/components/ui/skeleton';
import type { Names, PortraitLine, PortraitPart } from '@/lib/api/segment-views';
import { t } from '@/lib/i18n';
import { share } from '@/lib/i18n/format';

/** Of fewer nothing can be said. */
const FEWEST = 5;

/** What the members of a segment are like, each share beside everyone's. */
export function PortraitView({ id }: { id: string }) {
  const answer = useQuery('segments.portrait', { what: { id } }, { keep: true });
  return (
    <section class="segment-section" aria-labelledby="segment-portrait">
      <h2 id="segment-portrait">{t('segments.portrait')}</h2>
      {!answer.value &&
        (answer.error == null ? <Skeleton lines={4} /> : <p class="late">{t('segments.portrait_failed')}</p>)}
      {answer.value && (
        <>
          <p class="quiet-text">{t('segments.portrait_how', { n: answer.value.n, of: answer.value.of })}</p>
          <div class="portrait">
            {answer.value.parts.map((part) => (
              <Part key={part.part} part={part} names={answer.value?.names ?? {}} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Part({ part, names }: { part: PortraitPart; names: Names }) {
  const title = t(`segments.p_${part.part}`);
  if (part.known < FEWEST || part.lines.length === 0) {
    return (
      <div class="portrait-part">
        <h3>{title}</h3>
        <p class="quiet-text">
          {part.known < FEWEST ? t('segments.too_few', { n: part.known }) : t('segments.p_none')}
        </p>
      </div>
    );
  }
  return (
    <table class="portrait-part">
      <caption>
        <span class="portrait-title">{title}</span>{' '}
        <span class="quiet-text">{t('segments.p_known', { n: part.known })}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{t('segments.p_column')}</span>
          </th>
          <th scope="col">{t('segments.p_here')}</th>
          <th scope="col">{t('segments.p_everyone')}</th>
        </tr>
      </thead>
      <tbody>
        {part.lines.map((line) => (
          <Line key={line.what} line={line} name={lineWords(part, line, names)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, name }: { line: PortraitLine; name: string }) {
  const range = t('segments.p_range', { low: share(line.low), high: share(line.high) });
  return (
    <tr>
      <th scope="row" class="one-line" title={name}>
        {name}
      </th>
      <td class="portrait-here" title={range}>
        <span class="portrait-bar" aria-hidden="true">
          <span class="portrait-fill" style={{ width: `${100 * line.share}%` }} />
          <span
            class="portrait-range"
            style={{ left: `${100 * line.low}%`, width: `${100 * (line.high - line.low)}%` }}
          />
          <span class="portrait-all" style={{ left: `${100 * line.everyone}%` }} />
        </span>
        <span class="num">{share(line.share)}</span>
        <span class="unseen">{range}</span>
      </td>
      <td class="num quiet-text" title={t('segments.p_everyone')}>
        {share(line.everyone)}
      </td>
    </tr>
  );
}

function lineWords({ part }: PortraitPart, { what }: PortraitLine, names: Names): string {
  if (part === 'interests') return names[what] ?? '';
  if (part === 'buying') return t(`segments.p_${what}` as 'segments.p_bought');
  if (part === 'needs') return t(what === 'latent' ? 'segments.p_need_latent' : 'segments.p_need_explicit');
  if (part !== 'age') return what;
  const [from = '0', to] = what.split('-');
  return to
    ? t('segments.age_band', { from: Number(from), to: Number(to) })
    : t('segments.age_from', { from: Number(from) });
}
