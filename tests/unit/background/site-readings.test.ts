import { expect, test } from 'vitest';
import { noted, type Report, readingState, type SiteReading } from '@/lib/crm/site-readings';

const FRIDAY = '2026-11-20';
const SATURDAY = '2026-11-21';
const SUNDAY = '2026-11-22';
const mail = (
  day: string,
  people: Record<string, number> = { sender: 1 },
  variant = 'thread/gd',
): Report => ({
  recipe: 'gmail',
  read: [{ kind: 'message', day, variant, people }],
});
const NOTHING: Report = { recipe: null, read: [] };
type Told = [day: string, report: Report];
const nothing = (day: string, times: number): Told[] => Array(times).fill([day, NOTHING]);
const anywhere = (day: string, times: number): Told[] =>
  Array(times).fill([day, { ...mail(day), recipe: 'generic' }]);
const read = (day: string): Told[] => [[day, mail(day)]];

function after(told: Told[]): SiteReading | undefined {
  return told.reduce<SiteReading | undefined>((note, [day, report]) => noted(note, report, day), undefined);
}

test('a second mail of the same day by the same variant says nothing new, another day or variant does', () => {
  const note = after(read(FRIDAY)) as SiteReading;
  expect(noted(note, mail(FRIDAY, { sender: 1, recipient: 3 }), FRIDAY)).toBe(note);
  expect(noted(note, mail(FRIDAY, { sender: 1 }, 'preview/gf'), FRIDAY)).not.toBe(note);
  expect(noted(note, mail(SATURDAY), SATURDAY).kinds.message?.day).toBe(SATURDAY);
});

test.each<[string, Told[], string]>([
  ['never read', [], 'unseen'],
  ['only pages that told nothing', nothing(FRIDAY, 9), 'unseen'],
  ['read', read(FRIDAY), 'holds'],
  ['pages without anybody on the same day', [...read(FRIDAY), ...nothing(FRIDAY, 9)], 'holds'],
  ['four of them on a later day', [...read(FRIDAY), ...nothing(SATURDAY, 4)], 'holds'],
  [
    'many of them on the same day and one on the next',
    [...read(FRIDAY), ...nothing(FRIDAY, 20), ...nothing(SATURDAY, 1)],
    'holds',
  ],
  [
    'some on each of two later days',
    [...read(FRIDAY), ...nothing(SATURDAY, 4), ...nothing(SUNDAY, 4)],
    'holds',
  ],
  ['five of them on a later day', [...read(FRIDAY), ...nothing(SATURDAY, 5)], 'changed'],
  [
    'addresses found on any page where a recipe read before',
    [...read(FRIDAY), ...anywhere(SATURDAY, 5)],
    'changed',
  ],
  ['a reading after these', [...read(FRIDAY), ...nothing(SATURDAY, 5), ...read(SATURDAY)], 'holds'],
])('a site with %s: %s', (_, told, state) => {
  expect(readingState(after(told))).toBe(state);
});

test('pages that told nothing are counted up to twenty, so that they stop being written', () => {
  const note = after(nothing(SATURDAY, 20)) as SiteReading;
  expect(note.unread).toEqual({ day: SATURDAY, pages: 20 });
  expect(noted(note, NOTHING, SATURDAY)).toBe(note);
});
