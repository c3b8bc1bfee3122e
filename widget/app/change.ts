import type { Question, Value } from '../../lib/surveys/form';

/** What is no number yet stays as it was typed, for the person to see what is wrong with it. */
function asNumber(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

function toggled({ choices = [] }: Question, now: Value | undefined, id: string): string[] | undefined {
  const picked = Array.isArray(now) ? now : [];
  const inOrder = [...choices.map((choice) => choice.id), 'other'];
  const next = inOrder.filter((one) => picked.includes(one) !== (one === id));
  return next[0] ? next : undefined;
}

/** The answer to a question after its control was changed. @param now the answer before */
export function answerOf(q: Question, control: HTMLInputElement, now: Value | undefined): Value | undefined {
  const { value, checked, dataset } = control;
  switch (q.type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'slider':
      return +value;
    case 'number':
      return value === '' ? undefined : asNumber(value);
    case 'multiple':
      return toggled(q, now, value);
    case 'matrix':
      return { ...(now as Record<string, string>), [dataset.of!]: value };
    case 'consent':
      return checked || undefined;
    default:
      return value || undefined;
  }
}
