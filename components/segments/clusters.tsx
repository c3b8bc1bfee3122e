import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { t } from '@/lib/i18n';
import { share } from '@/lib/i18n/format';
import type { ClusterRule, Differs } from '@/lib/insight/cluster-rules';
import { measureWords } from './asks';
import { figureWords } from './currency';
import { queryWords } from './words';

/** Below so much the groups run into each other. */
const WEAK = 0.35;
const LONGEST_NAME = 80;

/** Groups of contacts that are alike, looked for at the press of a button, each offered as a segment. */
export function ClusterList({ onMade }: { onMade(id: string): void }) {
  const [asked, setAsked] = useState(false);
  const answer = useQuery('segments.clusters', asked ? {} : null, { keep: true });
  const found = answer.value;
  return (
    <section class="segment-section" aria-labelledby="segment-clusters">
      <h2 id="segment-clusters">{t('segments.clusters')}</h2>
      <p class="quiet-text">{t('segments.clusters_how')}</p>
      {!asked && (
        <p class="segment-look">
          <Button onClick={() => setAsked(true)}>{t('segments.clusters_look')}</Button>
        </p>
      )}
      {asked &&
        !found &&
        (answer.error == null ? <Skeleton lines={3} /> : <p class="late">{t('segments.find_failed')}</p>)}
      {found && found.clusters.length === 0 && <p>{t('segments.clusters_none')}</p>}
      {found && found.clusters.length > 0 && (
        <>
          <p class="quiet-text">{t('segments.clusters_n', { n: found.n })}</p>
          {(found.silhouette ?? 0) < WEAK && <p>{t('segments.clusters_weak')}</p>}
          <ul class="segment-clusters">
            {found.clusters.map((cluster) => (
              <ClusterItem
                key={JSON.stringify(cluster.query)}
                cluster={cluster}
                sample={found.n < found.of ? found.n : null}
                onMade={onMade}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ClusterItemProps {
  cluster: ClusterRule;
  /** How many were compared, where these are not all; null: all were. */
  sample: number | null;
  onMade(id: string): void;
}

function ClusterItem({ cluster, sample, onMade }: ClusterItemProps) {
  const act = useAction();
  const sentence = queryWords(cluster.query, {});
  const keep = async () => {
    const id = crypto.randomUUID();
    const name = sentence.slice(0, LONGEST_NAME);
    if (await act('segments.put', { id, name, query: cluster.query }, t('segments.saved', { name })))
      onMade(id);
  };
  return (
    <li>
      <p class="segment-count">
        {sample === null
          ? t('segments.cluster_size', { count: cluster.count })
          : t('segments.cluster_sample', { count: cluster.count, n: sample })}
      </p>
      <ul>
        {cluster.differs.map((one) => (
          <li key={one.name}>{differsWords(one)}</li>
        ))}
      </ul>
      <p>{sentence}</p>
      <p class="quiet-text">{t('segments.cluster_agrees', { share: share(cluster.agrees) })}</p>
      <Button onClick={() => void keep()}>{t('segments.cluster_keep')}</Button>
    </li>
  );
}

function differsWords({ name, here, everyone, apart }: Differs): string {
  const words = {
    figure: measureWords(name),
    here: figureWords(name, here),
    everyone: figureWords(name, everyone),
  };
  return t(apart > 0 ? 'segments.cluster_more' : 'segments.cluster_less', words);
}
