import type { Question, Texts } from '@/lib/surveys/form';
import { newStore, type Store } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

const en = (text: string): Texts => ({ en: text });
const rated = (id: string, dimension: string): Question<Texts> => ({
  id,
  type: 'csat',
  title: en(`How is ${dimension}?`),
  ends: [en('Poor'), en('Good')],
  dimension,
});
const MORE: Question<Texts>[] = [
  rated('d1', 'Delivery'),
  rated('d2', 'Support'),
  rated('d3', 'Price'),
  {
    id: 's1',
    type: 'single',
    title: en('Which shop?'),
    choices: ['a', 'b'].map((id) => ({ id, text: en(id) })),
  },
  rated('late', 'Colour'),
  {
    id: 'x1',
    type: 'matrix',
    title: en('And these?'),
    rows: ['Packing', 'Lid'].map((id) => ({ id, text: en(id) })),
    choices: [1, 2, 3].map((score) => ({ id: `p${score}`, text: en(String(score)), score })),
  },
];
const ANSWERS = 60;

/** Delivery decides the score, support a little, the price not at all. Those of the tag North are served badly; few were asked of colour. */
export async function sixtyAnswers(): Promise<{ store: Store; surveyId: string; contactIds: string[] }> {
  const store = await newStore();
  const survey = await published(store, authorForm({}, MORE));
  const contactIds: string[] = [];
  for (let at = 0; at < ANSWERS; at += 1) {
    const isNorth = at % 3 === 0;
    const [delivery, support, price] = [
      isNorth ? 1 + (at % 2) : 3 + (at % 3),
      4 + (at % 2),
      2 + ((at * 7) % 4),
    ];
    const email = `person${at}@lab.test`;
    const id = await contactAt(store, email);
    contactIds.push(id);
    if (isNorth) await store.call('tags.assign', { contactIds: [id], path: 'North' });
    await give(
      store,
      survey,
      answerTo(survey, store, {
        values: {
          q1: Math.min(10, 2 * delivery + Math.round(support / 5)),
          q2: isNorth ? 'Delivery time is too long' : 'Friendly people',
          d1: delivery,
          d2: support,
          d3: price,
          x1: { Packing: `p${1 + (((at * 5) % 7) % 3)}`, Lid: 'p2' },
          s1: at % 2 === 0 ? 'a' : 'b',
          ...(at < 10 ? { late: 3 } : {}),
        },
        who: { email },
      }),
    );
  }
  return { store, surveyId: survey.id, contactIds };
}
