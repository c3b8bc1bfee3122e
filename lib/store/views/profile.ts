import type { DateView, FactView, PointView } from '@/lib/api/views';
import type { Company } from '@/lib/crm/companies';
import type { Contact } from '@/lib/crm/contacts';
import { FACT_FIELDS } from '@/lib/crm/fields';
import { inForce } from '@/lib/crm/in-force';
import { POINT_KINDS } from '@/lib/crm/point-kinds';
import type { Provenance } from '@/lib/crm/row';
import { coming, lunarDayText } from '@/lib/insight/dates';
import type { Today } from '@/lib/insight/today';

/** The parts of a profile as views show them: maps become lists in a fixed order. */

const FIELDS: readonly string[] = FACT_FIELDS;
const KINDS: readonly string[] = POINT_KINDS;
const PROVENANCE = Object.keys({
  source: true,
  at: true,
  how: true,
  evidence: true,
  link: true,
  expiresAt: true,
} satisfies Record<keyof Provenance, true>);

/** Known fields in their own order, then the user's; of one field the newest value first. */
export function factViews(facts: Contact['facts'] | Company['facts']): FactView[] {
  const order = (field: string) => (FIELDS.indexOf(field) + FIELDS.length + 1) % (FIELDS.length + 1);
  return Object.entries(facts)
    .map(([id, fact]) => ({
      id,
      field: fact.field,
      value: fact.value,
      ref: fact.ref ?? null,
      aside: fact.asideAt !== undefined,
      confirmed: fact.confirmedAt !== undefined,
      provenance: provenanceOf(fact),
    }))
    .sort(
      (a, b) =>
        order(a.field) - order(b.field) ||
        a.field.localeCompare(b.field) ||
        Number(a.aside) - Number(b.aside) ||
        b.provenance.at - a.provenance.at,
    );
}

/** Addresses first, then phones and the rest; of one kind the earliest first. */
export function pointViews(points: Contact['points'] | Company['points']): PointView[] {
  return Object.entries(points)
    .map(([id, point]) => ({
      id,
      kind: point.kind,
      value: point.value,
      key: point.key,
      label: point.label ?? null,
      provenance: provenanceOf(point),
    }))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.provenance.at - b.provenance.at);
}

/** Soonest first; those that come no more, or of which only the month is known, last. */
export function dateViews(dates: Contact['dates'], today: Today): DateView[] {
  return Object.entries(dates)
    .map(([id, date]): DateView => {
      const next = coming(date, today.day);
      const { kind, label, date: value } = date;
      const age = next?.age;
      return {
        id,
        kind,
        label: label ?? null,
        date: value,
        lunarText: lunarDayText(date),
        next: next?.day ?? null,
        turning: age ? { years: age.full, nominal: age.nominal ?? age.full + 1 } : null,
        provenance: provenanceOf(date),
      };
    })
    .sort((a, b) => (a.next ?? '~').localeCompare(b.next ?? '~'));
}

/** Where the value is from, without the value. */
function provenanceOf(value: Provenance & Record<string, unknown>): Provenance {
  return Object.fromEntries(
    Object.entries(value).filter(([field]) => PROVENANCE.includes(field)),
  ) as Provenance;
}

/** The value of a field that holds. */
export function newestFact(facts: Contact['facts'], field: string): Contact['facts'][string] | null {
  return inForce(Object.values(facts).filter((fact) => fact.field === field));
}

/** Where the contact works: the newest company fact, by the company's present name when that row exists. */
export function employer(
  contact: Contact,
  company: Company | null,
): { id: string | null; name: string } | null {
  const fact = newestFact(contact.facts, 'company');
  if (!fact) return null;
  return company && fact.ref === company.id
    ? { id: company.id, name: company.name }
    : { id: fact.ref ?? null, name: fact.value };
}
