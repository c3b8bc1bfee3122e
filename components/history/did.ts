import { type Key, t } from '@/lib/i18n';

/** What a command did, as history and toasts name it. */
const DID = {
  'contacts.add': 'workspace.did_contact_add',
  'contacts.addMany': 'workspace.did_contact_add',
  'contacts.edit': 'workspace.did_contact_edit',
  'contacts.setFact': 'workspace.did_fact',
  'contacts.removeFact': 'workspace.did_fact_remove',
  'contacts.setPoint': 'workspace.did_point',
  'contacts.removePoint': 'workspace.did_point_remove',
  'contacts.setDate': 'workspace.did_date',
  'contacts.removeDate': 'workspace.did_date_remove',
  'contacts.setConsent': 'workspace.did_consent',
  'contacts.setCadence': 'workspace.did_cadence',
  'contacts.delete': 'workspace.did_contact_delete',
  'contacts.erase': 'workspace.did_contact_erase',
  'companies.add': 'workspace.did_company_add',
  'companies.edit': 'workspace.did_company_edit',
  'companies.setFact': 'workspace.did_fact',
  'companies.removeFact': 'workspace.did_fact_remove',
  'companies.setPoint': 'workspace.did_point',
  'companies.removePoint': 'workspace.did_point_remove',
  'companies.delete': 'workspace.did_company_delete',
  'activities.log': 'workspace.did_log',
  'activities.edit': 'workspace.did_activity_edit',
  'activities.delete': 'workspace.did_activity_delete',
  'notes.add': 'workspace.did_note',
  'notes.edit': 'workspace.did_note_edit',
  'tags.add': 'workspace.did_tag_add',
  'tags.edit': 'workspace.did_tag_edit',
  'tags.merge': 'workspace.did_tag_merge',
  'tags.delete': 'workspace.did_tag_delete',
  'tags.assign': 'workspace.did_tagged',
  'tags.unassign': 'workspace.did_untagged',
  'tasks.add': 'workspace.did_task_add',
  'tasks.edit': 'workspace.did_task_edit',
  'tasks.delete': 'workspace.did_task_delete',
  'steps.snooze': 'workspace.did_snooze',
  'settings.set': 'workspace.did_settings',
  'imports.commit': 'workspace.did_import',
  'backup.restore': 'workspace.did_restore',
  'changes.undo': 'workspace.did_undo',
  'changes.redo': 'workspace.did_redo',
  'tab.log': 'workspace.did_log',
  'tab.sent': 'workspace.did_log',
} as const satisfies Record<string, Key>;

/** "Contact deleted" for `contacts.delete`; an operation of a newer version is named by itself. */
export function didWords(op: string): string {
  return op in DID ? t(DID[op as keyof typeof DID]) : op;
}
