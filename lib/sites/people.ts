import { canonicalEmail, mailboxes } from './addresses';
import { linkedPeople } from './json-ld';
import { plain, shownName } from './names';
import type { PagePoint, Person, PersonRole } from './page-context';
import type { PersonRule, Source } from './recipe';
import { firstText, type Scope, textOf, within } from './sources';
import { isVisible } from './visible';

/** Somebody on the page, with the element that stands for them. */
export interface Found {
  person: Person;
  anchor: Element;
}

export interface FoundPeople {
  found: Found[];
  /** Id of the rule that matched. */
  rule: string | null;
}

type Text = string | null | undefined;
type Field = 'email' | 'name' | 'handle' | 'url' | 'phone' | 'title' | 'company' | 'place';

/** People of one role in a region: the first rule that finds any. At most `limit` elements are read. */
export function readPeople(
  role: PersonRole,
  rules: PersonRule[] | undefined,
  region: Scope,
  site: string,
  limit = Infinity,
): FoundPeople {
  for (const rule of rules ?? []) {
    const found = within(region, rule.each)
      .slice(0, limit)
      .flatMap((anchor) =>
        readElement(rule, { ...region, root: anchor }).flatMap((texts) => {
          const person = makePerson(role, texts, site, rule.nameOnly ?? false);
          return person ? [{ person, anchor }] : [];
        }),
      );
    if (found.length) return { found, rule: rule.id };
  }
  return { found: [], rule: null };
}

type Texts = Partial<Record<Field, Text>>;

function readElement(rule: PersonRule, scope: Scope): Texts[] {
  if (rule.many) {
    const text = textOf(rule.many.from, scope) ?? '';
    return rule.many.as === 'mailboxes' ? mailboxes(text) : linkedPeople(text);
  }
  const read = (sources?: Source[]) => firstText(sources, scope);
  return [
    {
      email: read(rule.email),
      name: read(rule.name),
      handle: read(rule.handle),
      url: read(rule.url),
      phone: read(rule.phone),
      title: read(rule.title),
      company: read(rule.company),
      place: read(rule.place),
    },
  ];
}

function makePerson(role: PersonRole, texts: Texts, site: string, nameOnly: boolean): Person | null {
  const email = canonicalEmail((texts.email ?? '').replace(/^mailto:/i, ''));
  const { name, spoof } = shownName(texts.name ?? '', email);
  const contactPoints: PagePoint[] = [];
  if (email) contactPoints.push({ kind: 'email', value: email });
  if (texts.handle) contactPoints.push({ kind: 'handle', value: `${site}:${texts.handle}` });
  if (texts.phone) contactPoints.push({ kind: 'phone', value: plain(texts.phone) });
  if (texts.url && /^https?:\/\//i.test(texts.url)) contactPoints.push({ kind: 'url', value: texts.url });
  if (contactPoints.length === 0 && !(nameOnly && name)) return null;
  const person: Person = { role, name, contactPoints };
  for (const field of ['title', 'company', 'place'] as const) {
    const text = plain(texts[field] ?? '');
    if (text) person[field] = text;
  }
  if (spoof) person.spoof = true;
  return person;
}

const keyOf = (point: PagePoint): string => `${point.kind} ${point.value}`;

/** Whether `one` is the `known` person: a common address or handle; if the page shows only a name, that name. */
export function isSame(known: Person, one: Person): boolean {
  if (one.contactPoints.length === 0) return one.name !== null && one.name === known.name;
  const keys = new Set(known.contactPoints.map(keyOf));
  return one.contactPoints.some((point) => keys.has(keyOf(point)));
}

/** Each person once, in order of the first reading; of several elements for one person the first that is shown. */
export function distinct(found: Found[]): Found[] {
  const people: Found[] = [];
  for (const one of found) {
    const at = people.findIndex(({ person }) => isSame(person, one.person));
    const earlier = people[at];
    if (!earlier) people.push(one);
    else if (!isVisible(earlier.anchor) && isVisible(one.anchor))
      people[at] = { ...earlier, anchor: one.anchor };
  }
  return people;
}
