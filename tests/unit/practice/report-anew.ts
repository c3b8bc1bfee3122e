import type { Case } from '@/lib/crm/cases';
import type { SurveyGoal } from '@/lib/crm/survey-goals';
import type { Invite, Survey, SurveyResponse } from '@/lib/crm/surveys';
import type { Question, Texts } from '@/lib/surveys/form';
import {
  correlation,
  mean,
  meanRange,
  npsAnew,
  npsApart,
  relativeAnew,
  shareChance,
  sharesAnew,
  sureOf,
  wilsonAnew,
} from './counted-anew';

/** What a report rests on, as it stands in the database. */
export interface Rows {
  survey: Survey;
  responses: SurveyResponse[];
  invites: Invite[];
  cases: Case[];
  /** By contact the names of their tags. */
  tags: Map<string, string[]>;
  /** By contact the moments at which somebody wrote to them, called or met them. */
  spoken: Map<string, number[]>;
  /** What the comments are said to speak of, in the report's order. */
  terms: string[];
  now: number;
}

const digits = (value: number, most: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: most }).format(value);
const whole = (value: number): string => digits(value, 0);
const tenth = (value: number): string => digits(value, 1);
const share = (value: number): string => `${whole(100 * value)}%`;
/** Below ten per cent with a tenth. */
const percent = (value: number): string => `${digits(100 * value, value > 0 && value < 0.1 ? 1 : 0)}%`;
const day = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
const month = (key: string): string =>
  new Date(`${key}-15`)
    .toLocaleDateString('en-GB', { month: 'short', year: 'numeric' })
    .replace('Sept', 'Sep');
const many = (count: number, one: string, more = `${one}s`): string =>
  `${whole(count)} ${count === 1 ? one : more}`;

const DIMENSIONS: Record<string, string> = {
  product: 'Product',
  delivery: 'Delivery',
  support: 'Support',
  contact: 'Being reached',
  value: 'Value for money',
};

/** Each text of the report in English, in its order, a row of a table as one text with ` | ` between; counted of the rows alone. */
export class ReportAnew {
  readonly counted: SurveyResponse[];
  /** Answers with a score, newest first. */
  readonly scored: SurveyResponse[];
  readonly questions: Question<Texts>[];
  readonly rated: Question<Texts>[];
  readonly nps: ReturnType<typeof npsAnew>;

  constructor(readonly rows: Rows) {
    const { survey, responses } = rows;
    this.counted = responses.filter(({ aside }) => aside === null).sort((a, b) => b.at - a.at);
    this.scored = this.counted.filter(({ values }) => typeof values.q1 === 'number');
    this.questions = survey.versions['1']!.form.pages.flatMap((page) => page.questions);
    this.rated = this.questions.filter(({ type }) => type === 'csat');
    this.nps = npsAnew(this.scoresOf(this.scored));
  }

  private scoresOf(some: readonly SurveyResponse[]): number[] {
    return some.map(({ values }) => Number(values.q1));
  }

  /** Of each person the first of these. */
  private people(some: readonly SurveyResponse[]): SurveyResponse[] {
    return some.filter(
      (one, at) =>
        one.contactId === null || some.findIndex(({ contactId }) => contactId === one.contactId) === at,
    );
  }

  background(): string[] {
    const { survey } = this.rows;
    const { intro } = survey.versions['1']!.form;
    return [
      `“${survey.name}” asks ${many(this.questions.length, 'question')}.`,
      ...(intro ? [`Those who were asked read: “${intro.en}”`] : []),
      ...(survey.report?.purpose ? [survey.report.purpose] : []),
    ];
  }

  method(): string[] {
    const { responses, survey, invites, tags } = this.rows;
    const moments = responses.map(({ at }) => at);
    const unfinished = responses.filter(({ done }) => !done).length;
    const aside = responses.length - this.counted.length;
    const times = this.counted
      .filter(({ done, startedAt, at }) => done && at > startedAt)
      .map(({ startedAt, at }) => at - startedAt)
      .sort((a, b) => a - b);
    const middle =
      (times[Math.floor((times.length - 1) / 2)]! + times[Math.ceil((times.length - 1) / 2)]!) / 2;
    const seconds = Math.round(middle / 1000);
    const asked = invites.filter(({ heldOut }) => !heldOut);
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null);
    const { low, high } = wilsonAnew(answered.length, asked.length);
    const groups = [...new Set(asked.flatMap(({ contactId }) => tags.get(contactId) ?? []))].flatMap(
      (tag) => {
        const own = asked.filter(({ contactId }) => tags.get(contactId)?.includes(tag));
        const hits = own.filter(({ answeredAt }) => answeredAt !== null).length;
        const rest = [answered.length - hits, asked.length - own.length] as [number, number];
        if (own.length < 10 || rest[1] < 10) return [];
        const isMore = hits / own.length > rest[0] / rest[1];
        return [{ tag, n: own.length, isMore, chance: shareChance([hits, own.length], rest) }];
      },
    );
    const sure = sureOf(groups.map(({ chance }) => chance));
    const uneven = groups
      .filter((_, at) => sure[at])
      .sort((a, b) => b.n - a.n || a.tag.localeCompare(b.tag))
      .map(
        ({ tag, isMore }) =>
          `${tag} answered ${isMore ? 'more' : 'less'} often than the others: the results speak less for ${isMore ? 'the others' : 'them'}.`,
      );
    const { langs } = survey.versions['1']!.form;
    const names: Record<string, string> = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' };
    const said = langs.map((lang) => names[lang] ?? lang);
    return [
      `${many(responses.length, 'answer')} came in, between ${day(Math.min(...moments))} and ${day(Math.max(...moments))}.`,
      `Counted on ${day(this.rows.now)}, of what had come in by then.`,
      `It was asked in ${langs.length} languages (${said.slice(0, -1).join(', ')} and ${said.at(-1)}).`,
      ...(unfinished > 0
        ? [
            `${many(unfinished, 'answer is', 'answers are')} unfinished; what ${unfinished === 1 ? 'it says' : 'they say'} is counted.`,
          ]
        : []),
      ...(aside > 0 ? [`${many(aside, 'answer was', 'answers were')} looked at and set aside.`] : []),
      `Half of those who finished took less than ${seconds < 90 ? `${seconds} s` : `about ${Math.round(seconds / 60)} min`}.`,
      `${percent(answered.length / asked.length)} of ${asked.length} people who were asked by a personal link answered, between ${percent(low)} and ${percent(high)}.`,
      ...(uneven.length > 0
        ? uneven
        : groups.length > 0
          ? ['No tag answered more or less than the others for sure.']
          : []),
      'Intervals are of 95%: adjusted Wald for NPS, Wilson for shares, Student’s t for means. They tell of chance alone, not of those who did not answer.',
    ];
  }

  scores(): string[] {
    const { nps } = this;
    return [
      `NPS ${whole(nps.value)}, between ${whole(nps.low)} and ${whole(nps.high)}, of ${many(this.scored.length, 'answer')}.`,
      `${nps.promoters} promoters, ${nps.passives} passives, ${nps.detractors} detractors.`,
      ...Object.values(this.rows.survey.goals ?? {}).map((goal) => this.goal(goal)),
      ...this.index(),
      ...this.waves(),
      'Every question on a scale',
      'Question | Measure | Figure | Between | Count',
      ...this.ranked(),
      ...this.months(),
    ];
  }

  /** Of an NPS: whether the interval lies on one side, else the first number of answers at which that of as many of each kind would. */
  private goal(goal: SurveyGoal): string {
    const { value, low, high } = this.nps;
    const n = this.scored.length;
    const { promoters, detractors } = this.nps;
    const is = `Goal by ${day(Date.parse(goal.by))}: NPS ${tenth(goal.value)}.`;
    const put = `${many(n, 'answer')} ${n === 1 ? 'puts' : 'put'} the figure between ${tenth(low)} and ${tenth(high)}.`;
    // Nobody answered since it was set.
    const was = `When it was set, on ${day(this.rows.now)}, the figure was ${tenth(value)}, between ${tenth(low)} and ${tenth(high)}, of ${many(n, 'answer')}.`;
    if (low >= goal.value) return `${is} It is reached for sure: ${put} ${was}`;
    if (high < goal.value) return `${is} It is not reached, that is sure: ${put} ${was}`;
    const reachOf = (all: number) => {
      const [up, down] = [promoters, detractors].map((some) => ((some / n) * all + 0.75) / (all + 3));
      const variance = (up! + down! - (up! - down!) ** 2) / (all + 3);
      return { middle: 100 * (up! - down!), reach: 195.996_398_454 * Math.sqrt(variance) };
    };
    let needs = n;
    for (; needs < 1e5; needs += 1) {
      const { middle, reach } = reachOf(needs);
      if (value > goal.value ? middle - reach >= goal.value : middle + reach < goal.value) break;
    }
    return `${is} Whether it is reached cannot be told yet: ${put} About ${whole(needs)} in all would tell, if the others are like these. ${was}`;
  }

  /** Answers 1 to 5, on the way from 0 to 100; of each person the newest that rates something that counts. */
  private index(): string[] {
    const weights = this.rows.survey.weights ?? {};
    const weightOf = (question: Question<Texts>) => weights[question.dimension!] ?? 1;
    const counts = (one: SurveyResponse, question: Question<Texts>) =>
      typeof one.values[question.id] === 'number' && weightOf(question) > 0;
    const newest = this.people(this.counted.filter((one) => this.rated.some((q) => counts(one, q))));
    const up = (one: SurveyResponse, { id }: Question<Texts>) => 25 * (Number(one.values[id]) - 1);
    const totals = newest.map((one) => {
      const known = this.rated.filter((question) => counts(one, question));
      const all = known.reduce((sum, question) => sum + weightOf(question), 0);
      return known.reduce((sum, question) => sum + weightOf(question) * up(one, question), 0) / all;
    });
    const { low, high } = meanRange(totals);
    const zero = this.rated.filter((question) => weightOf(question) === 0);
    const names = zero.map(({ dimension }) => DIMENSIONS[dimension!]!);
    return [
      `Index ${tenth(mean(totals))} of 100, between ${tenth(low)} and ${tenth(high)}.`,
      ...(names.length > 0 ? [`Weight 0, in no index: ${names.join(' and ')}.`] : []),
      'Index by dimension',
      'Dimension | Mean, 0 to 100 | Between | Weight | Answers',
      ...this.rated.map((question) => {
        const own = newest
          .filter((one) => typeof one.values[question.id] === 'number')
          .map((one) => up(one, question));
        const range = meanRange(own);
        return [
          DIMENSIONS[question.dimension!],
          tenth(mean(own)),
          `${tenth(range.low)} and ${tenth(range.high)}`,
          tenth(weightOf(question)),
          whole(own.length),
        ].join(' | ');
      }),
    ];
  }

  /** Rounds of so many days from the first day on: those who were asked count where they were asked, others where they answered. */
  private waves(): string[] {
    const [schedule] = Object.values(this.rows.survey.schedules ?? {});
    if (schedule?.rhythm.kind !== 'every') return [];
    const { days } = schedule.rhythm;
    const start = Date.parse(schedule.from);
    const turnOf = (at: number) => Math.floor((at - start) / (86_400_000 * days));
    const waves = new Map<number, SurveyResponse[]>();
    const asked = this.rows.invites.map(({ at }) => turnOf(at));
    for (const turn of asked) waves.set(turn, waves.get(turn) ?? []);
    for (const one of this.counted) {
      const links = this.rows.invites.filter(
        ({ contactId, at }) => contactId === one.contactId && at <= one.at,
      );
      const turn = turnOf(
        Math.max(...links.map(({ at }) => at)) > 0 ? Math.max(...links.map(({ at }) => at)) : one.at,
      );
      if (turn >= 0) waves.set(turn, [...(waves.get(turn) ?? []), one]);
    }
    const turns = [...waves.keys()].filter((turn) => turn >= 0).sort((a, b) => a - b);
    if (turns.length < 2) return [];
    const scores = turns.map((turn) =>
      this.scoresOf(this.people(waves.get(turn)!.filter(({ values }) => typeof values.q1 === 'number'))),
    );
    const looks = turns.slice(1).map((turn, at) => ({ turn, apart: npsApart(scores[at + 1]!, scores[at]!) }));
    const sure = sureOf(looks.flatMap(({ apart }) => apart?.chance ?? []));
    const told = looks
      .filter(({ apart }) => apart !== null)
      .filter((_, at) => sure[at])
      .map(({ turn, apart }) => {
        const { by, low, high } = apart!;
        const ends = by > 0 ? [low, high] : [-high, -low];
        return `Wave ${turn + 1} lies ${whole(Math.abs(by))} ${by > 0 ? 'above' : 'below'} the one before, between ${whole(ends[0]!)} and ${whole(ends[1]!)}.`;
      });
    if (told.length > 0) return told;
    return [
      looks.some(({ apart }) => apart)
        ? 'No wave differs from the one before for sure.'
        : 'No two waves that follow each other have ten scores each: nothing can be compared yet.',
    ];
  }

  private ranked(): string[] {
    const { nps } = this;
    const rows = this.rated.map((question) => {
      const values = this.counted.flatMap(({ values: { [question.id]: value } }) =>
        typeof value === 'number' ? [value] : [],
      );
      const top = values.filter((value) => value > 3).length;
      return { title: question.title.en!, top, n: values.length };
    });
    rows.sort((a, b) => b.top / b.n - a.top / a.n || b.n - a.n);
    return [
      `${this.questions[0]!.title.en} | NPS | ${whole(nps.value)} | ${whole(nps.low)} and ${whole(nps.high)} | ${this.scored.length}`,
      ...rows.map(({ title, top, n }) => {
        const { low, high } = wilsonAnew(top, n);
        return `${title} | Satisfied | ${share(top / n)} | ${share(low)} and ${share(high)} | ${n}`;
      }),
    ];
  }

  /** Calendar months; one of fewer than ten goes with the next, and the last with the one before. */
  private months(): string[] {
    const parts: { from: string; to: string; answers: SurveyResponse[] }[] = [];
    const keyOf = ({ at }: SurveyResponse) => new Date(at).toISOString().slice(0, 7);
    for (const one of [...this.scored].reverse()) {
      const last = parts.at(-1);
      if (last && (last.to === keyOf(one) || last.answers.length < 10)) {
        last.answers.push(one);
        last.to = keyOf(one);
      } else parts.push({ from: keyOf(one), to: keyOf(one), answers: [one] });
    }
    if (parts.length > 1 && parts.at(-1)!.answers.length < 10) {
      const rest = parts.pop()!;
      parts.at(-1)!.to = rest.to;
      parts.at(-1)!.answers.push(...rest.answers);
    }
    if (parts.length < 2) return [];
    const name = ({ from, to }: (typeof parts)[number]) =>
      from === to ? month(from) : `${month(from)} to ${month(to)}`;
    const looks = parts.slice(1).map((part, at) => {
      const people = ({ answers }: typeof part) => this.scoresOf(this.people([...answers].reverse()));
      return { at: at + 1, apart: npsApart(people(part), people(parts[at]!)) };
    });
    const known = looks.filter(({ apart }) => apart !== null);
    const sure = sureOf(known.map(({ apart }) => apart!.chance));
    const last = known.filter((_, at) => sure[at]).at(-1);
    const said = () => {
      if (!last) return 'No change from one to the next is sure.';
      const { by, low, high } = last.apart!;
      const ends = by > 0 ? [low, high] : [-high, -low];
      return `It ${by > 0 ? 'rose' : 'fell'} by ${whole(Math.abs(by))} (between ${whole(ends[0]!)} and ${whole(ends[1]!)}): ${name(parts[last.at]!)}, beside ${name(parts[last.at - 1]!)}.`;
    };
    return [
      said(),
      'Over time',
      'Month | NPS | Between | Count',
      ...parts.map((part) => {
        const { value, low, high } = npsAnew(this.scoresOf(part.answers));
        return `${name(part)} | ${whole(value)} | ${whole(low)} and ${whole(high)} | ${part.answers.length}`;
      }),
    ];
  }

  /** Of each person the newest answer that rates everything: the score, then each dimension from 0 to 100. */
  cases(): { rows: number[][]; repeated: number } {
    const all = this.scored.filter(({ values }) =>
      this.rated.every(({ id }) => typeof values[id] === 'number'),
    );
    const newest = this.people(all);
    return {
      rows: newest.map(({ values }) => [
        Number(values.q1),
        ...this.rated.map(({ id }) => 25 * (Number(values[id]) - 1)),
      ]),
      repeated: all.length - newest.length,
    };
  }

  drivers() {
    const { rows, repeated } = this.cases();
    const { shares, r2 } = sharesAnew(rows);
    const relative = relativeAnew(rows);
    const column = (at: number) => rows.map((row) => row[at]!);
    const found = this.rated.map(({ dimension }, at) => ({
      name: DIMENSIONS[dimension!]!,
      share: shares[at]!,
      relative: relative[at]!,
      rating: mean(column(at + 1)),
      correlation: correlation(column(0), column(at + 1)),
    }));
    found.sort((a, b) => b.share - a.share);
    const [n, p] = [rows.length, this.rated.length];
    return { n, repeated, r2: 1 - ((1 - r2) * (n - 1)) / (n - p - 1), found };
  }

  private repeatedWords(count: number): string {
    if (count === 0) return '';
    return ` · ${many(count, 'earlier answer', 'earlier answers')} of the same people ${count === 1 ? 'is' : 'are'} left out: each counts once.`;
  }

  driversNote(): string {
    const { n, r2, repeated } = this.drivers();
    return `Share of the explained variance by LMG (the mean over all orders of the drivers), with intervals out of 1,000 resamples. All together explain ${percent(r2)} of the score. What goes together need not be its cause. · ${many(n, 'answer')}${this.repeatedWords(repeated)}`;
  }

  groups() {
    const given = this.scored.filter(({ contactId }) => contactId !== null);
    const among = this.people(given);
    const names = [...new Set(among.flatMap(({ contactId }) => this.rows.tags.get(contactId!) ?? []))];
    const rows = names.flatMap((name) => {
      const has = ({ contactId }: SurveyResponse) => this.rows.tags.get(contactId!)?.includes(name) === true;
      const own = this.scoresOf(among.filter(has));
      const apart = npsApart(own, this.scoresOf(among.filter((one) => !has(one))));
      return apart ? [{ name, n: own.length, apart }] : [];
    });
    rows.sort((a, b) => a.apart.chance - b.apart.chance || b.n - a.n);
    const sure = sureOf(rows.map(({ apart }) => apart.chance));
    return {
      n: among.length,
      repeated: given.length - among.length,
      rows,
      sure: rows.filter((_, at) => sure[at]),
    };
  }

  groupLines(): string[] {
    const { rows, sure, n, repeated } = this.groups();
    if (rows.length === 0) return [];
    const leads = sure.map(({ name, apart: { by, low, high } }) => {
      const ends = by > 0 ? [low, high] : [-high, -low];
      return `${name} lies ${whole(Math.abs(by))} ${by > 0 ? 'above' : 'below'} all others (between ${whole(ends[0]!)} and ${whole(ends[1]!)}).`;
    });
    return [
      ...(leads.length > 0 ? leads : ['No group differs from the others for sure.']),
      `${rows.length === 1 ? 'The group' : 'Each group'} beside everyone who is not in it: z test on both NPS. ${rows.length === 1 ? 'Below' : `The chance of error is corrected for ${rows.length} looks (Holm); below`} ten answers on either side nothing is compared. · ${many(n, 'answer')}${this.repeatedWords(repeated)}`,
    ];
  }

  /** Comments that hold the words of each term one after the other, singular or plural. */
  topics() {
    const comments = this.counted.filter(({ values }) => typeof values.q7 === 'string');
    const found = this.rows.terms.map((term) => {
      const words = term.split(' ').map((word) => `${word.replace(/s$/, '')}s?`);
      const pattern = /\p{Script=Han}/u.test(term)
        ? new RegExp(term)
        : new RegExp(`\\b${words.join(' ')}\\b`, 'i');
      const own = comments.filter(({ values }) => pattern.test(String(values.q7)));
      const newest = this.people(comments.filter(({ values }) => typeof values.q1 === 'number'));
      const apart = npsApart(
        this.scoresOf(newest.filter((one) => own.includes(one))),
        this.scoresOf(newest.filter((one) => !own.includes(one))),
      );
      return { term, n: own.length, of: comments.length, quote: String(own[0]?.values.q7), apart };
    });
    const looked = found.filter(({ apart }) => apart !== null);
    const sure = sureOf(looked.map(({ apart }) => apart!.chance));
    return found.map((one) => ({ ...one, isSure: sure[looked.indexOf(one)] === true }));
  }

  topicLines(): string[] {
    return this.topics()
      .slice(0, 5)
      .flatMap(({ term, n, of, quote, apart, isSure }) => {
        const how = apart && apart.by < 0 ? 'less' : 'more';
        const beside = isSure ? `: of people who are ${how} satisfied for sure.` : '.';
        return [`${many(n, 'comment')} (${percent(n / of)}) speak of “${term}”${beside}`, quote];
      });
  }

  loop(): string[] {
    const { cases, spoken, now } = this.rows;
    const own = this.counted.filter(({ via }) => via !== 'file');
    const low = own.filter(({ values }) => typeof values.q1 === 'number' && values.q1 <= 6);
    if (low.length === 0) return [];
    const known = low.filter(({ contactId }) => contactId !== null);
    const caseOf = ({ id }: SurveyResponse) => cases.find(({ responseId }) => responseId === id);
    const replyTo = (one: SurveyResponse) =>
      Math.min(
        ...[...(spoken.get(one.contactId!) ?? []), caseOf(one)?.repliedAt ?? Number.POSITIVE_INFINITY].filter(
          (at) => at > one.at,
        ),
      );
    const heard = known.filter((one) => Number.isFinite(replyTo(one)));
    const old = known.filter(({ at }) => now - at >= 86_400_000);
    const soon = old.filter((one) => replyTo(one) - one.at <= 86_400_000);
    const open = known.filter((one) => one.handledAt === null && !caseOf(one) && !heard.includes(one));
    const opened = low.flatMap((one) => caseOf(one) ?? []);
    const told = opened.filter(({ toldAt }) => toldAt !== null);
    const due = told.filter(({ toldAt }) => now - toldAt! >= 30 * 86_400_000);
    const strangers = low.length - known.length;
    return [
      [
        `${low.length} of ${many(own.length, 'answer')} ${low.length === 1 ? 'was a low score' : 'were low scores'}.`,
        ...(strangers > 0
          ? [
              `${strangers} of them ${strangers === 1 ? 'is' : 'are'} of nobody known, who cannot be written to.`,
            ]
          : []),
        ...(open.length > 0
          ? [
              `${open.length} ${open.length === 1 ? 'was' : 'were'} not answered, handled or made a case of yet.`,
            ]
          : []),
      ].join(' '),
      `${percent(heard.length / known.length)} of the contacts with a low score heard from you${old.length > 0 ? `, ${percent(soon.length / old.length)} within 24 hours` : ''}; ${percent(opened.length / low.length)} of low scores became a case.`,
      ...(opened.length > 0
        ? [`Of these cases ${percent(told.length / opened.length)} were told what was done.`]
        : []),
      ...(due.length > 0
        ? [
            `Of those told 30 days ago or longer ${percent(due.filter(({ recheckedAt }) => recheckedAt !== null).length / due.length)} were looked at again.`,
          ]
        : []),
    ];
  }

  proposals(): string[] {
    const { found } = this.drivers();
    const rating = mean(found.map((one) => one.rating));
    const asked = this.rows.invites.filter(({ heldOut }) => !heldOut);
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null).length;
    const rate = answered / asked.length;
    return [
      ...found
        .filter((one) => one.correlation > 0 && one.share >= 1 / found.length && one.rating < rating)
        .map(
          (one) =>
            `Improve ${one.name}: it brings ${percent(one.share)} of what moves the score, and is rated ${tenth(one.rating)} where the mean is ${tenth(rating)}.`,
        ),
      ...this.groups()
        .sure.filter(({ apart }) => apart.by < 0)
        .map(
          ({ name, n }) =>
            `Talk to those of ${name}: they are less satisfied than all others for sure (${many(n, 'answer')}).`,
        ),
      ...this.topics()
        .filter(({ isSure, apart }) => isSure && apart!.by < 0)
        .map(
          ({ term, n }) =>
            `Look into “${term}”: who writes of it is less satisfied for sure (${many(n, 'comment')}).`,
        ),
      `Answer the ${this.nps.detractors} who would not recommend you, and tell them what became of it.`,
      ...(1 - rate >= 0.7
        ? [`Ask the ${asked.length - answered} who were silent another way: only ${percent(rate)} answered.`]
        : []),
      ...(this.rows.survey.report?.proposals ?? '').split('\n').filter(Boolean),
    ];
  }
}
