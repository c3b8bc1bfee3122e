import { mailboxes, mailtoAddress, onlyAddress } from './addresses';
import { shownName } from './names';
import type { PersonRole } from './page-context';
import { readPeople } from './people';
import type { Look, PersonRule } from './recipe';
import { personalWords, stableSelector } from './stable-selector';

/** An address on the page: in which element it stands, and how it is read there. */
interface Stands {
  holder: Element;
  look: Look;
  email: string;
}

/** How far around what was pointed at an address is looked for. */
const LEVELS = 4;
const MOST_AROUND = 80;

function standsIn(element: Element, withText: boolean): Stands | null {
  for (const { name, value } of element.attributes) {
    if (!/^[a-z][a-z-]*$/.test(name) || name === 'value' || value.length > 400) continue;
    const mailto = mailtoAddress(value);
    const email = mailto ?? onlyAddress(value);
    if (email)
      return { holder: element, look: { attr: name, steps: [mailto ? 'mailto' : 'address'] }, email };
  }
  const text = withText ? (element.textContent ?? '') : '';
  const email = text.length < 1000 ? onlyAddress(text) : null;
  return email ? { holder: element, look: { steps: ['address'] }, email } : null;
}

/** The one address that stands at or around an element; null when there is none, or when several stand there. */
export function addressAt(element: Element): Stands | null {
  let at: Element | null = element;
  for (let level = 0; at && at !== at.ownerDocument.body && level < LEVELS; level++, at = at.parentElement) {
    const own = standsIn(at, true);
    if (own) return own;
    const around = [...at.querySelectorAll('*')];
    if (around.length > MOST_AROUND) return null;
    const found = around.flatMap((one) => standsIn(one, one.childElementCount === 0) ?? []);
    const emails = new Set(found.map(({ email }) => email));
    if (emails.size > 1) return null;
    if (found[0]) return found[0];
  }
  return null;
}

export interface PersonHere {
  /** The element that stands for the person. */
  element: Element;
  /** How it is read, but for `each`. */
  rule: Omit<PersonRule, 'each'>;
  personal: Set<string>;
  /** Null of somebody who is read by name alone. */
  email: string | null;
}

/**
 * How the person is read at whom the user pointed: the element of the name, and that of the address if it stands apart. Without
 * any address a person of this role is read by name alone.
 * @param names words of the names of everybody on the page: none of them may become part of a selector
 */
export function personAt(
  name: Element,
  address: Element | null,
  dated: { id: string; since: string },
  names: ReadonlySet<string>,
): PersonHere | null {
  const stands = addressAt(address ?? name);
  if (stands && !address && !nameIn(name, stands.email)) {
    const around = namedAround(name, stands.email);
    if (around) return personAt(around, null, dated, names);
  }
  const shown = nameIn(name, stands?.email ?? null);
  const personal = personalWords([shown ?? '', stands?.email ?? '', ...names]);
  if (!stands)
    return shown && !address
      ? { element: name, personal, email: null, rule: { ...dated, name: [{}], nameOnly: true } }
      : null;
  const element = commonAncestor(name, stands.holder);
  const find = (one: Element) => (one === element ? {} : finding(one, element, personal));
  const [toName, toAddress] = [find(name), find(stands.holder)];
  if (!toName || !toAddress) return null;
  return {
    element,
    personal,
    email: stands.email,
    rule: {
      ...dated,
      email: [{ ...toAddress, ...stands.look }],
      name: shown ? [toName] : [],
    },
  };
}

const nameIn = (element: Element, email: string | null) =>
  shownName((element.textContent ?? '').slice(0, 2000), email).name;

/** Longer than that it is no name but a line of the page. */
const LONGEST_NAME = 60;

/** Where the user pointed at the address alone: the element around it that bears a name too, and no other address. */
function namedAround(element: Element, email: string): Element | null {
  const { body } = element.ownerDocument;
  for (
    let at = element.parentElement, level = 0;
    at && at !== body && level < 2;
    at = at.parentElement, level++
  ) {
    const name = nameIn(at, email);
    if (name) return name.length <= LONGEST_NAME && addressAt(at)?.email === email ? at : null;
  }
  return null;
}

function finding(element: Element, root: Element, personal: Set<string>): Look | null {
  const find = stableSelector(element, root, personal, ([first]) => first === element);
  return find ? { find } : null;
}

/** A field that holds several mailboxes, as text or in an attribute. */
export function mailboxesAt(element: Element): Look | null {
  if (mailboxes(element.textContent ?? '').length > 1) return {};
  const attr = [...element.attributes].find(
    ({ name, value }) => /^[a-z][a-z-]*$/.test(name) && mailboxes(value).length > 1,
  );
  return attr ? { attr: attr.name } : null;
}

/** The innermost element that holds both. */
export function commonAncestor(one: Element, other: Element): Element {
  let at = one;
  while (!at.contains(other) && at.parentElement) at = at.parentElement;
  return at;
}

/** Whom a rule reads in a part of the page. */
export const peopleBy = (rule: PersonRule, role: PersonRole, root: Element) =>
  readPeople(role, [rule], { root, captures: {} }, 'taught').found;
