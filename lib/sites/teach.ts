/** Makes a recipe of what the user points at. Reads the page and never changes it. */
import type { Reading } from './page-context';
import { distinct, isSame, readPeople } from './people';
import { commonAncestor, mailboxesAt, type PersonHere, personAt } from './pointed';
import { read } from './read';
import type { PersonRule, SiteRecipe } from './recipe';
import { personalWords, stableSelector } from './stable-selector';
import { taughtId } from './taught';
import { isVisible } from './visible';

/** What the user pointed at. */
export interface Pointed {
  name: Element;
  /** Null where the address stands with the name, or nowhere. */
  address: Element | null;
  recipient: Element | null;
}

export interface Proposal {
  recipe: SiteRecipe;
  /** What the recipe reads on this page now. */
  reading: Reading;
}

/**
 * A recipe for pages like this one, tried on it at once.
 * @param since month, `2026-11`
 * @returns null when nothing lasting tells the sender from others, or the recipe does not read the sender at whom the user pointed
 */
export function propose(pointed: Pointed, location: URL | Location, since: string): Proposal | null {
  const document = pointed.name.ownerDocument;
  const sender = senderOf(pointed, since);
  if (!sender) return null;
  const recipient = pointed.recipient && recipientOf(pointed.recipient, sender, since);
  if (pointed.recipient && !recipient) return null;
  const host = location.hostname;
  const held = recipient ? commonAncestor(sender.element, recipient.element) : sender.element;
  const recipe: SiteRecipe = {
    format: 1,
    id: taughtId(host),
    name: host,
    hosts: [host],
    viewer: [],
    pages: [
      {
        kind: 'message',
        region: [{ id: 'taught', since, find: regionOf(held, sender) }],
        people: { sender: [sender.rule], ...(recipient && { recipient: [recipient.rule] }) },
      },
    ],
    observe: ['body'],
  };
  const reading = read(document, location, [recipe]);
  const [first] = reading?.context.people ?? [];
  return reading && first?.role === 'sender' ? { recipe, reading } : null;
}

interface Ruled extends PersonHere {
  rule: PersonRule;
}

const peopleBy = (rule: PersonRule, role: 'sender' | 'recipient', root: Element) =>
  readPeople(role, [rule], { root, captures: {} }, 'taught').found;

function senderOf({ name, address }: Pointed, since: string): Ruled | null {
  const here = personAt(name, address, { id: 'sender', since });
  if (!here) return null;
  const { body } = name.ownerDocument;
  const each = stableSelector(here.element, body, here.personal, (found, selector) => {
    const people = peopleBy({ ...here.rule, each: selector }, 'sender', body);
    return people.length === found.length && distinct(people).length === 1;
  });
  return each ? { ...here, rule: { ...here.rule, each } } : null;
}

/** Everybody of the row in which the user pointed at one. */
function recipientOf(pointed: Element, sender: Ruled, since: string): Ruled | null {
  const dated = { id: 'recipient', since };
  const { body } = pointed.ownerDocument;
  const list = mailboxesAt(pointed);
  if (list) {
    const personal = personalWords([pointed.textContent ?? '']);
    const each = stableSelector(pointed, body, personal);
    const rule = { ...dated, many: { as: 'mailboxes' as const, from: list } };
    return each ? { element: pointed, personal, email: null, rule: { ...rule, each } } : null;
  }
  const here = personAt(pointed, null, dated);
  if (!here) return null;
  const senders = peopleBy(sender.rule, 'sender', body);
  const each = stableSelector(here.element, body, here.personal, (found, selector) => {
    const people = peopleBy({ ...here.rule, each: selector }, 'recipient', body);
    const isSender = (element: Element) => senders.some(({ anchor }) => anchor === element);
    return people.length === found.length && !found.some(isSender);
  });
  return each ? { ...here, rule: { ...here.rule, each } } : null;
}

/** The narrowest named part of the page around the message's people; the whole page where none has a name. */
function regionOf(held: Element, sender: Ruled): string {
  const { body } = held.ownerDocument;
  for (let at = held.parentElement; at && at !== body; at = at.parentElement) {
    const find = stableSelector(at, body, sender.personal, (found, selector) => {
      const root = found.find(isVisible);
      const isNamed = !selector.includes(':');
      const people = root === at && isNamed ? peopleBy(sender.rule, 'sender', at) : [];
      return found.filter(isVisible).length === 1 && people.some(({ person }) => isSameAs(person, sender));
    });
    if (find) return find;
  }
  return 'body';
}

const isSameAs = (person: Parameters<typeof isSame>[1], { email }: Ruled): boolean =>
  email === null ||
  isSame({ role: 'sender', name: null, contactPoints: [{ kind: 'email', value: email }] }, person);
