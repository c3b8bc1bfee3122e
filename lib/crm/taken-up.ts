import type { Contact } from './contacts';

/** Whether anything of a contact did not come with an imported file: a value of another origin, or a cadence. One without values was typed. */
export function isOwnWork({ points, facts, tags, dates, cadence }: Contact): boolean {
  const values = [points, facts, tags, dates].flatMap((map) => Object.values(map));
  const imported = values.length > 0 && values.every((value) => value.how === 'import');
  return !imported || cadence !== null;
}
