import { t } from '@/lib/i18n';
import './brand.css';

/** The product's name with its half-lit moon. */
export function Brand() {
  return (
    <div class="brand">
      <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--ink)" stroke-width="1.1" />
        <path d="M7 1.5A5.5 5.5 0 0 1 7 12.5Z" fill="var(--light)" />
      </svg>
      {t('common.product')}
    </div>
  );
}
