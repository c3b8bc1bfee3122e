import type { Field } from './field';

/** The words at both ends of a scale. */
export const Ends = ({ f: { q } }: { f: Field }) =>
  q.ends && (
    <div class="ends">
      <span>{q.ends[0]}</span>
      <span>{q.ends[1]}</span>
    </div>
  );
