import { Fragment } from 'preact';
import { safeLink } from '@/components/activities/link';
import { pieces, sentence } from '@/components/advice/words';
import type { Evidence, TodayItem } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { href } from '../../router';

/** Joins a number to its clause: no line may break there. */
const WORD_JOINER = '\u2060';

/** Why the current row stands there: its reason, with every footnote set out. */
export function Why({ item }: { item: TodayItem }) {
  const { contact, step } = item;
  const link = safeLink(step.link);
  return (
    <aside class="why" aria-label={t('workspace.why', { name: contact.name })}>
      <h2>{t('workspace.why', { name: contact.name })}</h2>
      <p class="why-reason">
        {pieces(step.reason).map((piece, index) => (
          <Fragment key={index}>
            {piece.evidence === null ? (
              piece.text
            ) : (
              <>
                <span class="clause-text">{piece.text}</span>
                {WORD_JOINER}
                <sup class="why-number">{piece.evidence + 1}</sup>
                {WORD_JOINER}
              </>
            )}
          </Fragment>
        ))}
      </p>
      {step.evidence.length > 0 && (
        <ol class="why-notes">
          {step.evidence.map((evidence, index) => (
            <WhyNote key={index} evidence={evidence} />
          ))}
        </ol>
      )}
      <p class="why-links">
        {link && (
          <a href={link} target="_blank" rel="noreferrer">
            {t('panel.open_mail')}
          </a>
        )}
        <a href={href('contacts', contact.id)}>{t('common.open_contact')}</a>
      </p>
    </aside>
  );
}

function WhyNote({ evidence }: { evidence: Evidence }) {
  return (
    <li>
      {evidence.quote && <p>{t('panel.quoted', { text: evidence.quote })}</p>}
      <p class="quiet-text">{sentence(evidence.words)}</p>
    </li>
  );
}
