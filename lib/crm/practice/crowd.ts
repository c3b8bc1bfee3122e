import { COMPANIES } from './companies';
import { inventName } from './names';
import { PHRASES, type Phrases } from './phrases';
import { type At, type Chance, chance } from './random';
import type { PracticeBirthday, PracticeCompany, PracticeLanguage, PracticePerson } from './shape';
import { type Pace, story } from './stories';

const SIZES: Readonly<Record<PracticeLanguage, number>> = { en: 150, 'zh-Hans': 80, 'zh-Hant': 45 };
/** How many people there are around the leads. */
export const CROWD = Object.values(SIZES).reduce((sum, size) => sum + size, 0);
const SEED = 20_261_121;
const CADENCES = [14, 30, 60, 90, 180];

/** The people around the leads: a name, a place, a pace, and two years of ordinary dealings. */
export function crowd(at: At, taken: ReadonlySet<string>): PracticePerson[] {
  const by = chance(SEED);
  const keys = new Set(taken);
  return (Object.keys(SIZES) as PracticeLanguage[]).flatMap((language) => {
    const companies = COMPANIES.filter((company) => company.language === language);
    return Array.from({ length: SIZES[language] }, (_, index) =>
      somebody(language, companies[index % companies.length]!, by, at, keys),
    );
  });
}

function somebody(
  language: PracticeLanguage,
  company: PracticeCompany,
  by: Chance,
  at: At,
  keys: Set<string>,
): PracticePerson {
  const say = PHRASES[language];
  let { name, latin } = inventName(language, by);
  while (keys.has(latin)) ({ name, latin } = inventName(language, by));
  keys.add(latin);
  const personal = by.percent(12);
  const pace = paceOf(by);
  return {
    key: latin,
    name,
    language,
    kind: personal ? 'personal' : 'work',
    company: personal ? null : company.name,
    title: personal ? null : by.pick(say.titles),
    city: company.city,
    points: points(latin, company, personal, say, by),
    tags: personal ? [say.friends] : tags(company, say, by),
    birthday: birthday(language, by),
    dates: by.percent(8) && !personal ? [{ kind: 'contract', inDays: by.whole(20, 300) }] : [],
    consents: consents(by),
    cadenceDays: cadence(pace, by),
    autolog: by.percent(40),
    addedAt: at(pace.first + by.whole(0, 5), '09:30'),
    events: story(pace, say, by, at, company.currency),
    tasks: by.percent(12)
      ? [
          {
            title: by.pick(say.tasks),
            dueInDays: by.percent(60) ? by.whole(1, 40) : null,
            done: by.percent(55),
          },
        ]
      : [],
  };
}

/** Some are close, most are seen now and then, some have fallen silent. */
function paceOf(by: Chance): Pace {
  const kind = by.whole(1, 100);
  if (kind > 85) return { first: by.whole(500, 725), last: by.whole(1, 20), gap: by.whole(12, 20) };
  if (kind > 50) return { first: by.whole(200, 720), last: by.whole(5, 70), gap: by.whole(30, 55) };
  if (kind > 18) return { first: by.whole(120, 700), last: by.whole(40, 110), gap: by.whole(50, 110) };
  return { first: by.whole(560, 725), last: by.whole(200, 480), gap: by.whole(25, 60) };
}

/** A cadence that is kept: who is overdue stands among the leads. */
function cadence(pace: Pace, by: Chance): number | null {
  if (!by.percent(25)) return null;
  return CADENCES.find((days) => days > pace.last + 8) ?? null;
}

function points(latin: string, company: PracticeCompany, personal: boolean, say: Phrases, by: Chance) {
  const list: PracticePerson['points'] = [
    { kind: 'email', value: personal ? `${latin}@post.example` : `${latin}@${company.domain}` },
  ];
  if (by.percent(35)) list.push({ kind: 'phone', value: phone(company, by) });
  const name = latin.replace('.', '_');
  if (say.channel !== 'whatsapp' && by.percent(45))
    list.push({ kind: say.channel, value: name.padEnd(6, '0') });
  if (by.percent(12))
    list.push({ kind: 'url', value: `https://${company.domain}/people/${latin.replace('.', '-')}` });
  return list;
}

/** Numbers out of ranges kept for stories, or of a length that is dialled nowhere. */
function phone({ currency, language }: PracticeCompany, by: Chance): string {
  const end = String(by.whole(100, 199)).padStart(4, '0');
  if (currency === 'GBP') return `+44 20 7946 ${String(by.whole(0, 999)).padStart(4, '0')}`;
  if (language === 'zh-Hans') return `+86 512 5550 ${end}`;
  if (language === 'zh-Hant') return currency === 'HKD' ? `+852 5550 ${end}` : `+886 2 5550 ${end}`;
  return `+1 202 555 ${end}`;
}

function tags(company: PracticeCompany, say: Phrases, by: Chance): string[] {
  const own = [`${say.region} / ${company.region}`];
  for (let count = by.whole(0, 2); count > 0; count -= 1) own.push(by.pick(say.tags));
  return [...new Set(own)];
}

function birthday(language: PracticeLanguage, by: Chance): PracticeBirthday | null {
  if (!by.percent(40)) return null;
  const lunar = language !== 'en' && by.percent(45);
  const known = by.percent(70) ? { year: by.whole(1952, 2001) } : {};
  return { calendar: lunar ? 'lunar' : 'gregorian', ...known, month: by.whole(1, 12), day: by.whole(1, 28) };
}

function consents(by: Chance): PracticePerson['consents'] {
  const chosen: PracticePerson['consents'] = {};
  if (by.percent(65)) chosen.mail = 'given';
  if (by.percent(30)) chosen.phone = by.percent(85) ? 'given' : 'refused';
  if (by.percent(20)) chosen.survey = 'asked';
  return chosen;
}
