import type { ReadySegment } from '@/lib/api/segment-views';
import { CHOICE_MEASURES } from '@/lib/crm/measure-names';
import type { Query, Range } from '@/lib/crm/segments';
import { eachContact } from '../contact-scan';
import type { Database } from '../database';
import { fold } from '../fold';
import { findPlaces } from '../segment-find';
import type { When } from '../segment-frame';

/** Segments that are offered ready, with how many they would hold; those that hold nobody are left out. */
export async function readySegments(db: Database, when: When): Promise<ReadySegment[]> {
  const ready = [...(await ofFields(db)), ...ofFigures(), ...ofNeeds()];
  const counted: ReadySegment[] = [];
  for (const one of ready) {
    const { count } = await findPlaces(db, one.query, when);
    if (count > 0) counted.push({ ...one, count });
  }
  return counted;
}

type Uncounted = Omit<ReadySegment, 'count'>;

const MOST_VALUES = 6;
/** A value that one contact alone has makes no group. */
const FEWEST = 2;

async function ofFields(db: Database): Promise<Uncounted[]> {
  const seen = new Map<string, Map<string, { value: string; count: number }>>(
    ['city', 'country', 'title'].map((field) => [field, new Map()]),
  );
  await eachContact(db, ({ facts, kind }) => {
    if (kind !== 'work') return;
    for (const { field, value, asideAt } of Object.values(facts)) {
      const values = asideAt === undefined && seen.get(field);
      if (!values) continue;
      const key = fold(value);
      values.set(key, { value: values.get(key)?.value ?? value, count: (values.get(key)?.count ?? 0) + 1 });
    }
  });
  return [...seen].flatMap(([field, values]) =>
    [...values.values()]
      .filter(({ count }) => count >= FEWEST)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map(
        ({ value }): Uncounted => ({
          group: field === 'title' ? 'job' : 'place',
          name: value,
          query: { ask: 'fact', field, has: 'is', value },
        }),
      ),
  );
}

const AGES: readonly Range[] = [
  { max: 24 },
  { min: 25, max: 34 },
  { min: 35, max: 44 },
  { min: 45, max: 54 },
  { min: 55, max: 64 },
  { min: 65 },
];
/** Above the first, below the second. */
const [LOYAL, NOT_LOYAL] = [70, 30];
/** Probability of being late from which somebody is at risk. */
const AT_RISK = 0.95;

function ofFigures(): Uncounted[] {
  const measure = (name: 'age' | 'loyalty' | 'overdue', range: Range): Query => ({
    ask: 'measure',
    name,
    range,
  });
  const choices = (group: ReadySegment['group'], name: keyof typeof CHOICE_MEASURES): Uncounted[] =>
    CHOICE_MEASURES[name].map((word) => ({ group, query: { ask: 'choice', name, in: [word] } }));
  return [
    ...AGES.map((range): Uncounted => ({ group: 'age', query: measure('age', range) })),
    ...choices('value', 'valueGrade'),
    ...choices('rfm', 'rfm'),
    ...choices('stage', 'stage'),
    { group: 'loyalty', query: measure('loyalty', { min: LOYAL }) },
    { group: 'loyalty', query: measure('loyalty', { max: NOT_LOYAL }) },
    { group: 'loyalty', query: measure('overdue', { min: AT_RISK }) },
  ];
}

function ofNeeds(): Uncounted[] {
  return (['explicit', 'latent'] as const).map((kind) => ({
    group: 'needs',
    query: { ask: 'need', status: 'open', kind },
  }));
}
