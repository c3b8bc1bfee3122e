import { pieces } from '@/components/advice/words';
import { Moon } from '@/components/ui/moon';
import { t } from '@/lib/i18n';

const WORD_JOINER = '\u2060';

/** What is read, where it stays, and what it will look like. */
export function Privacy() {
  return (
    <aside class="welcome-side" aria-label={t('welcome.what_is_read')}>
      <h2>{t('welcome.what_is_read')}</h2>
      <ol class="welcome-notes">
        <li>{t('workspace.reads_sites')}</li>
        <li>{t('workspace.reads_no_text')}</li>
        <li>{t('workspace.stays_here')}</li>
        <li>{t('workspace.removing_deletes')}</li>
      </ol>
      <p class="welcome-caption note quiet-text">{t('welcome.looks_like')}</p>
      <div class="welcome-sample">
        <div class="welcome-sample-head">
          <Moon phase="growing" label={t('common.stage_growing')} size={16} />
          <p class="name">{t('welcome.sample_name')}</p>
          <p class="welcome-sample-brief">
            {pieces({ key: 'welcome.sample_brief', params: {} }).map((piece) =>
              piece.evidence === null ? (
                piece.text
              ) : (
                <Claim key={piece.evidence} number={piece.evidence + 1}>
                  {piece.text}
                </Claim>
              ),
            )}
          </p>
        </div>
        <div class="welcome-sample-step">
          <p class="welcome-sample-title">{t('welcome.sample_step')}</p>
          <p class="small">{t('welcome.sample_reason')}</p>
        </div>
      </div>
    </aside>
  );
}

function Claim({ number, children }: { number: number; children: string }) {
  return (
    <>
      <span class="clause-text">{children}</span>
      {WORD_JOINER}
      <sup class="why-number">{number}</sup>
      {WORD_JOINER}
    </>
  );
}
