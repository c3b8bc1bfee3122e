import { ask } from '@/lib/api/remote';
import type { OverlayState } from '@/lib/api/views';
import { send } from '@/lib/platform/messaging';
import type { PageContext, Person } from '@/lib/sites/page-context';
import { addressAt } from '@/lib/sites/pointed';
import { type Pointed, type Proposal, propose } from '@/lib/sites/teach';
import { type Act, createBar } from './bar';
import { watchPointing } from './pointing';
import { type TeachingWords, WORDS } from './words';

/** Set while a page is taught, so that a second start replaces the first. */
const RUNNING = '__sidelight_teach__';

/** Asks the user to point at the sender, a recipient and the list, shows what the page then says, and keeps it at their word. */
export async function startTeaching(): Promise<void> {
  const world = globalThis as unknown as Record<string, AbortController | undefined>;
  world[RUNNING]?.abort();
  const life = new AbortController();
  world[RUNNING] = life;
  const { language } = (await ask(send, 'tab.state', {})) as OverlayState;
  if (life.signal.aborted) return;
  const words = WORDS[language];
  const bar = createBar(words.teach, life.signal);
  // The page may be in another language.
  bar.host.lang = language;
  const leave = () => life.abort();
  let choose: ((element: Element) => void) | null = null;
  const lookForFrames = watchPointing({ ...bar, chosen: () => choose, leave }, life.signal);
  const away = { label: words.away, run: leave };
  const askFor = (
    question: string,
    then: (element: Element) => void,
    acts: Act[],
    fault: string | null = null,
  ) => {
    lookForFrames();
    choose = then;
    bar.show({ ask: question, keys: words.keys, fault, acts: [...acts, away] });
  };

  const askName = (fault: string | null = null) => {
    const then = (name: Element) => {
      const pointed = { ...NOTHING, name };
      if (addressAt(name)) askRecipient(pointed);
      else askAddress(pointed);
    };
    askFor(words.name, then, [{ label: words.only_list, run: () => askRow(NOTHING) }], fault);
  };
  const askAddress = (pointed: Pointed) => {
    const then = (address: Element) =>
      addressAt(address) ? askRecipient({ ...pointed, address }) : askAddress(pointed);
    askFor(words.address, then, [{ label: words.nameless, run: () => askRecipient(pointed) }]);
  };
  const askRecipient = (pointed: Pointed) => {
    if (!proposed(pointed)) return askName(words.failed);
    const then = (recipient: Element) => review({ ...pointed, recipient }, () => askName(words.failed));
    askFor(words.recipient, then, [{ label: words.skip, run: () => review(pointed, askName) }]);
  };
  const askRow = (pointed: Pointed, fault: string | null = null) => {
    const then = (row: Element) => review({ ...pointed, row }, () => askRow(pointed, words.failed_list));
    const back = { label: words.back, run: () => (pointed.name ? review(pointed, askName) : askName()) };
    askFor(words.row, then, [back], fault);
  };
  const review = (pointed: Pointed, otherwise: () => void) => {
    const proposal = proposed(pointed);
    if (proposal) show(pointed, proposal);
    else otherwise();
  };
  const show = (pointed: Pointed, { recipe, readings }: Proposal, fault: string | null = null) => {
    choose = null;
    let saving = false;
    const save = async () => {
      // A second click, or Enter held down, is no second save.
      if (saving) return;
      saving = true;
      try {
        await ask(send, 'sites.teach', { recipe: JSON.stringify(recipe) });
        bar.show({ ask: words.saved, acts: [{ label: words.close, run: leave, main: true }] });
      } catch {
        show(pointed, { recipe, readings }, words.unsaved);
      }
    };
    bar.show({
      ask: words.says,
      lines: readings.flatMap(({ context }) => linesOf(context, words)),
      fault,
      acts: [
        { label: words.save, run: () => void save(), main: true },
        ...(pointed.row ? [] : [{ label: words.add_list, run: () => askRow(pointed) }]),
        { label: words.again, run: () => askName() },
        away,
      ],
    });
  };
  askName();
}

const NOTHING: Pointed = { name: null, address: null, recipient: null, row: null };

const proposed = (pointed: Pointed) => propose(pointed, new Date().toISOString().slice(0, 7));

/** More names of a list say nothing that these do not. */
const MOST_NAMES = 6;

function linesOf({ kind, people }: PageContext, words: TeachingWords): string[] {
  const shown = ({ name, contactPoints: [point] }: Person) =>
    point ? `${name ?? words.unnamed} <${point.value}>` : `${name} (${words.by_name})`;
  if (kind === 'list') {
    const names = people.slice(0, MOST_NAMES).map(({ name, contactPoints: [point] }) => name ?? point?.value);
    return [
      words.list
        .replace('{count}', String(people.length))
        .replace('{people}', () => names.join(', ') + (people.length > MOST_NAMES ? ', …' : '')),
    ];
  }
  const [sender, ...rest] = people;
  const recipients = rest.filter(({ role }) => role === 'recipient').map(shown);
  return [
    ...(sender ? [shown(sender)] : []),
    ...(recipients.length > 0 ? [words.to.replace('{people}', () => recipients.join(', '))] : []),
  ];
}
