import type { FilledText, TemplateRow } from '@/lib/api/compose-views';
import type { Contact } from '@/lib/crm/contacts';
import { hasName } from '@/lib/crm/has-name';
import { inForce } from '@/lib/crm/in-force';
import { type FieldValues, fillParts, nameParts } from '@/lib/crm/merge-fields';
import { companyRef } from './around';
import type { Database } from './database';
import { dutiesOf, identityOf } from './lookups';
import { settingsOf } from './settings';

const NOBODY: FieldValues = {
  'first name': null,
  name: null,
  company: null,
  title: null,
  'my name': null,
  'last promise': null,
};

/** A text with its fields filled for a contact; without one, only what is the user's own. */
export async function fillText(
  db: Database,
  { text, contactId }: { text: string; contactId: string | null },
): Promise<FilledText> {
  const { myName } = await settingsOf(db);
  const own = { 'my name': myName?.trim() || null };
  const parts = fillParts(text, { ...(await valuesOf(db, contactId)), ...own });
  const missing = parts.flatMap(({ field, missing }) => (field && missing ? [field] : []));
  return { parts, text: parts.map((part) => part.text).join(''), missing: [...new Set(missing)] };
}

function valuesOf(db: Database, id: string | null): Promise<FieldValues> | FieldValues {
  if (!id) return NOBODY;
  return db.transaction('r', [db.contacts, db.companies, db.activities, db.tasks], async () => {
    const contact = (await db.contacts.get(id))?.body;
    if (!contact || contact.deletedAt !== null) return NOBODY;
    const [{ promises }, company] = await Promise.all([
      dutiesOf(db, await identityOf(db, id), Number.MAX_SAFE_INTEGER),
      companyRef(contact),
    ]);
    const row = company ? await db.companies.get(company) : undefined;
    const told = factOf(contact, 'company');
    const mine = promises.filter(({ promise }) => promise?.by === 'me').sort((a, b) => b.at - a.at);
    const name = hasName(contact) ? contact.name : null;
    return {
      ...NOBODY,
      name,
      'first name': factOf(contact, 'nickname') ?? (name && nameParts(name).first),
      company: row && row.body.deletedAt === null ? row.body.name : told,
      title: factOf(contact, 'title'),
      'last promise': mine[0]?.subject || null,
    };
  });
}

function factOf({ facts }: Contact, field: string): string | null {
  return inForce(Object.values(facts).filter((fact) => fact.field === field))?.value || null;
}

const CHINESE = /中文|汉语|漢語|国语|國語|普通话|普通話|chinese|mandarin|^zh/i;
const TRADITIONAL = /繁|正體|traditional|taiwan|hong kong|zh[-_](?:hant|tw|hk)/i;
const HAN = /^[\p{sc=Han}\s·]+$/u;

/** In which language somebody is written to: as their profile says, else Chinese for a Chinese name. Null: not known. */
export function languageOf(contact: Contact): TemplateRow['language'] | null {
  const told = factOf(contact, 'language');
  if (told) {
    if (CHINESE.test(told)) return TRADITIONAL.test(told) ? 'zh-Hant' : 'zh-Hans';
    return /^en|english|英/i.test(told) ? 'en' : null;
  }
  return HAN.test(contact.name) ? 'zh-Hans' : null;
}
