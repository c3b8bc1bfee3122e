import { canonicalEmail, mailboxes } from './addresses';
import { linkedPeople } from './json-ld';
import { cleanHandle, plain, shownName } from './names';
import type { PagePoint, Person, PersonRole } from './page-context';
import type { PersonRule, Source } from './recipe';
import { firstText, type Scope, selectorFor, textOf, within } from './sources';
import { isVisible } from './visible';

/** Somebody on the page, with the element that stands for them. */
export interface Found {
  person: Person;
  /** Null when nothing that is shown stands for them. */
  anchor: Element | null;
  /** Of theirs what this element stands at the head of, to be read by that rule; `who` is the handle as the page writes it. */
  said?: { rule: NonNullable<PersonRule['said']>; root: Element; who: string | null } | null;
}

export interface FoundPeople {
  found: Found[];
  /** Id of the rule that matched. */
  rule: string | null;
}

type Text = string | null | undefined;
type Field = 'email' | 'name' | 'handle' | 'url' | 'phone' | 'title' | 'company' | 'place';

/** How many elements of one role may be read in one turn. */
export interface Budget {
  elements: number;
  /** Set when there were more. */
  cut: boolean;
}

/** People of one role in a region: the first rule that finds any. */
export function readPeople(
  role: PersonRole,
  rules: PersonRule[] | undefined,
  region: Scope,
  site: string,
  budget?: Budget,
): FoundPeople {
  for (const rule of rules ?? []) {
    const read = (root: Element) =>
      readElement(rule, { ...region, root, region: region.root }).flatMap(
        (texts) => makePerson(role, texts, site, rule.nameOnly ?? false) ?? [],
      );
    const elements = within(region, rule.each, budget && budget.elements + 1);
    if (budget && elements.length > budget.elements) {
      elements.length = budget.elements;
      budget.cut = true;
    }
    const all = elements.flatMap((anchor) =>
      read(anchor).map((person): Found => ({ person, anchor, said: saidAt(anchor, rule, region) })),
    );
    const found = rule.twin ? atTwins(all, within(region, rule.twin), region.root, read) : all;
    if (found.length) return { found, rule: rule.id };
  }
  return { found: [], rule: null };
}

function saidAt(anchor: Element, { said, handle }: PersonRule, region: Scope): Found['said'] {
  const around = said && selectorFor(said.around, region.captures);
  const root = around && anchor.closest(around);
  return said && root ? { rule: said, root, who: firstText(handle, { ...region, root: anchor }) } : null;
}

/** Moves hidden anchors to an element that is shown and names the same person; whoever is read off the whole region needs one. */
function atTwins(
  found: Found[],
  twins: Element[],
  region: Element,
  read: (root: Element) => Person[],
): Found[] {
  return found.flatMap((one) => {
    if (one.anchor && one.anchor !== region && isVisible(one.anchor)) return one;
    const twin = twins.find(
      (element) =>
        isVisible(element) &&
        plain(element.textContent).includes(one.person.name ?? '') &&
        read(element).some((again) => isSame(one.person, again)),
    );
    if (!twin) return one.anchor === region ? [] : one;
    return { ...one, anchor: twin };
  });
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

/** Longer ones lead to nobody's page, and a report that holds one would be refused whole. */
const LONGEST_LINK = 500;

function makePerson(role: PersonRole, texts: Texts, site: string, nameOnly: boolean): Person | null {
  const email = canonicalEmail((texts.email ?? '').replace(/^mailto:/i, ''));
  const contactPoints: PagePoint[] = [];
  if (email) contactPoints.push({ kind: 'email', value: email });
  const handle = cleanHandle(texts.handle ?? '');
  // Where a handle looks like an address it may stand in the place of the name, and deceives nobody.
  const { name, spoof } = shownName(texts.name ?? '', email ?? canonicalEmail(handle));
  if (handle) contactPoints.push({ kind: 'handle', value: `${site}:${handle}` });
  const phone = plain(texts.phone ?? '');
  if (phone) contactPoints.push({ kind: 'phone', value: phone });
  if (texts.url && texts.url.length <= LONGEST_LINK && /^https?:\/\//i.test(texts.url))
    contactPoints.push({ kind: 'url', value: texts.url });
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
  return one.contactPoints.some(({ kind, value }) =>
    known.contactPoints.some((own) => own.kind === kind && own.value === value),
  );
}

/**
 * Each person once, and once more for each comment of theirs, in order of the first reading, with the first name that is told and the first element that is shown. Goes by
 * an index: a mail to two thousand people is no rarity.
 */
export function distinct(found: Found[]): Found[] {
  const people: Found[] = [];
  const byPoint = new Map<string, number>();
  const byName = new Map<string, number>();
  const note = (index: Map<string, number>, key: string, at: number) => {
    if ((index.get(key) ?? at) >= at) index.set(key, at);
  };
  for (const one of found) {
    if (one.said) {
      people.push(one);
      continue;
    }
    const at = placeOf(one.person, byPoint, byName);
    const earlier = at === undefined ? undefined : people[at];
    if (at === undefined || !earlier) {
      for (const point of one.person.contactPoints) note(byPoint, keyOf(point), people.length);
      if (one.person.name !== null) note(byName, one.person.name, people.length);
      people.push(one);
      continue;
    }
    const { name, spoof } = earlier.person.name === null ? one.person : earlier.person;
    const anchor = [earlier.anchor, one.anchor].find((element) => element && isVisible(element)) ?? null;
    people[at] = { person: { ...earlier.person, name, ...(spoof && { spoof }) }, anchor };
    if (name !== null) note(byName, name, at);
  }
  return people;
}

/** The first of those who are known already that this person is, by the rule of `isSame`. */
function placeOf(
  { contactPoints, name }: Person,
  byPoint: Map<string, number>,
  byName: Map<string, number>,
): number | undefined {
  if (contactPoints.length === 0) return name === null ? undefined : byName.get(name);
  const places = contactPoints.flatMap((point) => byPoint.get(keyOf(point)) ?? []);
  return places.length ? Math.min(...places) : undefined;
}
