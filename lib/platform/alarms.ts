import { browser } from 'wxt/browser';

const PULL = 'pull';

/** Wakes the background every so many minutes, or no more (`null`). An alarm that runs already is left to run. */
export async function setPullAlarm(minutes: number | null): Promise<void> {
  const known = await browser.alarms.get(PULL);
  if (minutes === null) {
    if (known) await browser.alarms.clear(PULL);
  } else if (known?.periodInMinutes !== minutes) {
    browser.alarms.create(PULL, { periodInMinutes: minutes });
  }
}

/** To be called in the worker's first turn. */
export function onPullAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PULL) listener();
  });
}

const REMIND = 'remind';

/** Wakes the background once at a moment (epoch ms), or not (`null`). */
export async function setRemindAlarm(when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(REMIND);
  else browser.alarms.create(REMIND, { when });
}

/** To be called in the worker's first turn. */
export function onRemindAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMIND) listener();
  });
}

const DAY = 'day';
/** Minutes after the browser or the extension started, and between looks: what was done today is not done again. */
const DAY_ALARM = { delayInMinutes: 5, periodInMinutes: 180 };

/** Wakes the background now and then for what is done once a day. An alarm that runs already is left to run. */
export async function setDayAlarm(): Promise<void> {
  if (!(await browser.alarms.get(DAY))) browser.alarms.create(DAY, DAY_ALARM);
}

/** To be called in the worker's first turn. */
export function onDayAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DAY) listener();
  });
}
