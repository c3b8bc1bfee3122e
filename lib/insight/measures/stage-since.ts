import type { Events } from '../events';
import { stageOf } from '../rhythm/stage';
import type { Common } from './common';
import { pastOf } from './past';
import { stageGround } from './stage-now';

/** So far back it is looked: two years, week by week. */
const WEEKS = 104;

/**
 * Since when a contact stands where it stands, for somebody at whom nobody has looked before: the stage is told again for the weeks that
 * are over, by what had happened until then, back to one with another stage; then for its days.
 * @param cadence days, or 0
 * @returns the number of a day, at most two years back
 */
export function stageSince(
  events: Events,
  at: number,
  common: Common,
  cadence: number,
  today: number,
): number {
  const stageAt = (day: number) => {
    const ground = stageGround(pastOf(events, at, day), common, cadence, day);
    return ground && stageOf(ground).stage;
  };
  const stage = stageAt(today);
  let day = today;
  for (let week = 1; week <= WEEKS && stageAt(today - 7 * week) === stage; week += 1) day = today - 7 * week;
  while (day > today - 7 * WEEKS && stageAt(day - 1) === stage) day -= 1;
  return day;
}
