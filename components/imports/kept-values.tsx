import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import './imports.css';

/** What files said of somebody that has no field: folded, each with its file. It is written out again by the format it came from. */
export function KeptValues({ kept }: { kept: NonNullable<ContactView['kept']> }) {
  if (kept.length === 0) return null;
  return (
    <details class="import-kept">
      <summary>{t('importing.kept')}</summary>
      <dl>
        {kept.map(({ name, value, source, at }, index) => (
          <div key={index}>
            <dt class="quiet-text small">{name}</dt>
            <dd>
              {value}{' '}
              <span class="note quiet-text">
                {t('unfolded.source_line', { source, date: shortDate(at, Date.now()) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
