import type { Question } from '../../lib/surveys/form';
import { shareDone } from '../../lib/surveys/path';
import { fill } from '../../lib/surveys/piping';
import { shuffled } from '../../lib/surveys/shuffle';
import type { LateWords } from '../seal/words';
import { Ending, type EndingState } from './ending';
import { CONTROLS } from './questions';
import type { Submission } from './submission';
import type { Words } from './words';

export interface SurveyProps {
  run: Submission;
  words: Words;
  late: LateWords | undefined;
  /** Prefix of all ids. */
  id: string;
  place: string;
  /** Numbers as they were typed. */
  drafts: Record<string, string>;
  end: EndingState;
  /** Says something to those who hear the page. */
  said: string;
  onClose?: (() => void) | undefined;
  onNext(skip: boolean): void;
  /** With the pointer, where nothing else is asked. */
  onChosen(): void;
  onBack(): void;
  onTrap(): void;
}

/** One thing to choose, and a pointer says enough: the page goes on by itself. */
const GOES_ON = ['nps', 'csat', 'ces', 'yesno', 'single'];

const CloseButton = ({ words, onClose }: { words: Words; onClose: () => void }) => (
  <button type="button" class="x" aria-label={words.close} onClick={onClose}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="m4 4 8 8M12 4l-8 8" />
    </svg>
  </button>
);

/** A question: its words, its control, what is wrong with its answer. `solo` is the only one of its page. */
function Asked({
  q,
  solo,
  props,
  level,
}: {
  q: Question;
  solo: boolean;
  props: SurveyProps;
  level: 'h2' | 'span';
}) {
  const { run, words } = props;
  const id = `${props.id}-${q.id}`;
  const Control = CONTROLS[q.type];
  const code = run.faults[q.id];
  const text = (title: string) => fill(title, run.form, run.values, run.variables, words);
  const seed = run.id + q.id;
  const order = <T,>(list: T[] | undefined) => (list && q.shuffle ? shuffled(list, seed) : (list ?? []));
  const described = [q.help && `${id}-h`, code && `${id}-e`].filter(Boolean).join(' ') || undefined;
  const note = !solo && (q.help ? text(q.help) : q.required || q.type === 'statement' ? '' : words.optional);
  const Title = level;
  return (
    <div class={solo ? 'solo' : 'ask'}>
      {q.type !== 'consent' && (
        <Title class={solo ? undefined : 'title'} id={`${id}-t`} tabIndex={solo ? -1 : undefined}>
          {text(q.title)}
          {note && (
            <span class="note" id={`${id}-h`}>
              {' '}
              {note}
            </span>
          )}
        </Title>
      )}
      {solo && q.help && (
        <p class="help" id={`${id}-h`}>
          {text(q.help)}
        </p>
      )}
      <Control
        q={q.type === 'consent' ? { ...q, title: text(q.title) } : q}
        id={id}
        labelledBy={`${id}-t`}
        describedBy={described}
        invalid={!!code}
        words={words}
        value={run.values[q.id]}
        beside={run.values[`${q.id}.other`] as string | undefined}
        draft={props.drafts[q.id]}
        choices={order(q.choices)}
        rows={order(q.rows)}
        set={(value) => run.set(q.id, value)}
        write={(beside) => run.set(`${q.id}.other`, beside || undefined)}
        type={(draft) => {
          props.drafts[q.id] = draft;
        }}
        chosen={() => solo && GOES_ON.includes(q.type) && props.onChosen()}
      />
      {code && (
        <p class="err" id={`${id}-e`}>
          {props.late?.faults[code]}
        </p>
      )}
    </div>
  );
}

export function Survey(props: SurveyProps) {
  const { run, words, place, onClose } = props;
  const { form } = run;
  const ending = run.ending;
  const questions = run.questions();
  const [only] = questions;
  const isSolo = questions.length === 1 && only!.type !== 'consent';
  const isFull = place === 'page';
  const goesOn = isSolo && GOES_ON.includes(only!.type);
  const canSkip = !questions.some((q) => q.required || q.type === 'statement' || q.type === 'consent');
  const showBar = isFull || form.pages.length > 2;
  return (
    <>
      {onClose && <CloseButton words={words} onClose={onClose} />}
      {showBar && <progress aria-hidden="true" value={ending ? 1 : shareDone(form, run.pageId)} />}
      <p class="sr" role="status">
        {props.said}
      </p>
      {ending ? (
        <Ending ending={ending} run={run} said={words} words={props.late} state={props.end} />
      ) : (
        <form
          key={run.pageId}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            props.onNext(false);
          }}
        >
          {!isSolo && (
            <h2 tabIndex={-1} id={`${props.id}-f`}>
              {form.title}
            </h2>
          )}
          {form.intro && !run.trail[0] && <p class="help">{form.intro}</p>}
          {questions.map((q) => (
            <Asked key={q.id} q={q} solo={isSolo} props={props} level={isSolo ? 'h2' : 'span'} />
          ))}
          <div class="trap" aria-hidden="true">
            <input name="website" tabIndex={-1} autocomplete="off" onInput={props.onTrap} />
          </div>
          <div class="foot">
            {run.trail[0] && (
              <button type="button" class="btn bare" onClick={props.onBack}>
                <svg class="turn" viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m9.500 4.500-3.500 3.500 3.500 3.500" />
                </svg>
                {words.back}
              </button>
            )}
            {canSkip && isSolo && (
              <button type="button" class="btn bare" onClick={() => props.onNext(true)}>
                {words.skip}
              </button>
            )}
            {(!goesOn || run.values[only!.id] !== undefined || run.faults[only!.id]) && (
              <button type="submit" class="btn ink">
                {run.isLast() ? words.send : words.next}
              </button>
            )}
          </div>
          {form.privacy && (
            <p class="by">
              {form.privacy.text}
              {/^https?:/.test(form.privacy.url ?? '') && (
                <>
                  {' '}
                  <a href={form.privacy.url} target="_blank" rel="noopener noreferrer">
                    {form.privacy.url!.replace(/^https?:\/\//, '')}
                  </a>
                </>
              )}
            </p>
          )}
        </form>
      )}
    </>
  );
}
