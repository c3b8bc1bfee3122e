import { meaningOf, plainHeader } from '../header-words';
import { orderOf } from '../moment';
import type { AnswerColumn, AnswersFormat } from './meaning';

/**
 * Headings of columns that are no question, by the program that writes them; as seen in exports of 2024 and 2025. Compared in the form
 * of `plainHeader`. Null: such a column is left out.
 */
type Headings = readonly [RegExp, AnswerColumn | null][];

const DELIGHTED: Headings = [
  [/^(?:response )?id$/, { is: 'id' }],
  [/^email$/, { is: 'email' }],
  [/^name$/, { is: 'name' }],
  [/^phone(?: number)?$/, { is: 'phone' }],
  [/^created at$/, { is: 'at', offset: 'Z' }],
  [/^locale$/, { is: 'lang' }],
  [/^(?:person id|updated at|person created at|tags|notes|survey type|survey scheduled at)$/, null],
];

const TYPEFORM: Headings = [
  [/^#$/, { is: 'id' }],
  [/^start date utc$/, { is: 'started', offset: 'Z' }],
  [/^submit date utc$/, { is: 'at', offset: 'Z' }],
  [/^response type$/, { is: 'done' }],
  [/^network id$/, { is: 'private' }],
  [/^(?:stage date utc|tags|ending|browser|platform|user agent|referer)$/, null],
];

const WJX: Headings = [
  [/^序号$/, { is: 'id' }],
  [/^提交答卷时间$/, { is: 'at', offset: '+08:00' }],
  [/^所用时间$/, { is: 'took' }],
  [/^来自ip$/, { is: 'private' }],
  [/^(?:来源|来源详情|总分|提交者|用户id)$/, null],
];

/** Our own: the names are the same in every language. `at` is in the zone of whoever saved it. */
const SIDELIGHT: Headings = [
  [/^id$/, { is: 'id' }],
  [/^at$/, { is: 'at' }],
  [/^done$/, { is: 'done' }],
  [/^name$/, { is: 'name' }],
  [/^email$/, { is: 'email' }],
  [/^lang$/, { is: 'lang' }],
  [/^page$/, { is: 'page' }],
  [/^aside$/, { is: 'aside' }],
  [/^(?:proof|flags)$/, null],
];

const PLAIN: Headings = [
  [
    /^(?:timestamp|(?:submitted|submission|submit|completed|completion|created|answered|response|recorded|end)(?: (?:at|on|date|time|date utc))?|date ?time|date|time ?stamp|时间戳记?|提交时间|填写时间|答题时间|作答时间|提交日期|日期|時間戳記|提交時間|填寫時間|作答時間)$/,
    { is: 'at' },
  ],
  [/^(?:start(?:ed)?(?: (?:at|on|date|time|date utc))?|开始时间|开始答题时间|開始時間)$/, { is: 'started' }],
  [/^(?:response|submission|answer|respondent) ?id$|^(?:答卷编号|答卷id|编号|編號|序号|序號)$/, { is: 'id' }],
  [
    /^(?:duration(?: in seconds)?|time taken(?: seconds)?|seconds|所用时间|答题时长|用时|所用時間|作答時長)$/,
    { is: 'took' },
  ],
  [/^(?:language|locale|lang|user language|语言|語言)$/, { is: 'lang' }],
  [/^(?:page|page url|url|referr?er|页面|頁面)$/, { is: 'page' }],
  [/^(?:finished|complete|completed|status|response type|是否完成)$/, { is: 'done' }],
  [/^(?:your |您的|你的)?(?:user ?name|full name|name|respondent(?: name)?|姓名|名字)$/, { is: 'name' }],
];

/** Addresses of machines are never kept, whoever writes them. */
const MACHINE = /^(?:.{0,12} )?ip(?: ?address| ?地址| ?位址)?$|^来自ip$|^network id$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|[\da-f]{0,4}(?::[\da-f]{0,4}){3,7})(?:\s*\(.*\))?$/i;

const HEADINGS: Record<AnswersFormat, Headings> = {
  delighted: DELIGHTED,
  typeform: TYPEFORM,
  wjx: WJX,
  sidelight: SIDELIGHT,
  csv: PLAIN,
};

/** The program that wrote a table of answers, by headings that it alone has; `csv` where nothing tells. */
export function answersFormatOf(header: readonly string[]): AnswersFormat {
  const names = new Set(header.map(plainHeader));
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name));
  if (has('序号', '提交答卷时间')) return 'wjx';
  if (has('#', 'submit date utc') || has('#', 'start date utc')) return 'typeform';
  if (has('id', 'at', 'done', 'proof', 'flags', 'aside')) return 'sidelight';
  if (has('score', 'comment', 'created at') && (has('person id') || has('id', 'email'))) return 'delighted';
  return 'csv';
}

/** Whether a text is the address of a machine in the network. */
export function isMachine(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/** What a column is by its heading, where it is no question; undefined where nothing is known of it. */
export function headingColumn(
  heading: string,
  format: AnswersFormat,
  samples: readonly string[],
): AnswerColumn | null | undefined {
  const name = plainHeader(heading);
  const given = samples.filter((one) => one.trim() !== '');
  if (MACHINE.test(name) || (given.length > 0 && given.every(isMachine))) return { is: 'private' };
  const known = HEADINGS[format].find(([pattern]) => pattern.test(name));
  if (known) return withOrder(known[1], given);
  const property = /^propert(?:y|ies)[ :]+(.+)$/i.exec(heading.trim());
  if (format === 'delighted' && property) return { is: 'hidden', name: property[1]!.slice(0, 40) };
  const meaning = format === 'sidelight' ? null : meaningOf(name);
  if (meaning?.is === 'point' && (meaning.kind === 'email' || meaning.kind === 'phone'))
    return { is: meaning.kind };
  return undefined;
}

function withOrder(column: AnswerColumn | null, samples: readonly string[]): AnswerColumn | null {
  if (column?.is !== 'at' && column?.is !== 'started') return column;
  const order = orderOf(samples);
  return order ? { ...column, order } : column;
}
