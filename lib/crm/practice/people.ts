import { crowd } from './crowd';
import { asPerson } from './lead';
import { leadsEn } from './leads-en';
import { leadsZh } from './leads-zh';
import { clockOf } from './random';
import type { PracticePerson } from './shape';

/** The user of the practice mailbox. */
export const OWNER = { name: 'Mara Lund', address: 'mara@northlight.example' };

/**
 * About 300 invented people with two years of dealings up to `now`, the same ones each time.
 * @param now epoch milliseconds; times of day are those of this computer's zone
 */
export function practicePeople(now: number): PracticePerson[] {
  const at = clockOf(now);
  const leads = [...leadsEn(at), ...leadsZh(at)].map((lead) => asPerson(lead, at));
  const people = [...leads, ...crowd(at, new Set(leads.map((lead) => lead.key)))];
  // What a story tells of later today has not happened yet.
  return people.map((person) => ({ ...person, events: person.events.filter((event) => event.at <= now) }));
}
