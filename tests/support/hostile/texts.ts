import { asking, type Evaluates } from './secrets.ts';

/** Markup, attributes, templates, entities and writing direction. `data-injected` marks an element that a text became. */
export const TEXTS = [
  '<img src=x onerror="document.title=1" data-injected>',
  '"><svg onload=alert(1) data-injected></svg>',
  "'><script data-injected>document.title=1</script>",
  '<a href="javascript:alert(1)" data-injected>Ada</a>',
  '{{constructor.constructor("alert(1)")()}} <%= 7 %> &lt;b data-injected&gt;',
  '\u202Egnp.exe\u202C Ada',
] as const;

/** What the tag of a text is called: a slash would part it. */
export const tagOf = (text: string): string => text.replaceAll('/', '|');

/**
 * Stores a contact for each text, with the text in every field that a user, a page or a file can fill. The first is the
 * sender of the attacker's mail. Gives their ids.
 */
export async function keepTexts(page: Evaluates): Promise<string[]> {
  const ask = asking(page);
  const ids: string[] = [];
  for (const [index, text] of TEXTS.entries()) {
    const address = index === 0 ? 'zq@lab.test' : `t${index}@lab.test`;
    const { id } = (await ask('contacts.add', {
      draft: {
        name: text,
        points: [{ kind: 'email', value: address, label: text.slice(0, 80) }],
        facts: ['company', 'title', 'place', 'other'].map((field) => ({ field, value: text })),
        tags: [tagOf(text)],
        dates: [{ kind: 'other', label: text, date: { calendar: 'gregorian', month: 3, day: 4 } }],
      },
    })) as { id: string };
    ids.push(id);
    await ask('notes.add', { contactIds: [id], text, pinned: true });
    await ask('tasks.add', { title: text, contactIds: [id], due: { date: '2020-01-02' } });
    const mail = { type: 'mail', direction: 'in', at: Date.now(), precision: 'minute' } as const;
    await ask('activities.log', {
      activity: { ...mail, contactIds: [id], subject: text, text, link: 'javascript:alert(1)' },
    });
  }
  return ids;
}

/** Elements and links that no text may become, and inline handlers. Runs in the page. */
export function injected(): string[] {
  return [...document.querySelectorAll('*')]
    .filter(
      (element) =>
        element.matches('[data-injected], script:not([src]), iframe, object, embed, base') ||
        /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '') ||
        [...element.attributes].some(({ name }) => name.startsWith('on')),
    )
    .map((element) => element.outerHTML.slice(0, 200));
}
