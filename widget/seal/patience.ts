/** Milliseconds before what did not come is asked for again: a little, then longer, then once a minute. */
const PAUSES = [2000, 10_000];

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
export const heard = (on: EventTarget, name: string) =>
  new Promise((resolve) => on.addEventListener(name, resolve, { once: true }));

/**
 * Loads until it is there: after pauses, and at once when there is a connection again or somebody looks.
 * @param load is told how often it was tried before
 * @param asked resolves when somebody wants it to be tried now
 */
export async function untilThere<T>(load: (tries: number) => Promise<T>, asked = wait): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await load(tries);
    } catch (error) {
      console.warn(error);
    }
    const pause = PAUSES[tries] ?? 60_000;
    await Promise.race([
      wait(pause),
      asked(pause),
      heard(window, 'online'),
      heard(document, 'visibilitychange'),
    ]);
  }
}
