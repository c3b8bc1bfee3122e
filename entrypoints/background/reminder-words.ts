import type { PublicState } from '@/lib/platform/sites';
import type { Remindable } from '@/lib/store/reminders';

type Language = PublicState['language'];

interface Words {
  task: string;
  promise: string;
  theirs: string;
  cadence: string;
  birthday: string;
  turns: string;
  anniversary: string;
  contract: string;
  renewal: string;
  warranty: string;
  other: string;
  one: string;
  many: string;
  more: string;
  of: string;
}

/** The few sentences of notifications. The worker loads nothing on demand, so all three languages are here. */
const WORDS: Record<Language, Words> = {
  en: {
    task: 'Task: {what}',
    promise: 'You promised: {what}',
    theirs: 'Promised to you: {what}',
    cadence: 'Time to get in touch',
    birthday: 'Birthday today',
    turns: 'Birthday today, turns {years}',
    anniversary: 'Anniversary today',
    contract: 'The contract ends today',
    renewal: 'Renewal today',
    warranty: 'The warranty ends today',
    other: 'A date today',
    one: 'Something is due.',
    many: '{n} things are due',
    more: 'and {n} more',
    of: '{who}: {what}',
  },
  'zh-Hans': {
    task: '任务：{what}',
    promise: '你承诺过：{what}',
    theirs: '对方承诺过：{what}',
    cadence: '该联系了',
    birthday: '今天生日',
    turns: '今天 {years} 岁生日',
    anniversary: '今天是纪念日',
    contract: '合同今天到期',
    renewal: '今天该续约',
    warranty: '保修今天到期',
    other: '今天是个重要日期',
    one: '有一件事到期了。',
    many: '有 {n} 件事到期',
    more: '还有 {n} 件',
    of: '{who}：{what}',
  },
  'zh-Hant': {
    task: '任務：{what}',
    promise: '你承諾過：{what}',
    theirs: '對方承諾過：{what}',
    cadence: '該聯絡了',
    birthday: '今天生日',
    turns: '今天 {years} 歲生日',
    anniversary: '今天是紀念日',
    contract: '合約今天到期',
    renewal: '今天該續約',
    warranty: '保固今天到期',
    other: '今天是個重要日子',
    one: '有一件事到期了。',
    many: '有 {n} 件事到期',
    more: '還有 {n} 件',
    of: '{who}：{what}',
  },
};

/** Lines of a notification of many. */
const LINES = 4;

/** What a notification says. Without names it says how much is due, and nothing else. */
export function noticeWords(
  notice: readonly Remindable[],
  named: boolean,
  language: Language,
): { title: string; message: string } {
  const words = WORDS[language];
  const [first] = notice;
  const count = fill(words.many, { n: notice.length });
  if (!named || !first) return { title: 'Sidelight', message: notice.length > 1 ? count : words.one };
  if (notice.length === 1) return { title: first.who?.name ?? 'Sidelight', message: sentence(first, words) };
  const lines = notice.slice(0, LINES).map((one) => {
    const what = sentence(one, words);
    return one.who ? fill(words.of, { who: one.who.name, what }) : what;
  });
  const rest = notice.length - lines.length;
  return {
    title: count,
    message: [...lines, ...(rest > 0 ? [fill(words.more, { n: rest })] : [])].join('\n'),
  };
}

function sentence({ kind, what, due, date }: Remindable, words: Words): string {
  if (kind === 'cadence') return words.cadence;
  if (kind !== 'date') return fill(words[kind], { what: due.time ? `${what}, ${due.time}` : what });
  // A product alone would not say that its warranty ends.
  if (what) return date?.kind === 'warranty' ? fill(words.of, { who: what, what: words.warranty }) : what;
  if (date?.kind === 'birthday' && date.age !== null) return fill(words.turns, { years: date.age });
  return words[date?.kind ?? 'other'];
}

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
