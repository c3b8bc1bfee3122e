import type { AddressRule, Due } from '../../lib/surveys/form';

const DAY = 864e5;

/** What is remembered of a visitor, in the site's own storage: nothing that says who it is. */
interface Memory {
  /** Counted once a session of the browser. */
  visits?: number;
  /** Decides samples, always the same way for the same visitor. */
  seed?: number;
  /** When each form was last shown. */
  shown?: Record<string, number>;
}

let memory: Memory = {};

/** Storage may be forbidden: then it holds as long as the page. */
function read(): Memory {
  try {
    return JSON.parse(localStorage.sidelight) || {};
  } catch {
    return memory;
  }
}

function write(change: Memory): void {
  memory = { ...read(), ...change };
  try {
    localStorage.sidelight = JSON.stringify(memory);
  } catch {}
}

export function countVisit(): void {
  const { visits = 0, seed = Math.random() * 2 ** 32 } = read();
  let isNew = !visits;
  try {
    isNew = !sessionStorage.sidelight;
    sessionStorage.sidelight = 1;
  } catch {}
  write({ visits: visits + +isNew, seed });
}

export function mark(form: string): void {
  write({ shown: { ...read().shown, [form]: Date.now() } });
}

/** Sealed answers of an earlier page that nobody has taken yet. */
export function hasUnsent(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('sidelight.'));
  } catch {
    return false;
  }
}

/** `is` and `starts` are held against the address with and without its origin and its query. */
export function fits({ show: { urls: rules = [] } }: Due): boolean {
  const { href, origin, pathname, search, hash } = location;
  const places = [href, origin + pathname, pathname + search + hash, pathname];
  const hits = (rule: AddressRule) =>
    places.some(
      (place) =>
        rule.is === place ||
        (rule.starts && place.startsWith(rule.starts)) ||
        (rule.has && place.includes(rule.has)),
    );
  const wanted = rules.filter((rule) => !rule.not);
  return (!wanted[0] || wanted.some(hits)) && !rules.some((rule) => rule.not && hits(rule));
}

/** A share from 0 to 1, of this visitor for this form: a hash of its id, twice so that the last letter counts as much as the first. */
function draw(form: string, seed = 0): number {
  for (const letter of form + form) seed = Math.imul(seed ^ (seed >>> 15) ^ letter.charCodeAt(0), 0x85ebca6b);
  return (seed >>> 0) / 2 ** 32;
}

/**
 * Whether a form may be shown now and here. What waits to be opened by the visitor (a tab, a form in the flow of the page)
 * is no interruption: there only a limit of its own holds.
 */
export function may(due: Due): boolean {
  const { id, show } = due;
  const { visits = 1, seed, shown } = read();
  const now = Date.now();
  const calm = show.place === 'tab' || show.place === 'inline';
  const { again = calm ? 0 : 1 / 0, quiet = calm ? 0 : 30 } = show;
  return (
    !(show.until! <= now) &&
    !(visits < show.visits!) &&
    draw(id, seed) < (show.sample ?? 1) &&
    fits(due) &&
    Object.keys(shown || {}).every((other) => now - shown![other]! >= (other === id ? again : quiet) * DAY)
  );
}
