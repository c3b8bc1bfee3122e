import { expect, test } from 'vitest';
import { draftOf, fieldsOf } from '@/components/people/stranger-draft';
import type { TabPerson } from '@/lib/api/views';
import { fixtures } from './fixtures';

const PROFILES = fixtures().filter(
  ({ expected }) => expected?.kind === 'profile' && expected.people.length > 0,
);

test.each(PROFILES.map((page) => [page.name, page] as const))(
  '%s: whoever is added has all that the page tells, each with the page as its source',
  (_, { url, expected }) => {
    const [person] = expected?.people ?? [];
    const { name, title, company, place: city, contactPoints: points = [] } = person ?? {};
    const link = expected?.permalink ?? null;
    const { hostname: source } = new URL(url);
    const told = { name: name ?? '', title, company, place: city, points } as TabPerson;
    const draft = draftOf(fieldsOf(told), told, [], { source, link });
    const from = { how: 'page', source, ...(link && { link }) };
    const facts = Object.entries({ company, title, city }).filter(([, value]) => value);
    expect(draft.facts).toEqual(facts.map(([field, value]) => ({ field, value, from })));
    expect(draft.points).toHaveLength(points.length);
    expect(draft.points).toEqual(expect.arrayContaining(points.map((point) => ({ ...point, from }))));
    expect(draft.name).toBe(name ?? '');
  },
);
