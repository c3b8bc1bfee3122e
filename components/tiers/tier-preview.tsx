import { failureWords } from '@/components/contacts/failure';
import type { TierPreview } from '@/lib/api/tier-views';
import type { Tier } from '@/lib/crm/tiers';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';

interface TierPreviewProps {
  tiers: readonly Tier[];
  preview: TierPreview | null;
  error: unknown;
  addressOf(contactId: string): string;
}

/** What saving would do: who moves from where to where, and the time that the levels ask for. */
export function TierPreviewView({ tiers, preview, error, addressOf }: TierPreviewProps) {
  return (
    <section class="tier-preview" aria-labelledby="tier-preview">
      <h2 id="tier-preview">{t('tiers.preview')}</h2>
      <p role="status">{statusWords(preview, error)}</p>
      {preview && <People preview={preview} addressOf={addressOf} />}
      {preview && <Time tiers={tiers} counts={preview.counts} />}
    </section>
  );
}

function statusWords(preview: TierPreview | null, error: unknown): string {
  if (error != null && !preview) return `${t('tiers.preview_failed')} ${failureWords(error)}`;
  if (!preview) return t('tiers.counting');
  if (!preview.ready) return t('tiers.not_ready');
  if (preview.moves === 0) return t('tiers.preview_none');
  return t('tiers.preview_count', { count: preview.moves });
}

function People({ preview, addressOf }: Pick<TierPreviewProps, 'addressOf'> & { preview: TierPreview }) {
  const { people, moves } = preview;
  if (people.length === 0) return null;
  return (
    <>
      <ul class="tier-people">
        {people.map(({ id, name, company, from, to }) => (
          <li key={id}>
            <a class="name one-line" href={addressOf(id)}>
              {name || t('panel.nameless')}
            </a>
            <span class="quiet-text one-line">{company}</span>
            <span class="one-line">
              {t('tiers.from_to', { from: from || t('tiers.none'), to: to || t('tiers.none') })}
            </span>
          </li>
        ))}
      </ul>
      {moves > people.length && (
        <p class="small quiet-text">{t('segments.and_more', { count: moves - people.length })}</p>
      )}
    </>
  );
}

function Time({ tiers, counts }: { tiers: readonly Tier[]; counts: TierPreview['counts'] }) {
  const timed = tiers.filter(({ minutes }) => minutes !== undefined);
  const count = timed.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  const minutes = timed.reduce((sum, one) => sum + (counts[one.id] ?? 0) * (one.minutes ?? 0), 0);
  if (minutes === 0) return null;
  const hours = number(minutes / 60, { maximumFractionDigits: 1 });
  return <p class="small quiet-text">{t('tiers.time', { count, hours })}</p>;
}
