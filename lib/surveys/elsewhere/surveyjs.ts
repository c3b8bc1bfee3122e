import type { Question, Texts } from '../form';
import { type Loose, listOf, numberOf, objectOf, textOf } from './loose';
import { type Brought, Making, ratingOf } from './making';
import { plainWords } from './plain-words';
import { computedOf } from './surveyjs-computed';
import { ruleOf } from './surveyjs-rules';

/** Definitions of SurveyJS (its JSON, as of its Creator 1.9 to 2.x). */

export function isSurveyJs(json: Loose): boolean {
  return (
    (Array.isArray(json.pages) &&
      json.pages.some((page) => 'elements' in objectOf(page) || 'questions' in objectOf(page))) ||
    (Array.isArray(json.elements) && json.elements.some((one) => textOf(objectOf(one).type) !== ''))
  );
}

/** More steps no rating has. */
const MOST_STEPS = 100;

/** Words by which an author says that a 0 to 10 is the question of recommending. */
const RECOMMENDS = /recommend|推荐|推薦|empfehl|recomend/i;

const INPUTS: Readonly<Record<string, Question['type']>> = {
  email: 'email',
  tel: 'phone',
  number: 'number',
  range: 'number',
  date: 'date',
  'datetime-local': 'date',
};

/** Options that change what is asked, and have no counterpart. What only concerns the look is not told. */
const OPTIONS = [
  'validators',
  'requiredIf',
  'enableIf',
  'defaultValue',
  'hasNone',
  'showNoneItem',
  'choicesByUrl',
  'setValueExpression',
];

export function readSurveyJs(json: Loose): Brought {
  const making = new Making(textOf(json.locale) || 'en');
  const own = new Bringing(making);
  own.expect(listOf(json.calculatedValues));
  const pages = Array.isArray(json.pages) ? json.pages : [json];
  for (const page of pages.map(objectOf)) {
    making.page();
    own.elements([...listOf(page.elements), ...listOf(page.questions)], [textOf(page.visibleIf)]);
    const order = [page, json].map((one) => textOf(one.questionsOrder ?? one.questionOrder));
    const isDrawn = order.find((one) => one !== '' && one !== 'default') === 'random';
    if (isDrawn && making.lastQuestions.length > 1)
      making.draw(making.lastQuestions, `questionsOrder: ${textOf(page.name)}`);
  }
  own.compute(listOf(json.calculatedValues));
  for (const key of ['triggers', 'completedHtmlOnCondition'])
    if (listOf(json[key]).length > 0) making.lose(key, 'code');
  const thanks = own.texts(json.completedHtml);
  return making.done(own.texts(json.title), {
    intro: own.texts(json.description),
    endings: Object.keys(thanks).length > 0 ? [{ id: 'e1', title: thanks }] : [],
  });
}

class Bringing {
  /** Ids of choices by the file's name of the question and the choice. */
  private readonly values = new Map<string, string>();
  private readonly calculated = new Set<string>();

  constructor(private readonly making: Making) {}

  /** Calculated values stand behind the pages, and conditions before. */
  expect(values: readonly unknown[]): void {
    for (const { name } of values.map(objectOf)) {
      const own = textOf(name);
      if (own === '') continue;
      this.calculated.add(own);
      this.making.expect(own);
    }
  }

  /** Calculated values, each resting on answers and on those before it. */
  compute(values: readonly unknown[]): void {
    const names = new Set<string>();
    for (const { name, expression } of values.map(objectOf)) {
      const own = textOf(name);
      const id = (of: string) => (names.has(of) ? `@${of}` : this.making.knownId(of));
      const found = computedOf(textOf(expression), id, (text) => ruleOf(text, this.names(id)));
      if (found) {
        names.add(own);
        this.making.compute({ name: own, ...found });
      } else this.making.lose(`${own}: ${textOf(expression)}`, 'code');
    }
  }

  /** What conditions name: answers, and the choices of questions. */
  private names(id: (name: string) => string | null) {
    return {
      id,
      value: (name: string, value: string | number | boolean) =>
        this.values.get(`${name} ${value}`) ?? (typeof value === 'boolean' ? String(value) : value),
    };
  }

  /** A text, or one by language whose own is called `default`. */
  texts(value: unknown): Texts {
    if (typeof value === 'object' && value !== null) {
      const { default: own, ...others } = objectOf(value);
      const named = { ...(own === undefined ? {} : { [this.making.lang]: own }), ...others };
      return this.making.texts(
        Object.fromEntries(Object.entries(named).map(([lang, text]) => [lang, plainWords(textOf(text))])),
      );
    }
    return this.making.texts({ [this.making.lang]: plainWords(textOf(value)) });
  }

  /** @param when conditions of what they stand in */
  elements(elements: readonly unknown[], when: readonly string[]): void {
    for (const element of elements.map(objectOf)) {
      const conditions = [...when, textOf(element.visibleIf)];
      const inner = listOf(element.elements);
      if (textOf(element.type) === 'panel' || (inner.length > 0 && textOf(element.type) === ''))
        this.elements(inner, conditions);
      else this.question(element, conditions);
    }
  }

  private question(element: Loose, when: readonly string[]): void {
    const name = textOf(element.name);
    const title = this.texts(element.title ?? element.html ?? name);
    const shown = Object.values(title)[0] ?? name;
    const kind = this.kindOf(element, name, shown);
    if (!kind) {
      this.making.lose(`${textOf(element.type)}: ${shown}`, 'type');
      return;
    }
    if (Object.keys(title).length === 0) {
      this.making.lose(`${textOf(element.type)}: ${name}`, 'empty');
      return;
    }
    const help = this.texts(element.description);
    const rule = this.ruleOf(when.filter(Boolean), shown);
    this.making.add({
      id: this.making.idOf(name),
      title,
      ...(Object.keys(help).length > 0 ? { help } : {}),
      ...(element.isRequired === true && kind.type !== 'statement' ? { required: true } : {}),
      ...(rule ? { when: rule } : {}),
      ...kind,
    });
    for (const option of OPTIONS)
      if (element[option] !== undefined) this.making.lose(`${option}: ${shown}`, 'option');
  }

  private kindOf(element: Loose, name: string, shown: string): Omit<Question<Texts>, 'id' | 'title'> | null {
    switch (textOf(element.type)) {
      case 'text':
        return { type: INPUTS[textOf(element.inputType)] ?? 'text' };
      case 'comment':
        return { type: 'longtext' };
      case 'radiogroup':
      case 'buttongroup':
        return { type: 'single', ...this.chosen(element, name) };
      case 'dropdown':
        return { type: 'dropdown', ...this.chosen(element, name) };
      case 'checkbox':
      case 'tagbox': {
        const most = numberOf(element.maxSelectedChoices);
        const chosen = this.chosen(element, name);
        const pick: [number, number] = [0, most ?? 0];
        return { type: 'multiple', ...chosen, ...(most !== null && most > 0 ? { pick } : {}) };
      }
      case 'ranking':
        return { type: 'ranking', ...this.chosen(element, name) };
      case 'boolean':
        this.values.set(`${name} true`, 'yes').set(`${name} false`, 'no');
        return { type: 'yesno' };
      case 'rating':
        return this.rating(element, shown);
      case 'matrix':
        return { type: 'matrix', choices: this.each(element.columns, name), rows: this.rows(element.rows) };
      case 'html':
        return { type: 'statement' };
      default:
        return null;
    }
  }

  private rating(element: Loose, shown: string): Omit<Question<Texts>, 'id' | 'title'> {
    const values = listOf(element.rateValues).map((one) => numberOf(objectOf(one).value ?? one));
    const known = values.filter((value) => value !== null).slice(0, MOST_STEPS);
    const count = numberOf(element.rateCount);
    const low = known.length > 0 ? Math.min(...known) : (numberOf(element.rateMin) ?? 1);
    const high =
      known.length > 0 ? Math.max(...known) : (numberOf(element.rateMax) ?? (count ? low + count - 1 : 5));
    const ends = [this.texts(element.minRateDescription), this.texts(element.maxRateDescription)] as const;
    const face =
      textOf(element.rateType) === 'stars'
        ? 'stars'
        : textOf(element.rateType) === 'smileys'
          ? 'faces'
          : null;
    const isNps = low === 0 && high === 10 && RECOMMENDS.test(shown);
    const kind: Pick<Question<Texts>, 'type' | 'range'> = isNps ? { type: 'nps' } : ratingOf(low, high);
    return {
      ...kind,
      ...(face && kind.type === 'csat' ? { face } : {}),
      ...(ends.every((end) => Object.keys(end).length > 0) ? { ends: [ends[0], ends[1]] } : {}),
    };
  }

  private chosen(element: Loose, name: string): Partial<Question<Texts>> {
    const hasOther = element.hasOther === true || element.showOtherItem === true;
    const other = this.texts(element.otherText ?? 'Other');
    return {
      choices: this.each(element.choices, name),
      ...(hasOther ? { other } : {}),
      ...(textOf(element.choicesOrder) === 'random' ? { shuffle: true } : {}),
    };
  }

  private each(value: unknown, name: string) {
    const found = listOf(value).map((one) => {
      const { value: own, text } = objectOf(one);
      const key = textOf(own ?? one);
      return { name: key, texts: this.texts(text ?? key) };
    });
    const made = this.making.choices(found, name);
    for (const [at, choice] of made.entries()) this.values.set(`${name} ${found[at]!.name}`, choice.id);
    return made;
  }

  private rows(value: unknown) {
    return listOf(value).map((one, at) => {
      const { value: own, text } = objectOf(one);
      return { id: `r${at + 1}`, text: this.texts(text ?? textOf(own ?? one)) };
    });
  }

  /** All conditions together; a rule that cannot be said here is told, and the question then asked of everybody. */
  private ruleOf(when: readonly string[], shown: string) {
    const rules = when.map((expression) =>
      ruleOf(
        expression,
        this.names((name) => this.making.knownId(name) ?? (this.calculated.has(name) ? `@${name}` : null)),
      ),
    );
    for (const [at, rule] of rules.entries()) if (!rule) this.making.lose(`${shown}: ${when[at]}`, 'rule');
    const known = rules.filter((rule) => rule !== null);
    return known.length > 1 ? { all: known } : known[0];
  }
}
