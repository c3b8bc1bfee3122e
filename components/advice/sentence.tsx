import { Clause, type Footnotes } from '@/components/ui/footnote';
import type { Evidence, Words } from '@/lib/api/views';
import { pieces } from './words';

interface SentenceProps {
  words: Words;
  evidence: readonly Evidence[];
  /** Footnotes before this sentence: its own are numbered on from there. */
  first: number;
  footnotes: Footnotes;
}

/** A sentence whose claims bear footnotes. A claim without evidence is plain text. */
export function Sentence({ words, evidence, first, footnotes }: SentenceProps) {
  return (
    <>
      {pieces(words).map((piece, index) =>
        piece.evidence === null || !evidence[piece.evidence] ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <Clause key={index} number={first + piece.evidence + 1} footnotes={footnotes}>
            {piece.text}
          </Clause>
        ),
      )}
    </>
  );
}
