import type { Contact } from '@/lib/crm/contacts';
import type { ContactHealth } from '@/lib/crm/health-kinds';
import { mendPoint } from '@/lib/exchange/mend-point';
import { contradictions, type Ground, isMalformed, lostRelations, newerFirst } from '@/lib/insight/health';
import { fold } from './fold';

export interface Mending extends Ground {
  /** Country in which numbers without `+` are dialled. */
  region: string | null;
}

/** Puts a contact in order where there is no doubt what is right. Tells whether it changed something. */
export function mend(contact: Contact, kind: ContactHealth, ground: Mending): boolean {
  if (kind === 'address') return mendPoints(contact, 'email', ground.region);
  if (kind === 'phone') return mendPoints(contact, 'phone', ground.region);
  if (kind === 'relation') return dropRelations(contact, ground);
  if (kind === 'contradiction') return settleSame(contact, ground.now);
  return false;
}

/** One that is there already in its right form goes. */
function mendPoints(contact: Contact, kind: 'email' | 'phone', region: string | null): boolean {
  let changed = false;
  for (const [id, point] of Object.entries(contact.points)) {
    if (!isMalformed(point, kind)) continue;
    const right = mendPoint(point.kind, point.value, region);
    if (!right) continue;
    const isThere = Object.values(contact.points).some((other) => other !== point && other.key === right.key);
    if (isThere) delete contact.points[id];
    else contact.points[id] = { ...point, ...right };
    changed = true;
  }
  return changed;
}

function dropRelations(contact: Contact, ground: Ground): boolean {
  const lost = lostRelations(contact, ground);
  for (const id of lost) delete contact.facts[id];
  return lost.length > 0;
}

/** Values that differ in case, accents or spaces alone are one: the newest stays, the others are put aside. */
function settleSame(contact: Contact, now: number): boolean {
  let changed = false;
  for (const { ids } of contradictions(contact)) {
    const newestFirst = [...ids].sort(newerFirst(contact));
    const seen = new Set<string>();
    for (const id of newestFirst) {
      const fact = contact.facts[id]!;
      const word = fold(fact.value);
      if (seen.has(word)) {
        fact.asideAt = now;
        changed = true;
      }
      seen.add(word);
    }
  }
  return changed;
}
