import { safeLink } from '@/components/activities/link';
import { Footnote, type Footnotes } from '@/components/ui/footnote';
import type { Evidence } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { sentence } from './words';
import './advice.css';

interface EvidenceNotesProps {
  evidence: readonly Evidence[];
  /** Footnotes before the first of these. */
  first: number;
  footnotes: Footnotes;
}

/** What claims rest on: the words themselves, where and when, and the way there. Only the open one is drawn. */
export function EvidenceNotes({ evidence, first, footnotes }: EvidenceNotesProps) {
  return (
    <>
      {evidence.map((one, index) => (
        <Footnote key={index} number={first + index + 1} footnotes={footnotes}>
          <EvidenceText evidence={one} />
        </Footnote>
      ))}
    </>
  );
}

function EvidenceText({ evidence }: { evidence: Evidence }) {
  const link = safeLink(evidence.link);
  return (
    <>
      {evidence.quote && <p class="evidence-quote">{t('panel.quoted', { text: evidence.quote })}</p>}
      <p class="quiet-text">{sentence(evidence.words)}</p>
      {link && (
        <p>
          <a class="accent-link" href={link} target="_blank" rel="noreferrer">
            {t('panel.open_mail')}
          </a>
        </p>
      )}
    </>
  );
}
