import { steps } from '@/lib/advice/steps';
import type { ContactRow, Stage } from '@/lib/api/views';
import type { Contact, PointKind } from '@/lib/crm/contacts';
import { isTradedWith } from '@/lib/crm/stage-names';
import { lastMove } from '@/lib/crm/tier-now';
import { pulse } from '@/lib/insight/pulse';
import type { Today } from '@/lib/insight/today';
import type { Database } from '../database';
import { type Brief, briefs } from '../reads';
import { employer, newestFact, pointViews } from './profile';
import { type At, situationOf, todayOf, type Usage, usageOf } from './situation';
import { stagesOf } from './stages';

const PULSE_WEEKS = 26;

/** Rows of the contacts table, in the order asked; missing and deleted ones are left out. At most 500. */
export async function contactRows(db: Database, ids: string[], at: At): Promise<ContactRow[]> {
  const [read, usage, stages] = await Promise.all([briefs(db, ids), usageOf(db), stagesOf(db, ids, at)]);
  const today = todayOf(at);
  return read.map((brief) => contactRow(brief, usage, today, stages));
}

/** A row out of what was read for it. */
export function contactRow(
  brief: Brief,
  usage: Usage,
  today: Today,
  stages: ReadonlyMap<string, Stage>,
): ContactRow {
  const { contact, figures } = brief;
  const { received, sent } = pulse(figures?.weeks ?? {}, today.day, PULSE_WEEKS);
  return {
    id: contact.id,
    name: contact.name,
    kind: contact.kind,
    stage: isTradedWith(contact) ? (stages.get(contact.id) ?? null) : null,
    tier: lastMove(contact.tiers)?.name ?? '',
    company: employer(contact, brief.company)?.name ?? null,
    title: newestFact(contact.facts, 'title')?.value ?? null,
    address: firstPoint(contact, 'email'),
    phone: firstPoint(contact, 'phone'),
    tags: brief.tags.map((tag) => tag.name),
    lastAt: figures?.lastAt || null,
    next: steps(situationOf(brief, usage), today)[0] ?? null,
    addedAt: contact.addedAt,
    pulse: { received, sent },
  };
}

function firstPoint({ points }: Contact, kind: PointKind): string | null {
  return pointViews(points).find((point) => point.kind === kind)?.value ?? null;
}
