import { receiptNumber } from '../../lib/surveys/answer';
import type { Ending as EndingOf } from '../../lib/surveys/form';
import { fill } from '../../lib/surveys/piping';
import type { Delivery } from '../seal/outbox';
import type { LateWords } from '../seal/words';
import type { Submission } from './submission';
import type { Words } from './words';

/** What became of the answer. `sealed` is there when people have to bring it themselves. */
export interface EndingState {
  delivery: Delivery | 'sending';
  at?: number;
  sealed?: string;
  mail?: string | undefined;
  copied?: boolean;
  copy(text: string): void;
}

const time = (at: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(at);

function byMail(mail: string, subject: string, sealed: string): string {
  return `mailto:${encodeURIComponent(mail)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(sealed)}`;
}

/** No hub and no bridge took it: the sealed text goes by hand, by mail, as a file or through the clipboard. */
function ByHand({
  run,
  words,
  state,
}: {
  run: Submission;
  words: LateWords | undefined;
  state: EndingState;
}) {
  const { sealed, mail } = state;
  if (!sealed || !words) return null;
  const file = URL.createObjectURL(new Blob([sealed], { type: 'text/plain' }));
  return (
    <>
      <p class="help">{words.byHand}</p>
      <div class="foot">
        {mail && (
          <a class="btn ink" href={byMail(mail, run.form.title, sealed)}>
            {words.mail}
          </a>
        )}
        <a class="btn quiet" href={file} download={`${run.form.id}-${run.id.slice(0, 8)}.txt`}>
          {words.save}
        </a>
        <button type="button" class="btn quiet" onClick={() => state.copy(sealed)}>
          {state.copied ? words.copied : words.copy}
        </button>
      </div>
    </>
  );
}

export function Ending({
  ending,
  run,
  said,
  words,
  state,
}: {
  ending: EndingOf;
  run: Submission;
  said: Words;
  words: LateWords | undefined;
  state: EndingState;
}) {
  const text = (title: string) => fill(title, run.form, run.values, run.variables, said);
  const { delivery, at } = state;
  const isSafe = /^https?:\/\//i.test(ending.link?.url ?? '');
  const status =
    words && delivery === 'sent' && at
      ? `${words.sent} ${time(at, run.form.lang)}`
      : words && !state.sealed && (delivery === 'waiting' || delivery === 'refused') && words[delivery];
  return (
    <div class="solo">
      <h2 tabIndex={-1}>{text(ending.title)}</h2>
      {ending.text && <p class="help">{text(ending.text)}</p>}
      {ending.receipt && (
        <>
          <p class="note">{words?.number}</p>
          <p class="big">{receiptNumber(run.id)}</p>
        </>
      )}
      <ByHand run={run} words={words} state={state} />
      <div class="foot">
        {isSafe && (
          <a class="btn quiet" href={ending.link!.url} target="_blank" rel="noopener noreferrer">
            {text(ending.link!.text)}
          </a>
        )}
        {status && <span class="by">{status}</span>}
      </div>
    </div>
  );
}
