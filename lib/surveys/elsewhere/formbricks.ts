import type { Ending, Question, Texts } from '../form';
import { Ways } from './formbricks-ways';
import { type Loose, listOf, numberOf, objectOf, textOf } from './loose';
import { type Brought, Making } from './making';
import { plainWords } from './plain-words';

/** Templates and surveys of Formbricks (its JSON, with `questions`, or `blocks` of `elements` since 4.0). */

/** A template stands in `preset`; a survey of the API in `data`. */
function surveyIn(json: Loose): Loose {
  for (const key of ['preset', 'data']) {
    const inner = objectOf(json[key]);
    if (Array.isArray(inner.questions) || Array.isArray(inner.blocks)) return inner;
  }
  return json;
}

const elementsOf = (survey: Loose): Loose[] => [
  ...listOf(survey.questions).map(objectOf),
  ...listOf(survey.blocks).flatMap((block) => listOf(objectOf(block).elements).map(objectOf)),
];

export function isFormbricks(json: Loose): boolean {
  return elementsOf(surveyIn(json)).some(
    ({ headline, type }) => headline !== undefined && textOf(type) !== '',
  );
}

export function readFormbricks(json: Loose): Brought {
  const survey = surveyIn(json);
  const lang = listOf(survey.languages)
    .map(objectOf)
    .find((one) => one.default === true);
  const making = new Making(textOf(objectOf(lang?.language).code) || 'en');
  const texts = (value: unknown): Texts => {
    if (typeof value === 'string') return making.texts({ [making.lang]: plainWords(value) });
    const { default: own, ...others } = objectOf(value);
    const named = { ...(own === undefined ? {} : { [making.lang]: own }), ...others };
    return making.texts(
      Object.fromEntries(Object.entries(named).map(([key, text]) => [key, plainWords(textOf(text))])),
    );
  };
  const ways = new Ways(making);
  for (const element of listOf(survey.questions).map(objectOf)) {
    making.page();
    const shown = addElement(making, element, texts, ways);
    ways.from(element, shown);
  }
  for (const block of listOf(survey.blocks).map(objectOf)) {
    making.page();
    for (const element of listOf(block.elements).map(objectOf)) addElement(making, element, texts, ways);
    ways.from(block, textOf(block.name));
  }
  for (const key of ['hiddenFields', 'variables']) {
    const { fieldIds } = objectOf(survey[key]);
    if (listOf(survey[key]).length > 0 || listOf(fieldIds).length > 0) making.lose(key, 'code');
  }
  const endings = endingsOf(survey, texts);
  ways.lead(endings);
  const welcome = objectOf(survey.welcomeCard);
  return making.done(texts(survey.name), {
    ...(welcome.enabled === true ? { intro: texts(welcome.headline) } : {}),
    endings: endings.map(({ ending }) => ending),
  });
}

function endingsOf(
  survey: Loose,
  texts: (value: unknown) => Texts,
): { name: string; ending: Ending<Texts> }[] {
  const cards = [
    ...listOf(survey.endings).map(objectOf),
    ...(survey.thankYouCard ? [objectOf(survey.thankYouCard)] : []),
  ];
  return cards.flatMap((card, at) => {
    const title = texts(card.headline);
    const text = texts(card.subheader);
    const url = textOf(card.url);
    if (Object.keys(title).length === 0) return [];
    return [
      {
        name: textOf(card.id),
        ending: {
          id: `e${at + 1}`,
          title,
          ...(Object.keys(text).length > 0 ? { text } : {}),
          ...(textOf(card.type) === 'redirectToUrl' && /^https?:\/\//.test(url) ? { redirect: url } : {}),
        },
      },
    ];
  });
}

/** @returns how the file's question is called when it is spoken of */
function addElement(making: Making, element: Loose, texts: (value: unknown) => Texts, ways: Ways): string {
  const title = texts(element.headline);
  const shown = Object.values(title)[0] ?? textOf(element.id);
  const kind = kindOf(making, element, texts, shown);
  if (!kind) {
    making.lose(`${textOf(element.type)}: ${shown}`, 'type');
    return shown;
  }
  if (Object.keys(title).length === 0) {
    making.lose(`${textOf(element.type)}: ${shown}`, 'empty');
    return shown;
  }
  const help = texts(element.subheader);
  making.add({
    id: making.idOf(textOf(element.id)),
    title,
    ...(Object.keys(help).length > 0 ? { help } : {}),
    ...(element.required === true && kind.type !== 'statement' ? { required: true } : {}),
    ...kind,
  });
  ways.asked(textOf(element.id), choiceNames(element, texts, kind.choices));
  if (Object.keys(objectOf(element.validation)).length > 0) making.lose(`${shown}: validation`, 'option');
  return shown;
}

/** What conditions of the file call the choices of a question. */
function choiceNames(
  element: Loose,
  texts: (value: unknown) => Texts,
  choices: Question<Texts>['choices'] = [],
): Map<string, string> {
  const all = listOf(element.choices).map((one) => named(one, texts));
  const names = new Map<string, string>();
  for (const [at, { name, texts: says }] of all.filter((one) => one.name !== 'other').entries()) {
    const id = choices[at]?.id;
    if (id) for (const value of [name, ...Object.values(says)]) names.set(value, id);
  }
  if (all.some(({ name }) => name === 'other')) names.set('other', 'other');
  return names;
}

const INPUTS: Readonly<Record<string, Question['type']>> = {
  email: 'email',
  phone: 'phone',
  number: 'number',
};

const FACES = { star: 'stars', smiley: 'faces', number: 'numbers' } as const;

function kindOf(
  making: Making,
  element: Loose,
  texts: (value: unknown) => Texts,
  shown: string,
): Omit<Question<Texts>, 'id' | 'title'> | null {
  const ends = [texts(element.lowerLabel), texts(element.upperLabel)] as const;
  const withEnds = ends.every((end) => Object.keys(end).length > 0)
    ? { ends: [ends[0], ends[1]] as [Texts, Texts] }
    : {};
  switch (textOf(element.type)) {
    case 'openText': {
      const input = INPUTS[textOf(element.inputType)];
      return { type: input ?? (element.longAnswer === false ? 'text' : 'longtext') };
    }
    case 'multipleChoiceSingle':
      return { type: 'single', ...chosen(making, element, texts, shown) };
    case 'multipleChoiceMulti':
      return { type: 'multiple', ...chosen(making, element, texts, shown) };
    case 'ranking':
      return { type: 'ranking', ...chosen(making, element, texts, shown) };
    case 'nps':
      return { type: 'nps', ...withEnds };
    case 'ces':
    case 'rating': {
      const high = numberOf(element.range) ?? 5;
      const scale = textOf(element.scale);
      const face = Object.hasOwn(FACES, scale) ? FACES[scale as keyof typeof FACES] : 'numbers';
      return textOf(element.type) === 'ces'
        ? { type: 'ces', range: [1, high], ...withEnds }
        : { type: 'csat', range: [1, Math.min(10, Math.max(2, high))], face, ...withEnds };
    }
    case 'csat':
      return { type: 'csat', range: [1, 5], ...withEnds };
    case 'matrix':
      return {
        type: 'matrix',
        choices: making.choices(
          listOf(element.columns).map((one) => named(one, texts)),
          shown,
        ),
        rows: listOf(element.rows).map((one, at) => ({ id: `r${at + 1}`, text: named(one, texts).texts })),
      };
    case 'consent':
      return { type: 'consent' };
    case 'cta':
      return { type: 'statement' };
    case 'date':
      return { type: 'date' };
    default:
      return null;
  }
}

/** A row or column: texts by language, or, since 4.0, in `label`. */
function named(one: unknown, texts: (value: unknown) => Texts) {
  const { id, label } = objectOf(one);
  return { name: textOf(id), texts: texts(label ?? one) };
}

function chosen(
  making: Making,
  element: Loose,
  texts: (value: unknown) => Texts,
  shown: string,
): Partial<Question<Texts>> {
  const all = listOf(element.choices).map((one) => named(one, texts));
  const other = all.find(({ name }) => name === 'other');
  const shuffle = textOf(element.shuffleOption);
  return {
    choices: making.choices(
      all.filter((one) => one !== other),
      shown,
    ),
    ...(other ? { other: other.texts } : {}),
    ...(shuffle && shuffle !== 'none' ? { shuffle: true } : {}),
  };
}
