import type { Question } from '../../lib/surveys/form';
import { shareDone } from '../../lib/surveys/path';
import { fill } from '../../lib/surveys/piping';
import { shuffled } from '../../lib/surveys/shuffle';
import { GOES_ON } from './goes-on';
import type { Guide } from './guide';
import { Icon } from './icon';
import { CONTROLS } from './questions';
import type { Submission } from './submission';
import type { Words } from './words';

export interface SurveyProps {
  run: Submission;
  words: Words;
  /** There soon after this is visible. */
  guide: Guide | undefined;
  /** What is done before it is there waits for it. */
  guided: Promise<Guide>;
  /** Prefix of all ids. */
  id: string;
  place: string;
  /** Numbers as they were typed. */
  drafts: Record<string, string>;
  /** Says something to those who hear the page. */
  said: string;
  onClose?: (() => void) | undefined;
}

/** A question: its words, its control, what is wrong with its answer. `solo` is the only one of its page. */
function Asked({ q, solo, props }: { q: Question; solo: boolean; props: SurveyProps }) {
  const { run, words } = props;
  const id = `${props.id}-${q.id}`;
  const Control = CONTROLS[q.type];
  const code = run.faults[q.id];
  const text = (title: string) => fill(title, run.form, run.values, run.know, words);
  const title = text(q.title);
  const order = <T,>(list: T[] = []) => (q.shuffle ? shuffled(list, run.id + q.id) : list);
  const described = [q.help && `${id}-h`, code && `${id}-e`].filter(Boolean).join(' ') || undefined;
  const note = q.help ? text(q.help) : solo || q.required || q.type === 'statement' ? '' : words.optional;
  const Title = solo ? 'h2' : 'span';
  return (
    <div class={solo ? 'solo' : 'ask'}>
      {q.type !== 'consent' && (
        <Title class={solo ? '' : 'title'} id={`${id}-t`} tabIndex={solo ? -1 : undefined}>
          {title}
          {!solo && note && (
            <span class="note" id={`${id}-h`}>
              {` ${note}`}
            </span>
          )}
        </Title>
      )}
      {solo && note && (
        <p class="help" id={`${id}-h`}>
          {note}
        </p>
      )}
      <Control
        q={{ ...q, title }}
        id={id}
        labelledBy={`${id}-t`}
        describedBy={described}
        invalid={!!code}
        words={words}
        guide={props.guide}
        value={run.values[q.id]}
        beside={run.values[`${q.id}.other`] as string | undefined}
        draft={props.drafts[q.id]}
        choices={order(q.choices)}
        rows={order(q.rows)}
        on={({ target }) => void props.guided.then((guide) => guide.change(q, target as Element, solo))}
      />
      {props.guide?.below(q, id)}
    </div>
  );
}

export function Survey(props: SurveyProps) {
  const { run, words, place, onClose } = props;
  const { form } = run;
  const { ending } = run;
  const { privacy } = form;
  const [, site] = /^https?:\/\/(.*)/i.exec(privacy?.url ?? '') ?? [];
  const next = (skip: boolean) => void props.guided.then((guide) => guide.next(skip));
  const questions = run.questions();
  const [only] = questions;
  const isSolo = questions.length === 1 && only!.type !== 'consent';
  const goesOn = isSolo && GOES_ON.includes(only!.type);
  const canSkip = !questions.some((q) => q.required || q.type === 'statement' || q.type === 'consent');
  const showBar = place === 'page' || form.pages.length > 2;
  return (
    <>
      {onClose && (
        <button type="button" class="x" aria-label={words.close} onClick={onClose}>
          <Icon d="m4 4 8 8M12 4l-8 8" />
        </button>
      )}
      {showBar && (
        <div class="bar" style={{ width: `${100 * (ending ? 1 : shareDone(form, run.pageId))}%` }} />
      )}
      <p class="sr" role="status">
        {props.said}
      </p>
      {ending ? (
        props.guide?.ending()
      ) : (
        <form
          key={run.pageId}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            next(false);
          }}
        >
          {!isSolo && (
            <h2 tabIndex={-1} id={`${props.id}-f`}>
              {form.title}
            </h2>
          )}
          {form.intro && !run.trail[0] && <p class="help">{form.intro}</p>}
          {questions.map((q) => (
            <Asked key={q.id} q={q} solo={isSolo} props={props} />
          ))}
          {props.guide?.trap()}
          <div class="foot">
            {run.trail[0] && props.guide?.back()}
            {canSkip && isSolo && (
              <button type="button" class="btn bare" onClick={() => next(true)}>
                {words.skip}
              </button>
            )}
            {(!goesOn || run.values[only!.id] !== undefined || run.faults[only!.id]) && (
              <button type="submit" class="btn ink">
                {run.isLast() ? words.send : words.next}
              </button>
            )}
          </div>
          {privacy && (
            <p class="by">
              {`${privacy.text} `}
              {site && (
                <a href={privacy.url} target="_blank" rel="noopener noreferrer">
                  {site}
                </a>
              )}
            </p>
          )}
        </form>
      )}
    </>
  );
}
