/** Makes a recipe of what the user points at. Reads the page and never changes it. */
import type { Reading } from './page-context';
import { distinct, isSame } from './people';
import { commonAncestor, mailboxesAt, type PersonHere, peopleBy, personAt } from './pointed';
import { listOf, type Teaching } from './pointed-list';
import { readAll } from './read';
import type { PageRule, PersonRule, SiteRecipe } from './recipe';
import { personalWords, regionAround, stableSelector } from './stable-selector';
import { namesIn } from './structure';
import { taughtId } from './taught';

/** What the user pointed at: the sender of a message, or somebody in a list of messages, or both. */
export interface Pointed {
  name: Element | null;
  /** Null where the address stands with the name, or nowhere. */
  address: Element | null;
  recipient: Element | null;
  /** Anybody who is named in a list. */
  row: Element | null;
}

export interface Proposal {
  recipe: SiteRecipe;
  /** What the recipe reads on this page now: the message before the list. */
  readings: Reading[];
}

/**
 * A recipe for pages like this one, tried on it at once.
 * @param since month, `2026-11`
 * @returns null when nothing lasting tells somebody from others, when the recipe does not read those at whom the user pointed, or when
 * they stand in different documents
 */
export function propose(pointed: Pointed, since: string): Proposal | null {
  const { name, row, recipient, address } = pointed;
  const first = name ?? row;
  const document = first?.ownerDocument;
  const location = document?.defaultView?.location;
  if (!location) return null;
  if ([row, recipient, address].some((one) => one && one.ownerDocument !== document)) return null;
  const names = namesIn(document.documentElement);
  const message = name && messageOf(name, pointed, { since, names });
  const list = row && listOf(row, { since, names });
  if ((name && !message) || (row && !list)) return null;
  const host = location.hostname;
  const pages = [message, list].filter((page) => page !== null);
  const recipe: SiteRecipe = {
    format: 1,
    id: taughtId(host),
    name: host,
    hosts: [host],
    viewer: [],
    pages,
    observe: ['body'],
  };
  const readings = readAll(document, location, [recipe]);
  const shows = (reading: Reading | undefined, role: string) => reading?.context.people[0]?.role === role;
  if (message && !shows(readings[0], 'sender')) return null;
  if (list && !shows(readings.at(-1), 'mention')) return null;
  return { recipe, readings };
}

function messageOf(name: Element, { address, recipient: to }: Pointed, dated: Teaching): PageRule | null {
  const sender = senderOf(name, address, dated);
  const recipient = sender && to && recipientOf(to, sender, dated);
  if (!sender || (to && !recipient)) return null;
  const around = recipient ? commonAncestor(sender.element, recipient.element) : sender.element.parentElement;
  const holds = (root: Element) =>
    peopleBy(sender.rule, 'sender', root).some(({ person }) => isSameAs(person, sender));
  return {
    kind: 'message',
    region: [{ id: 'taught', since: dated.since, find: regionAround(around, sender.personal, holds) }],
    people: { sender: [sender.rule], ...(recipient && { recipient: [recipient.rule] }) },
  };
}

interface Ruled extends PersonHere {
  rule: PersonRule;
}

function senderOf(name: Element, address: Element | null, { since, names }: Teaching): Ruled | null {
  const here = personAt(name, address, { id: 'sender', since }, names);
  if (!here) return null;
  const { body } = name.ownerDocument;
  const each = stableSelector(here.element, body, here.personal, (found, selector) => {
    const people = peopleBy({ ...here.rule, each: selector }, 'sender', body);
    return people.length === found.length && distinct(people).length === 1;
  });
  return each ? { ...here, rule: { ...here.rule, each } } : null;
}

/** Everybody of the row in which the user pointed at one. */
function recipientOf(pointed: Element, sender: Ruled, { since, names }: Teaching): Ruled | null {
  const dated = { id: 'recipient', since };
  const { body } = pointed.ownerDocument;
  const list = mailboxesAt(pointed);
  if (list) {
    const personal = personalWords([pointed.textContent ?? '', ...names]);
    const each = stableSelector(pointed, body, personal);
    const rule = { ...dated, many: { as: 'mailboxes' as const, from: list } };
    return each ? { element: pointed, personal, email: null, rule: { ...rule, each } } : null;
  }
  const here = personAt(pointed, null, dated, names);
  if (!here) return null;
  const senders = peopleBy(sender.rule, 'sender', body);
  const each = stableSelector(here.element, body, here.personal, (found, selector) => {
    const people = peopleBy({ ...here.rule, each: selector }, 'recipient', body);
    const isSender = (element: Element) => senders.some(({ anchor }) => anchor === element);
    return people.length === found.length && !found.some(isSender);
  });
  return each ? { ...here, rule: { ...here.rule, each } } : null;
}

const isSameAs = (person: Parameters<typeof isSame>[1], { email }: Ruled): boolean =>
  email === null ||
  isSame({ role: 'sender', name: null, contactPoints: [{ kind: 'email', value: email }] }, person);
