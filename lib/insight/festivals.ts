import { type Day, dayOf } from '@/lib/crm/calendar';
import { nextOccurrence } from './occurrences';

/** Festivals on which people wish each other well, by where they live. */

type Rule =
  | { solar: [month: number, day: number] }
  | { lunar: [month: number, day: number] }
  | { by: (year: number) => Day };

const RULES = {
  newYear: { solar: [1, 1] },
  valentine: { solar: [2, 14] },
  womensDay: { solar: [3, 8] },
  spring: { lunar: [1, 1] },
  lantern: { lunar: [1, 15] },
  qingming: { by: qingming },
  easter: { by: easter },
  buddha: { lunar: [4, 8] },
  labour: { solar: [5, 1] },
  dragonBoat: { lunar: [5, 5] },
  teachersCn: { solar: [9, 10] },
  midAutumn: { lunar: [8, 15] },
  teachersTw: { solar: [9, 28] },
  doubleNinth: { lunar: [9, 9] },
  nationalCn: { solar: [10, 1] },
  nationalTw: { solar: [10, 10] },
  christmas: { solar: [12, 25] },
} as const satisfies Record<string, Rule>;
export type Festival = keyof typeof RULES;

const FESTIVALS = {
  cn: [
    'newYear',
    'spring',
    'lantern',
    'qingming',
    'labour',
    'dragonBoat',
    'teachersCn',
    'midAutumn',
    'nationalCn',
    'doubleNinth',
  ],
  tw: ['newYear', 'spring', 'lantern', 'qingming', 'dragonBoat', 'teachersTw', 'midAutumn', 'nationalTw'],
  hk: ['newYear', 'spring', 'qingming', 'buddha', 'dragonBoat', 'midAutumn', 'doubleNinth', 'christmas'],
  west: ['newYear', 'valentine', 'womensDay', 'easter', 'christmas'],
} as const satisfies Record<string, Festival[]>;
export type FestivalRegion = keyof typeof FESTIVALS;

/** Festivals of a region from one day to another, both included, in their order. */
export function festivalsIn(region: FestivalRegion, from: Day, to: Day): { day: Day; festival: Festival }[] {
  const days = FESTIVALS[region].flatMap((festival: Festival) =>
    daysOf(RULES[festival], from, to).map((day) => ({ day, festival })),
  );
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function daysOf(rule: Rule, from: Day, to: Day): Day[] {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) years.push(year);
  const days = years.flatMap((year) => {
    if ('by' in rule) return [rule.by(year)];
    if ('solar' in rule) return [dayOf(year, ...rule.solar)];
    const [month, day] = rule.lunar;
    const next = nextOccurrence({ calendar: 'lunar', month, day }, dayOf(year, 1, 1));
    return Number(next.slice(0, 4)) === year ? [next] : [];
  });
  return days.filter((day) => day >= from && day <= to);
}

/** The solar term Qingming, April 4 or 5, by the rule of thumb that holds from 2000 to 2099. */
function qingming(year: number): Day {
  const short = year % 100;
  return dayOf(year, 4, Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4));
}

/** Western Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
function easter(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}
