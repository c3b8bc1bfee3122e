import { drawOrder, inOrder } from '../../lib/surveys/blocks';
import { computing } from '../../lib/surveys/compute';
import type { Submission } from './submission';

/** What only some forms need: fetched for those that compute something or draw an order. */

const keyOf = (form: string) => `sidelight.order.${form}`;

/** The same for the same visitor while the tab is open, also when the page is loaded again; where nothing can be kept, of this submission. */
function seedOf({ id, form }: Submission): string {
  try {
    sessionStorage[keyOf(form.id)] ??= id;
    return sessionStorage[keyOf(form.id)];
  } catch {
    return id;
  }
}

/** From here on the form is computed, and in the order that is drawn for who answers. Once is enough. */
export function ready(run: Submission): void {
  const { form, variables, options } = run;
  run.know = computing(form, variables);
  if (!form.blocks?.[0] || run.order) return;
  run.order = drawOrder(form, options.seed ?? seedOf(run));
  run.form = inOrder(form, run.order);
}

/** It was answered to the end: whoever answers next, at the same screen too, draws anew. */
export function forget({ form }: Submission): void {
  try {
    sessionStorage.removeItem(keyOf(form.id));
  } catch {}
}

export type More = typeof import('./more');
