import { Fragment } from 'preact';
import './search.css';

/** A text with the parts that were found marked. */
export function Marked({ text, spans }: { text: string; spans: readonly [number, number][] }) {
  const starts = [0, ...spans.map(([, end]) => end)];
  return (
    <>
      {spans.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(starts[at], start)}
          <mark class="found-part">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(starts.at(-1))}
    </>
  );
}
