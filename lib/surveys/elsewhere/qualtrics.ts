import type { Question, Texts } from '../form';
import { type Loose, listOf, numberOf, objectOf, textOf, valuesOf } from './loose';
import { type Brought, Making, ratingOf } from './making';
import { plainWords } from './plain-words';

/** Definitions of Qualtrics (a QSF file: elements `BL` of blocks, `SQ` of questions, `FL` of the flow). */

export function isQualtrics(json: Loose): boolean {
  return Array.isArray(json.SurveyElements) && 'SurveyEntry' in json;
}

export function readQualtrics(json: Loose): Brought {
  const entry = objectOf(json.SurveyEntry);
  const making = new Making(languageOf(textOf(entry.SurveyLanguage)) || 'en');
  const elements = listOf(json.SurveyElements).map(objectOf);
  const questions = new Map(
    elements
      .filter(({ Element }) => Element === 'SQ')
      .map((one) => [textOf(one.PrimaryAttribute), objectOf(one.Payload)]),
  );
  const asked = new Set<string>();
  /** Pages of each block, by its id. */
  const pages = new Map<string, string[]>();
  for (const block of blocksOf(elements)) {
    const before = making.pageIds.length;
    making.page();
    for (const part of listOf(block.BlockElements).map(objectOf)) {
      const id = textOf(part.QuestionID);
      if (textOf(part.Type) === 'Page Break') making.page();
      const question = questions.get(id);
      if (!question || asked.has(id)) continue;
      asked.add(id);
      addQuestion(making, id, question);
    }
    const { RandomizeQuestions } = objectOf(block.Options);
    const own = making.pageIds.slice(before);
    pages.set(textOf(block.ID), own);
    if (!RandomizeQuestions || RandomizeQuestions === 'false') continue;
    if (own.length === 1 && making.lastQuestions.length > 1)
      making.draw(making.lastQuestions, textOf(block.Description));
    else making.lose(textOf(block.Description), 'flow');
  }
  for (const { Payload } of elements.filter(({ Element }) => Element === 'FL'))
    readFlow(making, objectOf(Payload), pages);
  return making.done(making.texts({ [making.lang]: plainWords(textOf(entry.SurveyName)) }), { endings: [] });
}

/** `EN` is `en`, `ZH-S` and `ZH-T` are the two scripts. */
function languageOf(code: string): string {
  if (/^ZH-S$/i.test(code)) return 'zh-Hans';
  if (/^ZH-T$/i.test(code)) return 'zh-Hant';
  return /^[A-Za-z]{2}(-[A-Za-z]{2})?$/.test(code) ? code.toLowerCase().slice(0, 2) : '';
}

/** Blocks in the file's order, without the bin. */
function blocksOf(elements: readonly Loose[]): Loose[] {
  return elements
    .filter(({ Element }) => Element === 'BL')
    .flatMap(({ Payload }) => valuesOf(Payload).map(objectOf))
    .filter(({ Type }) => Type !== 'Trash');
}

const FLOW = new Set([
  'Branch',
  'EmbeddedData',
  'WebService',
  'Quota',
  'Group',
  'EndSurvey',
  'Authenticator',
  'TableOfContents',
]);

/** Blocks that come in a drawn order are drawn here too, where each is a page; all else of the flow is told. */
function readFlow(making: Making, flow: Loose, pages: ReadonlyMap<string, string[]>): void {
  for (const part of listOf(flow.Flow).map(objectOf)) {
    const type = textOf(part.Type);
    if (type === 'BlockRandomizer') {
      const own = listOf(part.Flow).map((one) => pages.get(textOf(objectOf(one).ID)) ?? []);
      const what = `${type}: ${textOf(part.Description) || textOf(part.FlowID)}`;
      if (own.every((one) => one.length === 1)) making.draw(own.flat(), what, numberOf(part.SubSet));
      else making.lose(what, 'flow');
    }
    if (FLOW.has(type))
      making.lose(textOf(part.Description) ? `${type}: ${textOf(part.Description)}` : type, 'flow');
    readFlow(making, part, pages);
  }
}

function addQuestion(making: Making, name: string, payload: Loose): void {
  const title = textsOf(making, payload, (of) => of.QuestionText);
  const shown = Object.values(title)[0] ?? name;
  const type = [payload.QuestionType, payload.Selector].map(textOf).filter(Boolean).join(' ');
  const kind = kindOf(making, payload, shown);
  if (!kind) {
    making.lose(`${type}: ${shown}`, 'type');
    return;
  }
  if (Object.keys(title).length === 0) {
    making.lose(`${type}: ${name}`, 'empty');
    return;
  }
  const { ForceResponse } = objectOf(objectOf(payload.Validation).Settings);
  making.add({
    id: making.idOf(name),
    title,
    ...(ForceResponse === 'ON' && kind.type !== 'statement' ? { required: true } : {}),
    ...kind,
  });
  if (payload.DisplayLogic) making.lose(`${shown}: DisplayLogic`, 'rule');
  if (payload.QuestionJS) making.lose(`${shown}: QuestionJS`, 'code');
  for (const option of ['DynamicChoices', 'Randomization', 'SkipLogic'])
    if (payload[option] && Object.keys(objectOf(payload[option])).length > 0 && option !== 'Randomization')
      making.lose(`${shown}: ${option}`, option === 'SkipLogic' ? 'rule' : 'option');
}

/** A text in the survey's language and in those of its translations. */
function textsOf(making: Making, payload: Loose, of: (part: Loose) => unknown): Texts {
  const by: Record<string, string> = { [making.lang]: plainWords(textOf(of(payload))) };
  for (const [code, part] of Object.entries(objectOf(payload.Language))) {
    const lang = languageOf(code);
    if (lang) by[lang] = plainWords(textOf(of(objectOf(part))));
  }
  return making.texts(by);
}

/** Choices or answers in the order that the author gave them. */
function eachOf(making: Making, payload: Loose, key: 'Choices' | 'Answers') {
  const all = objectOf(payload[key]);
  const order = listOf(payload[key === 'Choices' ? 'ChoiceOrder' : 'AnswerOrder']).map(textOf);
  const codes = objectOf(payload.RecodeValues);
  const keys = [
    ...order.filter((one) => Object.hasOwn(all, one)),
    ...Object.keys(all).filter((one) => !order.includes(one)),
  ];
  return keys.map((name) => ({
    name,
    texts: textsOf(making, payload, (part) => objectOf(objectOf(part[key])[name]).Display),
    isOther: ['true', 'on'].includes(textOf(objectOf(all[name]).TextEntry).toLowerCase()),
    // Codes of choices are names; those of a scale's columns are its steps.
    score: key === 'Answers' ? (numberOf(codes[name]) ?? undefined) : undefined,
  }));
}

function kindOf(making: Making, payload: Loose, shown: string): Omit<Question<Texts>, 'id' | 'title'> | null {
  const selector = textOf(payload.Selector);
  switch (textOf(payload.QuestionType)) {
    case 'DB':
      return { type: 'statement' };
    case 'TE':
      return { type: writtenAs(payload, selector) };
    case 'NPS':
      return { type: 'nps' };
    case 'MC': {
      if (selector === 'NPS') return { type: 'nps' };
      const all = eachOf(making, payload, 'Choices');
      const other = all.find(({ isOther }) => isOther);
      const choices = making.choices(
        all.filter((one) => one !== other),
        shown,
      );
      const type = /^MA/.test(selector)
        ? 'multiple'
        : ['DL', 'SB'].includes(selector)
          ? 'dropdown'
          : 'single';
      const isMixed = textOf(objectOf(payload.Randomization).Type) === 'All';
      return {
        type,
        choices,
        ...(other ? { other: other.texts } : {}),
        ...(isMixed ? { shuffle: true } : {}),
      };
    }
    case 'Matrix': {
      if (selector !== 'Likert' || textOf(payload.SubSelector) === 'MultipleAnswer') return null;
      const rows = eachOf(making, payload, 'Choices').map(({ texts }, at) => ({
        id: `r${at + 1}`,
        text: texts,
      }));
      const columns = eachOf(making, payload, 'Answers').map((one) => ({ ...one }));
      return { type: 'matrix', rows, choices: making.choices(columns, shown) };
    }
    case 'RO':
      return { type: 'ranking', choices: making.choices(eachOf(making, payload, 'Choices'), shown) };
    case 'Slider': {
      const { CSSliderMin, CSSliderMax } = objectOf(payload.Configuration);
      if (Object.keys(objectOf(payload.Choices)).length > 1) return null;
      const [low, high] = [numberOf(CSSliderMin) ?? 0, numberOf(CSSliderMax) ?? 100];
      return selector === 'STAR'
        ? ratingOf(1, numberOf(objectOf(payload.Configuration).StarCount) ?? 5)
        : { type: 'slider', range: [low, high > low ? high : low + 1] };
    }
    default:
      return null;
  }
}

function writtenAs(payload: Loose, selector: string): Question['type'] {
  const { ContentType } = objectOf(objectOf(payload.Validation).Settings);
  if (ContentType === 'ValidEmail') return 'email';
  if (ContentType === 'ValidPhone') return 'phone';
  if (ContentType === 'ValidNumber') return 'number';
  if (ContentType === 'ValidDate') return 'date';
  return selector === 'ML' || selector === 'ESTB' ? 'longtext' : 'text';
}
