import type { ComponentChildren, h as H } from 'preact';
import { receiptNumber } from '../../lib/surveys/answer';
import { fill } from '../../lib/surveys/piping';
import type { Delivery } from '../seal/outbox';
import type { LateWords } from '../seal/words';
import { momentIn } from './moment';
import type { Submission } from './submission';
import type { Words } from './words';

/** What became of the answer; it is `late` when what seals it does not come. `sealed` is there when people have to bring it themselves. */
export interface EndingState {
  delivery: Delivery | 'sending' | 'late';
  at?: number;
  sealed?: string;
  mail?: string | undefined;
  copied?: boolean;
  copy(text: string): void;
  retry(): void;
}

const time = (at: number, lang: string): string =>
  momentIn(lang, { hour: '2-digit', minute: '2-digit' }).format(at);

function byMail(mail: string, subject: string, sealed: string): string {
  return `mailto:${encodeURIComponent(mail)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(sealed)}`;
}

/** No hub and no bridge took it: the sealed text goes by hand, by mail, as a file or through the clipboard. */
function byHand(h: typeof H, run: Submission, words: LateWords, { sealed, ...state }: EndingState) {
  if (!sealed) return null;
  return [
    h('p', { class: 'help' }, words.byHand),
    h(
      'div',
      { class: 'foot' },
      state.mail &&
        h('a', { class: 'btn ink', href: byMail(state.mail, run.form.title, sealed) }, words.mail),
      h(
        'a',
        {
          class: 'btn quiet',
          href: `data:text/plain,${sealed}`,
          download: `${run.form.id}-${run.id.slice(0, 8)}.txt`,
        },
        words.save,
      ),
      h(
        'button',
        { type: 'button', class: 'btn quiet', onClick: () => state.copy(sealed) },
        state.copied ? words.copied : words.copy,
      ),
    ),
  ];
}

/**
 * The last page.
 * @param h of the Preact that draws the rest: this file travels by itself
 */
export function drawEnding(
  h: typeof H,
  run: Submission,
  said: Words,
  words: LateWords,
  state: EndingState,
): ComponentChildren {
  const ending = run.ending!;
  const text = (title: string) => fill(title, run.form, run.values, run.know, said);
  const { delivery, at } = state;
  const isSafe = /^https?:\/\//i.test(ending.link?.url ?? '');
  const status =
    delivery === 'sent'
      ? at && `${words.sent} ${time(at, run.form.lang)}`
      : !state.sealed && delivery !== 'sending' && words[delivery];
  return h(
    'div',
    { class: 'solo' },
    h('h2', { tabIndex: -1 }, text(ending.title)),
    ending.text && h('p', { class: 'help' }, text(ending.text)),
    ending.receipt && [
      h('p', { class: 'note', style: { marginTop: 12 } }, words.number),
      h('p', { class: 'big' }, receiptNumber(run.id)),
    ],
    ending.steps &&
      h(
        'ol',
        { style: { marginTop: 8 } },
        ending.steps.map((step, index) =>
          h(
            'li',
            {
              class: 'help',
              style: { listStylePosition: 'inside', fontWeight: index ? 400 : 600 },
              'aria-current': index ? undefined : 'step',
            },
            text(step),
          ),
        ),
      ),
    byHand(h, run, words, state),
    h(
      'div',
      { class: 'foot' },
      isSafe &&
        h(
          'a',
          { class: 'btn quiet', href: ending.link!.url, target: '_blank', rel: 'noopener noreferrer' },
          text(ending.link!.text),
        ),
      delivery === 'late' &&
        h('button', { type: 'button', class: 'btn ink', onClick: state.retry }, words.retry),
      status && h('span', { class: 'by', role: 'status' }, status),
    ),
  );
}
