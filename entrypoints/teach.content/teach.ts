import { ask } from '@/lib/api/remote';
import type { OverlayState } from '@/lib/api/views';
import { send } from '@/lib/platform/messaging';
import type { Person, Reading } from '@/lib/sites/page-context';
import { addressAt } from '@/lib/sites/pointed';
import { type Pointed, type Proposal, propose } from '@/lib/sites/teach';
import { createBar } from './bar';
import { watchPointing } from './pointing';
import { WORDS } from './words';

/** Set while a page is taught, so that a second start replaces the first. */
const RUNNING = '__sidelight_teach__';

/** Asks the user to point at the sender and a recipient, shows what the page then says, and keeps it at their word. */
export async function startTeaching(): Promise<void> {
  const world = globalThis as unknown as Record<string, AbortController | undefined>;
  world[RUNNING]?.abort();
  const life = new AbortController();
  world[RUNNING] = life;
  const { language } = (await ask(send, 'tab.state', {})) as OverlayState;
  if (life.signal.aborted) return;
  const words = WORDS[language];
  const bar = createBar(words.teach, life.signal);
  const leave = () => life.abort();
  let choose: ((element: Element) => void) | null = null;
  watchPointing({ ...bar, chosen: () => choose, leave }, life.signal);
  const away = { label: words.away, run: leave };

  const askName = (fault: string | null = null) => {
    choose = (name) =>
      addressAt(name) ? askRecipient({ name, address: null, recipient: null }) : askAddress(name);
    bar.show({ ask: words.name, keys: words.keys, fault, acts: [away] });
  };
  const askAddress = (name: Element) => {
    const pointed: Pointed = { name, address: null, recipient: null };
    choose = (address) => (addressAt(address) ? askRecipient({ ...pointed, address }) : askAddress(name));
    const nameless = { label: words.nameless, run: () => askRecipient(pointed) };
    bar.show({ ask: words.address, keys: words.keys, acts: [nameless, away] });
  };
  const askRecipient = (pointed: Pointed) => {
    if (!propose(pointed, location, monthNow())) return askName(words.failed);
    const review = (recipient: Element | null) => {
      const proposal = propose({ ...pointed, recipient }, location, monthNow());
      if (proposal) show(proposal);
      else askName(words.failed);
    };
    choose = review;
    const nobody = { label: words.skip, run: () => review(null) };
    bar.show({ ask: words.recipient, keys: words.keys, acts: [nobody, away] });
  };
  const show = ({ recipe, reading }: Proposal, fault: string | null = null) => {
    choose = null;
    const save = async () => {
      try {
        await ask(send, 'sites.teach', { recipe: JSON.stringify(recipe) });
        bar.show({
          ask: words.saved,
          acts: [
            { label: words.reload, run: () => location.reload(), main: true },
            { label: words.close, run: leave },
          ],
        });
      } catch {
        show({ recipe, reading }, words.unsaved);
      }
    };
    bar.show({
      ask: words.says,
      lines: linesOf(reading, words),
      fault,
      acts: [
        { label: words.save, run: () => void save(), main: true },
        { label: words.again, run: () => askName() },
        away,
      ],
    });
  };
  askName();
}

const monthNow = (): string => new Date().toISOString().slice(0, 7);

function linesOf({ context }: Reading, words: (typeof WORDS)['en']): string[] {
  const shown = ({ name, contactPoints: [point] }: Person) =>
    point ? `${name ?? words.unnamed} <${point.value}>` : `${name} (${words.by_name})`;
  const [sender, ...rest] = context.people;
  const recipients = rest.filter(({ role }) => role === 'recipient').map(shown);
  return [
    ...(sender ? [shown(sender)] : []),
    ...(recipients.length > 0 ? [words.to.replace('{people}', () => recipients.join(', '))] : []),
  ];
}
