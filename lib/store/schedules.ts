import type { Results } from '@/lib/api/results';
import { MOST_SCHEDULES, type Schedule } from '@/lib/crm/schedules';
import { todayAt } from '@/lib/insight/today';
import { command } from './command';
import { StoreError } from './errors';
import { guard, newInvite } from './invites';
import { takenIds, turnLinks } from './schedule-links';
import { turnsBy } from './schedule-past';
import { queueOf } from './schedule-queue';
import type { Context } from './work';

type Done = Record<string, never>;

/**
 * Makes a schedule of a survey, or changes the one with this id.
 * @throws StoreError `invalid` for one that ends before it begins, or one too many
 */
export function putSchedule(
  ctx: Context,
  { surveyId, id, schedule }: { surveyId: string; id: string; schedule: Schedule },
): Promise<Done> {
  return command(ctx, async (work) => {
    if (schedule.until !== null && schedule.until < schedule.from)
      throw new StoreError('invalid', 'A schedule ends when it begins, or later.');
    const survey = await work.one('surveys', surveyId);
    const known = survey.schedules ?? {};
    if (!known[id] && Object.keys(known).length >= MOST_SCHEDULES)
      throw new StoreError('invalid', `A survey has at most ${MOST_SCHEDULES} schedules.`);
    survey.schedules = { ...known, [id]: schedule };
    return {};
  });
}

/** Takes a schedule away. Who was asked by it stays. */
export function removeSchedule(
  ctx: Context,
  { surveyId, id }: { surveyId: string; id: string },
): Promise<Done> {
  return command(ctx, async (work) => {
    const survey = await work.one('surveys', surveyId);
    const { [id]: _, ...others } = survey.schedules ?? {};
    survey.schedules = others;
    return {};
  });
}

/**
 * Takes those of `contactIds` who are due today as asked: an invitation each; and notes whom the draw held out, who stand in the same
 * queue. Nothing is sent. Who may not be asked any more since the list was read is left out.
 * @throws StoreError `missing`; `invalid` where the survey is not open or the schedule is off
 */
export async function askToday(
  ctx: Context,
  { surveyId, id, contactIds }: { surveyId: string; id: string; contactIds: string[] },
): Promise<Results['schedules.ask']> {
  const survey = (await ctx.db.surveys.get(surveyId))?.body;
  const schedule = survey?.schedules?.[id];
  if (!survey || survey.deletedAt !== null || !schedule)
    throw new StoreError('missing', 'This schedule was deleted.');
  if (survey.state !== 'open' || !schedule.on)
    throw new StoreError('invalid', 'The survey is not open, or the schedule is off.');
  const queue = await queueOf(ctx.db, survey, { id, schedule }, { now: ctx.now(), zone: ctx.zone });
  const wanted = new Set(contactIds);
  const links = await turnLinks(id, queue);
  return command(ctx, async (work) => {
    const contacts = await work.live(
      'contacts',
      queue.ask.filter((one) => wanted.has(one)),
    );
    const { ask } = await guard(work.db, contacts, { now: work.now, zone: ctx.zone }, false);
    // The queue was read before: another page may have taken its list meanwhile.
    const { daysSince } = todayAt(work.now, ctx.zone);
    const today = (await turnsBy(work.db, { surveyId, scheduleId: id })).filter(
      ({ at }) => daysSince(at) === 0,
    );
    const room = Math.max(0, schedule.perDay - today.filter(({ heldOut }) => !heldOut).length);
    const { channel, holdout: share } = schedule;
    const given = { surveyId, scheduleId: id, channel, ...(share > 0 && { share }) };
    const taken = await takenIds(work.db, links);
    /** A link that was taken back stays what it was: whoever is asked again has another. */
    const linkOf = (contactId: string) => {
      const link = links.get(contactId);
      return link && !taken.has(link.id) ? link : {};
    };
    const asked = ask.slice(0, room).map(({ id: contactId }) => ({
      contactId,
      token: newInvite(work, { ...given, contactId, ...linkOf(contactId) }).token,
    }));
    const noted = new Set(today.map(({ contactId }) => contactId));
    const held = queue.held.filter((one) => !noted.has(one));
    for (const contactId of held)
      newInvite(work, { ...given, contactId, ...linkOf(contactId), heldOut: true });
    return { links: asked, held: held.length };
  });
}
