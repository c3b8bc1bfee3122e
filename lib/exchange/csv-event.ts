import type { CaseKind, CaseState } from '@/lib/crm/cases';
import { digest } from '@/lib/crm/digest';
import type { Table } from './csv-events';
import { reasonMeant, stageMeant } from './deal-stage';
import type { FileActivity, FileCase, FileDeal, FileMoment } from './file-contacts';
import type { HeldReason } from './file-error';
import { activityType, type EventTable } from './header-events';
import type { DateOrder, EventPart } from './mapping';
import { readMoment } from './moment';
import { currencyOf, moneyOf } from './money-text';
import { warrantyEnd } from './warranty';

/** What one row says of an event. */
export interface EventRow {
  parts: Partial<Record<EventPart, string>>;
  orders: Partial<Record<EventPart, DateOrder>>;
  /** Headings as the file has them, for parts that end in the text. */
  headings: Partial<Record<EventPart, string>>;
  system: string;
  language: 'en' | 'zh-Hans';
  /** `Heading: value` of columns without a meaning: they are kept in the text. */
  rest: string[];
}

interface Read {
  activity?: Omit<FileActivity, 'key'>;
  case?: Omit<FileCase, 'key'>;
  deal?: Omit<FileDeal, 'key'>;
  /** The day on which the warranty of what was bought ends. */
  warranty?: string;
  heldBack: HeldReason[];
}

/** Of a number of another program: what is longer is none. */
const LONGEST_ID = 200;
const LONGEST = { subject: 1000, title: 300, text: 100_000, caseText: 20_000, reason: 500, stage: 60 };
const RESOLVED =
  /^(?:closed|resolved|done|solved|completed?|已关闭|已解决|已完成|關閉|已解決|geschlossen|gelöst)/i;
const WAITING = /^(?:waiting|pending|on hold|等待|搁置|擱置|wartet)/i;
const NEW = /^(?:new|open|新建?|未处理|待处理|未處理|neu|offen)$/i;

/** The event of a row; nothing but the reasons when it has no day. */
export function eventOf(table: Table, event: EventRow): Read {
  const made = momentIn(event, 'date');
  const closed = momentIn(event, 'closed');
  const of = table.mapping.of as EventTable;
  const heldBack = [made.problem, closed.problem].filter((problem) => problem !== undefined);
  if (of === 'deals') return dealOf(table, event, made.moment, closed.moment, heldBack);
  const at = made.moment ?? closed.moment;
  if (!at) return { heldBack: heldBack.length > 0 ? heldBack : ['imports.held_date'] };
  if (of === 'tickets') return { case: ticketOf(event, at, closed.moment, heldBack), heldBack };
  return activityOf(table, event, { of, at, heldBack });
}

/**
 * Same for the same row in every reading. A number of the program is the event's own; else who, when, how much and what, as a digest:
 * the key stays with everybody whom the event is about, also when one of them is erased.
 */
export function keyOf(of: EventTable, { parts, system }: EventRow, person: string): string {
  const kind = { purchases: 'purchase', deals: 'deal', tickets: 'ticket', activities: 'activity' }[of];
  if (parts.id && system !== 'file' && parts.id.length <= LONGEST_ID) return `${system}:${kind}:${parts.id}`;
  const told = [parts.id, parts.date ?? parts.closed, parts.amount, parts.type, parts.subject, person];
  return `file:${kind}:${digest(told.map((one) => (one ?? '').trim()).join('|'))}`;
}

function activityOf(
  { mapping, currency }: Table,
  event: EventRow,
  { of, at, heldBack }: { of: EventTable; at: FileMoment; heldBack: HeldReason[] },
): Read {
  const { parts } = event;
  const amount = amountOf(mapping, parts, currency);
  const type = of === 'purchases' ? 'purchase' : (activityType(parts.type ?? '') ?? typeByParts(parts));
  const isBuying = type === 'purchase';
  if (isBuying && parts.amount && !amount) heldBack.push('imports.held_amount');
  const end = warrantyIn(event, at);
  if (end.problem) heldBack.push(end.problem);
  const told: EventPart[] = [
    ...(isBuying && amount ? [] : (['amount', 'currency'] as const)),
    ...(end.day ? [] : (['warranty'] as const)),
  ];
  const minutes = minutesOf(parts.minutes ?? '');
  return {
    activity: {
      type,
      at,
      subject: (parts.subject ?? '').slice(0, LONGEST.subject),
      text: within(LONGEST.text, textOf(event, told, LONGEST.subject), heldBack),
      ...directionOf(parts.direction ?? ''),
      ...(isBuying && amount ? { amount } : {}),
      ...(minutes === null ? {} : { minutes }),
    },
    ...(end.day ? { warranty: end.day } : {}),
    heldBack,
  };
}

function warrantyIn({ parts, headings, orders, language }: EventRow, at: FileMoment) {
  const { warranty: text } = parts;
  return text
    ? warrantyEnd({ text, heading: headings.warranty ?? '', at, language, order: orders.warranty })
    : {};
}

function amountOf(mapping: Table['mapping'], parts: EventRow['parts'], currency: string | undefined) {
  const usual = currencyOf(parts.currency ?? '') ?? mapping.currency ?? currency;
  return parts.amount ? moneyOf(parts.amount, usual) : null;
}

/** A deal needs no day. One that was won is a purchase besides, of the day on which it was closed. */
function dealOf(
  { mapping, currency }: Table,
  event: EventRow,
  made: FileMoment | undefined,
  closed: FileMoment | undefined,
  heldBack: HeldReason[],
): Read {
  const { parts } = event;
  const amount = amountOf(mapping, parts, currency);
  if (parts.amount && !amount) heldBack.push('imports.held_amount');
  const meant = stageMeant(parts.stage ?? '');
  const reason = (parts.reason ?? '').slice(0, LONGEST.reason);
  const code =
    meant.state === 'lost' ? (meant.reason ?? (reason ? reasonMeant(reason) : undefined)) : undefined;
  const told: EventPart[] = [
    ...(amount ? [] : (['amount', 'currency'] as const)),
    ...(meant.state === 'open' ? (['reason'] as const) : []),
  ];
  const ended = meant.state === 'open' ? undefined : (closed ?? made);
  const subject = parts.subject ?? '';
  const deal: Read['deal'] = {
    title: (subject || parts.id || '?').split('\n', 1)[0]!.slice(0, LONGEST.title),
    stage: (parts.stage ?? '').slice(0, LONGEST.stage),
    state: meant.state,
    ...(amount ? { amount } : {}),
    ...(meant.state === 'open' && closed ? { expectedOn: closed.slice(0, 10) } : {}),
    ...(ended ? { closedAt: ended } : {}),
    ...(made ? { madeAt: made } : {}),
    ...(meant.state !== 'open' && reason ? { reason } : {}),
    ...(code ? { reasonCode: code } : {}),
    text: within(LONGEST.caseText, textOf(event, told, LONGEST.title), heldBack),
  };
  const bought = meant.state === 'won' && amount && ended;
  return {
    deal,
    ...(bought
      ? {
          activity: {
            type: 'purchase',
            at: ended,
            subject: subject.slice(0, LONGEST.subject),
            text: '',
            amount,
          },
        }
      : {}),
    heldBack,
  };
}

/** The text of an event: its own, then what has no field, each line with its heading. A long subject is there in full. */
function textOf({ parts, headings, rest }: EventRow, told: readonly EventPart[], longest: number): string {
  const lines = told.flatMap((part) => (parts[part] ? [`${headings[part] || part}: ${parts[part]}`] : []));
  const subject = (parts.subject ?? '').length > longest ? parts.subject : '';
  return [subject, parts.text, ...lines, ...rest].filter(Boolean).join('\n');
}

function within(longest: number, text: string, heldBack: HeldReason[]): string {
  if (text.length > longest) heldBack.push('imports.held_long');
  return text.slice(0, longest);
}

function ticketOf(
  event: EventRow,
  at: FileMoment,
  closed: FileMoment | undefined,
  heldBack: HeldReason[],
): Omit<FileCase, 'key'> {
  const { subject = '', text = '', stage = '', type = '', id = '' } = event.parts;
  const state = stateOf(stage);
  return {
    kind: kindOf(type),
    title: (subject || text || id || '?').split('\n', 1)[0]!.slice(0, LONGEST.title),
    text: within(LONGEST.caseText, textOf(event, ['stage', 'type'], LONGEST.title), heldBack),
    state,
    openedAt: at,
    ...(state === 'resolved' && closed ? { resolvedAt: closed } : {}),
  };
}

function stateOf(text: string): CaseState {
  if (RESOLVED.test(text)) return 'resolved';
  if (WAITING.test(text)) return 'waiting';
  return text === '' || NEW.test(text) ? 'new' : 'inProgress';
}

function kindOf(text: string): CaseKind {
  if (/complain|投诉|抱怨|投訴|beschwerde/i.test(text)) return 'complaint';
  return /question|inquiry|enquiry|咨询|问题|諮詢|問題|frage/i.test(text) ? 'question' : 'service';
}

/** Exports of one kind of activity name it in their headings only: a call has a duration. */
function typeByParts(parts: EventRow['parts']): FileActivity['type'] {
  if (parts.type) return 'note';
  return parts.minutes ? 'call' : parts.direction ? 'mail' : 'note';
}

function directionOf(text: string): { direction?: 'in' | 'out' } {
  if (/^in(?:coming|bound)|^received|incoming|呼入|来电|收到|來電/i.test(text)) return { direction: 'in' };
  if (/^out(?:going|bound)|^sent|^email$|呼出|去电|发出|去電/i.test(text)) return { direction: 'out' };
  return {};
}

/** `12`, `12 min`, `00:12:30`, `12:30` (minutes and seconds), rounded up. Null when it is none. */
function minutesOf(text: string): number | null {
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(text.trim());
  const [, hours = '0', minutes = '0', seconds = '0'] = clock ?? [];
  if (clock) return Number(hours) * 60 + Number(minutes) + (Number(seconds) > 0 ? 1 : 0);
  const plain = /^(\d{1,5})(?:[.,]\d+)? ?(?:m|min|mins|minutes?|minuten|分|分钟|分鐘)?$/i.exec(
    text.trim(),
  )?.[1];
  return plain === undefined ? null : Number(plain);
}

function momentIn(
  { parts, orders, language }: EventRow,
  part: 'date' | 'closed',
): { moment?: FileMoment; problem?: HeldReason } {
  const text = [parts[part], part === 'date' ? parts.time : ''].filter(Boolean).join(' ');
  if (!text) return {};
  const read = readMoment(text, language, orders[part]);
  return 'moment' in read ? { moment: read.moment } : { problem: read.problem };
}
