import type { ChangeView } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';

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
  title: 'common.role',
  company: 'common.company',
  city: 'common.city',
  email: 'common.address',
  phone: 'common.phone',
  kind: 'workspace.field_kind',
  cadence: 'common.stay_in_touch',
  dates: 'common.dates',
  birthday: 'common.birthday',
  tags: 'common.tag',
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
  state: 'workspace.field_state',
  parentId: 'workspace.field_under',
  synonyms: 'workspace.field_synonyms',
  purpose: 'workspace.purpose',
} as const satisfies Record<string, Key>;

/** The name of a field in a history; a field of the user's own is named by itself. */
export function fieldWords(field: string): string {
  return field in FIELDS ? t(FIELDS[field as keyof typeof FIELDS]) : field;
}

/** Moments that the store keeps beside what the user set. */
const UNSEEN = new Set(['deletedAt', 'autologSince']);

/** Of surveys, answers and cases what a line can say; the rest are whole forms, moments and ids. */
const SAID = new Set(['name', 'title', 'state', 'owner', 'expectation', 'cause']);
const FORMS = new Set(['surveys', 'responses', 'invites', 'cases']);

/** What of a change can be shown as "before" and "after": rows as a whole, made or deleted, are left out. */
export function shownEdits(change: ChangeView): ChangeView['edits'] {
  return change.edits.filter(
    ({ table, path, field, before, after }) =>
      path.length > 0 &&
      !UNSEEN.has(field) &&
      (!FORMS.has(table) || SAID.has(field)) &&
      (before !== null || after !== null),
  );
}
