import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import type { Result } from '@/lib/api/client';
import type { HealthCount, HealthRow } from '@/lib/api/health-views';
import type { HealthKind } from '@/lib/crm/health-kinds';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { kindWords } from './words';

/** Addresses of the workspace. */
export interface Ways {
  /** Where all of a kind are seen; null where there is no such page. */
  all(kind: HealthKind): string | null;
  /** The page of one; null where it has none. */
  one(row: HealthRow): string | null;
  /** Where the country is set of which a phone number is that names none. */
  country: string;
}

const SAMPLES = 5;

const fixedWords = ({ count }: Result<'health.fix'>) => t('health.fixed', { count });

interface HealthKindRowProps {
  count: HealthCount;
  ways: Ways;
}

/** One kind: how many, the way to them, what can be put in order at once, and a few of them. */
export function HealthKindRow({ count: { kind, count, fixable }, ways }: HealthKindRowProps) {
  const [open, setOpen] = useState(false);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const { run, busy, error } = useCommand();
  const words = kindWords(kind);
  const all = ways.all(kind);
  const fixAll = async () => {
    const onProgress = (done: number, total: number) => setProgress({ done, total });
    await run('health.fix', { kind }, fixedWords, { onProgress });
    setProgress(null);
  };

  return (
    <li class="health-kind" aria-label={words}>
      <button type="button" class="health-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="health-count num">{number(count)}</span>
        <span>{words}</span>
      </button>
      <span class="health-actions">
        {fixable > 0 && (
          <Button loading={busy} onClick={() => void fixAll()}>
            {t('health.fix_all', { count: fixable })}
          </Button>
        )}
        {all && (
          <a class="health-look" href={all} aria-label={t('health.look_at', { what: words })}>
            {t('health.look')}
          </a>
        )}
      </span>
      {progress && busy && (
        <Progress label={t('health.fix')} value={progress.done} max={Math.max(1, progress.total)} />
      )}
      {error && <ErrorNote what={t('common.not_saved')} todo={error} />}
      {open && kind === 'phone' && (
        <p class="health-country small">
          <a class="link" href={ways.country}>
            {t('health.phone_country')}
          </a>
        </p>
      )}
      {open && <Samples kind={kind} ways={ways} />}
    </li>
  );
}

function Samples({ kind, ways }: { kind: HealthKind; ways: Ways }) {
  const list = useQuery('health.list', { kind, limit: SAMPLES }, { keep: true });
  const { run, busy, error } = useCommand();
  return (
    <ul class="health-samples" aria-label={t('health.samples')}>
      {list.value?.map((row) => {
        const page = ways.one(row);
        return (
          <li key={row.id}>
            {page ? <a href={page}>{row.name || row.detail}</a> : <span>{row.name}</span>}
            <span class="quiet-text one-line">{row.detail}</span>
            {row.sure && (
              <Button
                kind="bare"
                disabled={busy}
                aria-label={t('health.fix_of', { name: row.name })}
                onClick={() => void run('health.fix', { kind, ids: [row.id] }, fixedWords)}
              >
                {t('health.fix')}
              </Button>
            )}
          </li>
        );
      })}
      {error && <ErrorNote what={t('common.not_saved')} todo={error} />}
    </ul>
  );
}
