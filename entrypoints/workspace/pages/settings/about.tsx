import { t } from '@/lib/i18n';
import { href } from '../../router';

/** What the product reads and where it stays, and which version this is. */
export function About({ version }: { version: string }) {
  return (
    <>
      <ul class="about-lines">
        <li>{t('workspace.reads_sites')}</li>
        <li>{t('workspace.reads_no_text')}</li>
        <li>{t('workspace.stays_here')}</li>
        <li>{t('workspace.removing_deletes')}</li>
      </ul>
      <p>
        <a class="link" href={href('help')}>
          {t('workspace.help')}
        </a>
      </p>
      <p class="quiet-text small">{t('workspace.version', { version })}</p>
    </>
  );
}
