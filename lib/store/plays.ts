import { draftOf, reasonOf, titleOf } from '@/lib/advice/advice-words';
import { CATALOGUE } from '@/lib/advice/catalogue';
import { type EffectivePlay, playsOf } from '@/lib/advice/catalogue/effective';
import { barOf } from '@/lib/advice/engine/barred';
import { isTouched } from '@/lib/advice/steps';
import type { PlayRow, PlayTrial } from '@/lib/api/advice-views';
import type { Outcome } from '@/lib/crm/outcomes';
import type { PlaySetting } from '@/lib/crm/plays';
import type { Query } from '@/lib/crm/segments';
import { shareOf } from '@/lib/insight/satisfaction';
import { advisorOf } from './advice';
import { command } from './command';
import type { Database } from './database';
import { StoreError } from './errors';
import { outcomesOf } from './outcomes';
import { briefs } from './reads';
import { findMembers, idsIn } from './segment-find';
import type { When } from './segment-frame';
import { settingsOf } from './settings';
import { SETTINGS_ID } from './settings-row';
import { situationOf } from './views/situation';
import type { Context } from './work';

type Done = Record<string, never>;

/** Plays with what became of them so far. */
export async function playRows(db: Database): Promise<PlayRow[]> {
  const [settings, rows] = await Promise.all([
    settingsOf(db),
    db.outcomes.where('k.at').above(Number.NEGATIVE_INFINITY).toArray(),
  ]);
  const counts = new Map<string, PlayRow['outcomes']>();
  for (const { body } of rows) {
    const own = counts.get(body.playId) ?? noOutcomes();
    const became = body.became as Outcome['became'];
    if (became !== 'held') own[became] += 1;
    counts.set(body.playId, own);
  }
  return playsOf(settings.plays).map((play) =>
    rowOfPlay(play, settings.plays?.[play.id], counts.get(play.id)),
  );
}

const noOutcomes = (): PlayRow['outcomes'] => ({
  shown: 0,
  done: 0,
  dismissed: 0,
  later: 0,
  never: 0,
  ignored: 0,
});

function rowOfPlay(play: EffectivePlay, setting: PlaySetting | undefined, outcomes = noOutcomes()): PlayRow {
  const answered = outcomes.done + outcomes.dismissed + outcomes.never;
  return {
    id: play.id,
    title: titleOf(play),
    reason: play.isOwn ? reasonOf(play, {}) : null,
    draft: draftOf(play, '{name}', 0),
    kind: play.kind,
    channel: play.channel,
    condition: play.condition,
    minutes: play.minutes,
    coolingDays: play.coolingDays,
    lever: play.lever,
    off: play.off,
    isOwn: play.isOwn,
    setting: setting ?? null,
    outcomes,
    done: shareOf(outcomes.done, answered),
  };
}

/** Keeps what the user changed of a play, or a play of their own: the whole setting. Null: as the product ships it, or none at all. */
export function setPlay(
  ctx: Context,
  { id, setting }: { id: string; setting: PlaySetting | null },
): Promise<Done> {
  return command(ctx, async (work) => {
    const isShipped = CATALOGUE.some((play) => play.id === id);
    if (setting && !isShipped && !(setting.own && setting.condition)) {
      throw new StoreError('invalid', 'A play of your own says what to do and for whom.');
    }
    const body = await work.one('settings', SETTINGS_ID);
    const { [id]: _, ...others } = body.plays ?? {};
    body.plays = setting ? { ...others, [id]: setting } : others;
    return {};
  });
}

/** Sets the minutes that the user has for a day's steps. */
export function setMinutes(ctx: Context, { minutes }: { minutes: number }): Promise<Done> {
  return command(ctx, async (work) => {
    const body = await work.one('settings', SETTINGS_ID);
    body.minutes = minutes;
    return {};
  });
}

/** Of a sample so many are named. */
const SAMPLE = 10;

/** Who would get a play today: how many its condition finds, and of the first of them what bars it. */
export async function tryPlay(
  db: Database,
  { id, condition }: { id: string | null; condition: Query },
  when: When,
): Promise<PlayTrial> {
  const [advisor, members] = await Promise.all([advisorOf(db, when), findMembers(db, condition, when)]);
  const known = advisor.plays.find((play) => play.id === id);
  const bound = known ?? { id: id ?? '', channel: null, coolingDays: 0 };
  const read = await briefs(db, idsIn(members).slice(0, SAMPLE));
  const sample = await Promise.all(
    read.map(async (brief) => ({
      id: brief.contact.id,
      name: brief.contact.name,
      bar: barOf(
        { ...bound, off: false },
        {
          contact: brief.contact,
          touched: isTouched(situationOf(brief, advisor.usage)),
          outcomes: await outcomesOf(db, brief.identityIds),
          advised: advisor.advised,
          now: when.now,
        },
      ),
    })),
  );
  return { count: members.count, sample };
}
