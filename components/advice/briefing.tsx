import { Fragment } from 'preact';
import type { Footnotes } from '@/components/ui/footnote';
import { Row } from '@/components/ui/sheet';
import type { Clause as ClauseView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { EvidenceNotes } from './evidence';
import { Sentence } from './sentence';

interface BriefingProps {
  clauses: readonly ClauseView[];
  footnotes: Footnotes;
  /** The mail that is open is not among what the sentence tells of. */
  unlogged?: boolean;
}

/** How many footnotes stand before each part, when parts of a text are numbered through. */
export function numbersBefore(counts: readonly number[], from = 0): number[] {
  let sum = from;
  return counts.map((count) => {
    const before = sum;
    sum += count;
    return before;
  });
}

/** How things stand, in one sentence; each claim opens what it rests on. */
export function Briefing({ clauses, footnotes, unlogged = false }: BriefingProps) {
  if (clauses.length === 0) return null;
  const before = numbersBefore(clauses.map((clause) => clause.evidence.length));
  return (
    <div class="briefing">
      <Row>
        <p class="prose">
          {clauses.map((clause, index) => (
            <Fragment key={index}>
              {index > 0 && t('panel.clause_join')}
              <Sentence
                words={clause.words}
                evidence={clause.evidence}
                first={before[index] ?? 0}
                footnotes={footnotes}
              />
            </Fragment>
          ))}
          {t('panel.clause_end')}
          {unlogged && <span class="small quiet-text"> {t('panel.not_logged')}</span>}
        </p>
      </Row>
      <EvidenceNotes
        evidence={clauses.flatMap((clause) => clause.evidence)}
        first={0}
        footnotes={footnotes}
      />
    </div>
  );
}
