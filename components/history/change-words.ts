import { dateWord, partialDateText } from '@/components/contacts/date-words';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import type { ChangeView, DateView } from '@/lib/api/views';
import type { PointKind } from '@/lib/crm/contacts';
import { type Key, t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';

const CALLERS = {
  workspace: 'workspace.from_workspace',
  panel: 'workspace.from_panel',
  popup: 'workspace.from_popup',
  overlay: 'workspace.from_page',
  bridge: 'workspace.from_page',
  automatic: 'workspace.from_itself',
} as const satisfies Record<string, Key>;

/** Where a change was made: "in the panel". */
export function callerWords(caller: string): string {
  return caller in CALLERS ? t(CALLERS[caller as keyof typeof CALLERS]) : caller;
}

const FIELDS = {
  name: 'common.name',
  title: 'workspace.field_title',
  kind: 'workspace.field_kind',
  cadence: 'common.stay_in_touch',
  dates: 'common.dates',
  tags: 'common.tag',
  tiers: 'tiers.tier',
  facts: 'common.profile',
  points: 'common.address',
  consents: 'common.consent',
  doNotContact: 'workspace.field_do_not_contact',
  autolog: 'workspace.field_autolog',
  text: 'common.note',
  subject: 'workspace.field_subject',
  promise: 'common.promise',
  due: 'workspace.field_due',
  doneAt: 'common.done',
  pinned: 'workspace.field_pinned',
  expectation: 'workspace.field_expectation',
  cause: 'workspace.field_cause',
  owner: 'workspace.field_owner',
  ownerId: 'workspace.field_owner',
  state: 'workspace.field_state',
  parentId: 'workspace.field_under',
  synonyms: 'workspace.field_synonyms',
  purpose: 'workspace.purpose',
  region: 'workspace.country',
  baseCurrency: 'workspace.currency_yours',
  rates: 'workspace.rates',
  taught: 'workspace.site_taught',
} as const satisfies Record<string, Key>;

type DateKind = DateView['kind'];
type ShownEdit = ChangeView['edits'][number];

/** The name of a field in a history; a field of the user's own is named by its label. */
export function fieldWords({ table, path, field }: Pick<ShownEdit, 'table' | 'path' | 'field'>): string {
  if (table === 'contacts' || table === 'companies') {
    if (path[0] === 'facts') return factWord(field);
    if (path[0] === 'points') return pointWord(field as PointKind);
    if (path[0] === 'dates') return dateWord({ kind: field as DateKind, label: null });
  }
  // `consents.mail`: which of them is in the value.
  const name = Object.hasOwn(FIELDS, field) ? field : (field.split('.')[0] ?? '');
  return Object.hasOwn(FIELDS, name) ? t(FIELDS[name as keyof typeof FIELDS]) : field;
}

/** What is stored as one of a few words, by the table and the field in which it stands. */
const VALUES = {
  'cases state': {
    new: 'workspace.value_new',
    inProgress: 'workspace.value_inProgress',
    waiting: 'workspace.value_waiting',
    resolved: 'workspace.value_resolved',
  },
  'surveys state': {
    draft: 'workspace.value_draft',
    open: 'workspace.value_open',
    closed: 'workspace.value_closed',
  },
  'contacts kind': { work: 'workspace.kind_work', personal: 'workspace.kind_personal' },
  'contacts consents': {
    given: 'workspace.value_given',
    refused: 'workspace.value_refused',
    withdrawn: 'workspace.value_withdrawn',
    asked: 'workspace.value_asked',
  },
  'settings purpose': {
    sales: 'workspace.purpose_sales',
    support: 'workspace.purpose_support',
    people: 'workspace.purpose_people',
  },
  'settings theme': { light: 'workspace.theme_light', dark: 'workspace.theme_dark' },
} as const satisfies Record<string, Record<string, Key>>;

type Values = typeof VALUES;
type ValueKey = { [N in keyof Values]: Values[N][keyof Values[N]] }[keyof Values];

/** Fields that say yes or no, and those that say when. */
const SWITCHES = new Set(['pinned', 'autolog', 'followUp', 'practice']);
const MOMENTS = /At$/;

/** A value as people read it: never the word by which it is stored. @param now epoch ms, to leave out what goes without saying */
export function valueWords(
  { table, field, path }: Pick<ShownEdit, 'table' | 'field' | 'path'>,
  value: string,
  now: number,
): string {
  const [at = ''] = path;
  const words: Record<string, ValueKey> =
    Object.entries(VALUES).find(([name]) => name === `${table} ${at}`)?.[1] ?? {};
  if (Object.hasOwn(words, value)) return t(words[value]!);
  if (SWITCHES.has(at) && (value === 'true' || value === 'false'))
    return t(value === 'true' ? 'workspace.value_yes' : 'workspace.value_no');
  if (at === 'dates' && value.startsWith('{')) return partialDateText(JSON.parse(value));
  if (at === 'cadence' && /^\d+$/.test(value)) return t('unfolded.every_days', { count: Number(value) });
  // Of the first taught site the whole list was set.
  const host = at === 'taught' ? /^\{"([^"]+)":\{/.exec(value)?.[1] : undefined;
  if (host) return host;
  return MOMENTS.test(field) && /^-?\d+$/.test(value) ? dateTime(Number(value), now) : value;
}

/** Moments that the store keeps beside what the user set. */
const UNSEEN = new Set([
  'deletedAt',
  'autologSince',
  'merge',
  'mergedInto',
  'distinctFrom',
  'addedAt',
  'external',
  'snoozes',
]);

/** Of surveys, answers and cases what a line can say; the rest are whole forms, moments and ids. */
const SAID = new Set(['name', 'title', 'state', 'owner', 'expectation', 'cause']);
const FORMS = new Set(['surveys', 'responses', 'invites', 'cases']);

/** Of the settings whole lists are set, such as how the columns of a file were read: what was done says it, not their text. */
const isList = ({ table, path, before, after }: Omit<ShownEdit, 'id' | 'field'>): boolean =>
  table === 'settings' && path[0] !== 'taught' && [before, after].some((text) => text?.startsWith('{"'));

/** What of a change can be shown as "before" and "after": rows as a whole, made or deleted, are left out. */
export function shownEdits(change: ChangeView): ChangeView['edits'] {
  return change.edits.filter(
    ({ table, path, field, before, after }) =>
      path.length > 0 &&
      !UNSEEN.has(path[0] ?? '') &&
      !isList({ table, path, before, after }) &&
      // Only a mark was set on it.
      before !== after &&
      (!FORMS.has(table) || SAID.has(field)),
  );
}
