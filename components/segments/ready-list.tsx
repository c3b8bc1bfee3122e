import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import type { ReadySegment } from '@/lib/api/segment-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { choiceWords } from './asks';
import './segments.css';

const GROUPS = ['place', 'job', 'age', 'value', 'rfm', 'stage', 'needs', 'loyalty'] as const;

/** Segments that need only be pressed. Those that would hold nobody are not offered. */
export function ReadyList({ onMade }: { onMade(id: string): void }) {
  const ready = useQuery('segments.ready', {}, { keep: true });
  const act = useAction();
  if (!ready.value || ready.value.length === 0) return null;
  const make = async (one: ReadySegment) => {
    const id = crypto.randomUUID();
    const name = readyName(one);
    if (await act('segments.put', { id, name, query: one.query }, t('segments.saved', { name }))) onMade(id);
  };
  return (
    <section class="segment-ready" aria-labelledby="segment-ready">
      <h2 id="segment-ready">{t('segments.ready')}</h2>
      <p class="quiet-text">{t('segments.ready_how')}</p>
      <dl>
        {GROUPS.map((group) => {
          const own = ready.value?.filter((one) => one.group === group) ?? [];
          if (own.length === 0) return null;
          return (
            <div key={group} class="segment-ready-group">
              <dt>{t(`segments.ready_${group}`)}</dt>
              <dd>
                {own.map((one) => {
                  const name = readyName(one);
                  return (
                    <button
                      key={name}
                      type="button"
                      class="button quiet segment-ready-one"
                      onClick={() => void make(one)}
                    >
                      {name} <span class="quiet-text num">{number(one.count)}</span>
                    </button>
                  );
                })}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** What a ready segment is called. */
export function readyName({ name, query }: ReadySegment): string {
  if (name !== undefined) return name;
  if (!('ask' in query)) return '';
  if (query.ask === 'choice') return choiceWords(query.name, query.in[0] ?? '');
  if (query.ask === 'need')
    return t(query.kind === 'latent' ? 'segments.needs_latent' : 'segments.needs_explicit');
  if (query.ask !== 'measure') return '';
  const { min, max } = query.range;
  if (query.name === 'age') {
    if (max === undefined) return t('segments.age_from', { from: min ?? 0 });
    return t('segments.age_band', { from: min ?? 0, to: max });
  }
  if (query.name === 'overdue') return t('segments.at_risk');
  return t(min === undefined ? 'segments.loyal_low' : 'segments.loyal_high');
}
