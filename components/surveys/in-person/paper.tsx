import { t } from '@/lib/i18n';
import { drawOrder, inOrder } from '@/lib/surveys/blocks';
import type { Form, Question } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import { inShort } from '../draft/texts';

/** What draws the order of a sheet, by the number that stands on it. */
export const paperSeed = (number: number): string => `paper ${number}`;

/**
 * The survey as a sheet of paper: every question, with places to mark and lines to write on. Seen in print alone.
 * @param sheet number of the order that is drawn for it, where its form draws one
 */
export function Paper({ form, sheet }: { form: Form; sheet: number | null }) {
  const { pages } = sheet === null ? form : inOrder(form, drawOrder(form, paperSeed(sheet)));
  const questions = pages.flatMap((page) => page.questions);
  let number = 0;
  return (
    <article class="paper" lang={form.lang} aria-hidden="true">
      <h1>{form.title}</h1>
      {sheet !== null && <p class="paper-note">{t('surveys.paper_sheet', { number: String(sheet) })}</p>}
      {form.intro && <p>{form.intro}</p>}
      {questions.map((question) => {
        if (question.type !== 'statement') number += 1;
        return (
          <section key={question.id} class="paper-question">
            <h2>
              {question.type !== 'statement' && `${number}. `}
              {inShort(question.title)}
            </h2>
            {question.help && <p>{inShort(question.help)}</p>}
            {question.when && <p class="paper-note">{t('surveys.paper_some')}</p>}
            <Place of={question} />
          </section>
        );
      })}
      {form.privacy && (
        <p class="paper-note">
          {form.privacy.text} {form.privacy.url}
        </p>
      )}
    </article>
  );
}

/** A scale with more steps is a line to write a number on. */
const MOST_STEPS = 11;

/** Where the answer goes. */
function Place({ of }: { of: Question }) {
  const { type, ends, other } = of;
  const scale = scaleOf(of);
  if (scale && scale[1] - scale[0] < MOST_STEPS && type !== 'number') {
    const steps = Array.from({ length: scale[1] - scale[0] + 1 }, (_, step) => scale[0] + step);
    return (
      <p class="paper-scale">
        {ends?.[0] && <span>{ends[0]}</span>}
        {steps.map((step) => (
          <span key={step} class="paper-step">
            {step}
          </span>
        ))}
        {ends?.[1] && <span>{ends[1]}</span>}
      </p>
    );
  }
  switch (type) {
    case 'statement':
      return null;
    case 'matrix':
      return <Rows of={of} />;
    case 'longtext':
      return <Lines count={4} />;
    case 'yesno':
      return <Marks texts={[t('surveys.paper_yes'), t('surveys.paper_no')]} />;
    case 'consent':
      return <Marks texts={[inShort(of.title)]} square />;
    case 'single':
    case 'dropdown':
    case 'multiple':
    case 'ranking':
      return (
        <>
          {type === 'multiple' && <p class="paper-note">{t('surveys.paper_all')}</p>}
          {type === 'ranking' && <p class="paper-note">{t('surveys.paper_order')}</p>}
          <Marks
            texts={(of.choices ?? []).map(({ text }) => text)}
            square={type === 'multiple' || type === 'ranking'}
          />
          {other && <Marks texts={[`${other}: ______________________`]} square={type === 'multiple'} />}
        </>
      );
    default:
      return <Lines count={1} />;
  }
}

function Marks({ texts, square = false }: { texts: string[]; square?: boolean }) {
  return (
    <ul class="paper-marks">
      {texts.map((text) => (
        <li key={text}>
          <span class={square ? 'paper-mark square' : 'paper-mark'} /> {text}
        </li>
      ))}
    </ul>
  );
}

function Rows({ of: { rows = [], choices = [] } }: { of: Question }) {
  return (
    <table>
      <thead>
        <tr>
          <td />
          {choices.map(({ id, text }) => (
            <th key={id}>{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th>{row.text}</th>
            {choices.map(({ id }) => (
              <td key={id}>
                <span class="paper-mark" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ count }: { count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, line) => (
        <p key={line} class="paper-line" />
      ))}
    </>
  );
}
