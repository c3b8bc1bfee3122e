import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** Which room may import which. The first rule whose `room` matches a file is the one that holds for it. */
export interface Rule {
  room: RegExp;
  name: string;
  /** Project files, by path from the root, without ending. Imports inside the own room need no mention. */
  may: RegExp[];
  /** Packages. */
  packages: RegExp[];
  /** Project files that may be imported for their types only. */
  types?: RegExp[];
}

const any = /./;
const PREACT = /^(preact(\/.*)?|@preact\/signals(-core)?)$/;
const DOMAIN = /^lib\/(crm|surveys)\//;

export const RULES: Rule[] = [
  { room: /^lib\/store\/migrations\//, name: 'migrations import nothing', may: [], packages: [] },
  { room: /^lib\/crm\//, name: 'lib/crm', may: [/^lib\/surveys\//], packages: [/^zod$/] },
  { room: /^lib\/surveys\//, name: 'lib/surveys', may: [/^lib\/crm\//], packages: [/^zod$/] },
  { room: /^lib\/insight\//, name: 'lib/insight', may: [DOMAIN], packages: [] },
  {
    room: /^lib\/exchange\//,
    name: 'lib/exchange',
    may: [DOMAIN],
    packages: [
      /^(papaparse|ical\.js|saxen|@zip\.js\/zip\.js\/.*|chrono-node(\/.*)?|libphonenumber-js(\/.*)?)$/,
    ],
    types: [/^lib\/api\/views$/],
  },
  {
    room: /^lib\/advice\//,
    name: 'lib/advice',
    may: [DOMAIN, /^lib\/insight\//],
    packages: [],
    types: [/^lib\/api\/((advice|compose)-)?views$/],
  },
  { room: /^lib\/sites\//, name: 'lib/sites', may: [/^lib\/crm\/digest$/], packages: [] },
  {
    room: /^lib\/store\//,
    name: 'lib/store',
    may: [DOMAIN, /^lib\/(insight|advice|exchange)\//, /^lib\/store\/migrations\//],
    packages: [/^(dexie|uuid|zod)$/],
    types: [/^lib\/api\//],
  },
  {
    room: /^lib\/hub\//,
    name: 'lib/hub',
    may: [DOMAIN, /^lib\/store\//],
    packages: [/^(@hpke\/core|uuid|zod)$/],
    types: [/^lib\/api\//],
  },
  { room: /^lib\/platform\//, name: 'lib/platform', may: [], packages: [/^wxt\/browser$/] },
  {
    room: /^lib\/i18n\//,
    name: 'lib/i18n',
    may: [/^lib\/crm\/currency$/],
    packages: [/^@preact\/signals(-core)?$/],
  },
  {
    room: /^lib\/api\/(remote|placed|safe-(drafts|forms)|client|views|results|message|latest)/,
    name: 'lib/api for pages without a database',
    may: [/^lib\/platform\/(messaging|wake|window-tab)$/],
    packages: [],
    types: [any],
  },
  {
    room: /^lib\/api\/(local|perform|handlers\/)/,
    name: 'lib/api/local',
    may: [DOMAIN, /^lib\/(api|store|hub|exchange|insight|advice)\//],
    packages: [/^(zod|uuid)$/],
  },
  {
    room: /^lib\/api\//,
    name: 'lib/api, the contract',
    may: [DOMAIN, /^lib\/api\/message$/],
    packages: [/^zod$/],
    types: [any],
  },
  {
    room: /^components\/ui\//,
    name: 'components/ui',
    may: [/^lib\/i18n\//],
    packages: [PREACT, /^lucide$/, /^uplot$/, /^@tanstack\/virtual-core$/, /^@fontsource/],
  },
  {
    room: /^components\/(surveys|responses)\//,
    name: 'components/surveys and responses',
    may: [
      /^components\//,
      /^lib\/i18n\//,
      /^lib\/api\/message$/,
      /^lib\/surveys\//,
      /^lib\/crm\/(whole-text|calendar|answer-filter)$/,
    ],
    packages: [PREACT, /^lucide$/, /^uqr$/, /^@atlaskit\/pragmatic-drag-and-drop\//],
    types: [any],
  },
  {
    room: /^components\/help\//,
    name: 'components/help',
    may: [/^components\/ui\//, /^lib\/i18n\//],
    packages: [PREACT, /^marked$/],
  },
  {
    room: /^components\/deals\//,
    name: 'components/deals',
    may: [
      /^components\//,
      /^lib\/i18n\//,
      /^lib\/api\/message$/,
      /^lib\/crm\/(calendar|currency|exit-reasons|whole-text)$/,
    ],
    packages: [PREACT, /^lucide$/, /^@atlaskit\/pragmatic-drag-and-drop\//],
    types: [any],
  },
  {
    room: /^components\/teach\//,
    name: 'components/teach',
    // Free of zod.
    may: [/^components\//, /^lib\/i18n\//, /^lib\/sites\/taught$/],
    packages: [PREACT],
    types: [any],
  },
  {
    room: /^components\//,
    name: 'components',
    may: [
      /^components\//,
      /^lib\/i18n\//,
      /^lib\/api\/message$/,
      // Free of zod.
      /^lib\/crm\/(activity-types|calendar|care-plans|currency|defaults|exit-reasons|merge-fields|fields|figure-choices|health-kinds|measure-names|rates|reminding|stage-names|whole-text)$/,
    ],
    packages: [PREACT, /^lucide$/],
    types: [any],
  },
  {
    room: /^entrypoints\/(background|jobs)\//,
    name: 'background and jobs',
    may: [
      /^lib\/(store|hub|api|platform|i18n|crm|exchange|insight)\//,
      /^lib\/sites\/(match|taught|recipes|recipes\/index)$/,
    ],
    packages: [/^wxt\/utils\//, /^zod$/, /^uuid$/],
    types: [any],
  },
  {
    room: /^entrypoints\/[^/]+\.content\//,
    name: 'content scripts',
    may: [
      /^lib\/sites\//,
      /^lib\/platform\//,
      /^lib\/api\/(remote|message)$/,
      /^lib\/surveys\/answer$/,
      /^lib\/crm\/(digest|sentences)$/,
      // They load nothing on demand: what they say is in them.
      /^lib\/i18n\/[\w-]+\/teaching$/,
      /^entrypoints\/overlay\.content\/(shadow|theme)$/,
      // One rule for keys, here and in the panel; it draws nothing.
      /^components\/ui\/key-of$/,
    ],
    packages: [/^wxt\/utils\//],
    types: [any],
  },
  {
    room: /^entrypoints\/(panel|popup)\//,
    name: 'panel and popup',
    may: [/^components\//, /^lib\/api\/(remote|placed|safe-drafts|message)$/, /^lib\/(platform|i18n)\//],
    packages: [PREACT, /^lucide$/],
    types: [any],
  },
  {
    room: /^entrypoints\//,
    name: 'workspace, welcome, practice',
    may: [
      /^components\//,
      /^lib\/(api|platform|i18n|exchange|crm|surveys)\//,
      /^lib\/store\/(database|practice|removal|fill-lists|search\/keep)$/,
      // Documents that the product shows, as texts.
      /^docs\/[\w-]+(\.zh-Han[st])?\.md/,
      // Starts the worker; no page runs what that does.
      /^entrypoints\/jobs\/start$/,
      // The preview draws with the widget's own code.
      /^widget\/app\/render$/,
    ],
    packages: [PREACT, /^lucide$/, /^zod$/],
    types: [any],
  },
  // What runs on a server of one's own; the rest of the hub runs wherever there is a Request and a Response.
  {
    room: /^widget\/hub\/(server|sqlite|postgres|postgres-hosts|postgres-leader|postgres-schema|cli|files|options|build|examples\/file-store)\./,
    name: 'widget/hub, the server',
    may: [/^widget\/hub\//, /^lib\/surveys\//],
    packages: [/^node:/, /^pg$/],
  },
  { room: /^widget\/hub\//, name: 'widget/hub, the handler', may: [/^lib\/surveys\//], packages: [] },
  {
    room: /^widget\/seal\//,
    name: 'widget/seal',
    may: [/^lib\/surveys\//],
    packages: [/^@hpke\/core$/],
    types: [/^widget\/loader\/contract$/],
  },
  {
    room: /^widget\/examples\//,
    name: "the widget's examples",
    may: [],
    packages: [PREACT, /^(react|react-dom\/client|vue|@sidelight\/widget(\/all)?)$/],
  },
  {
    room: /^widget\//,
    name: 'widget',
    may: [/^lib\/surveys\//, /^widget\/seal\//],
    packages: [PREACT],
  },
];

const ROOM = /^(lib\/[^/]+|components\/[^/]+|entrypoints\/[^/]+|widget)\//;
const SOURCE = /\.(ts|tsx|mts)$/;

export interface Fault {
  file: string;
  line: number;
  text: string;
  rule: string;
}

/** Every import of a source text: what is imported, whether for types only, and on which line. */
export function importsOf(source: string): { from: string; typeOnly: boolean; line: number; text: string }[] {
  const pattern =
    /(?:^|\n)[ \t]*(?:(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|[^\n]*?\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?['"`]([^'"`\n]+)['"`]\s*\))/g;
  return [...source.matchAll(pattern)].map((match) => ({
    from: (match[3] ?? match[4]) as string,
    typeOnly: match[2] !== undefined,
    line: source.slice(0, match.index + (match[0].startsWith('\n') ? 1 : 0)).split('\n').length,
    text: match[0].trim().split('\n').join(' '),
  }));
}

/** The imports of one file that its room may not have. */
export function faultsOf(file: string, source: string): Fault[] {
  const rule = RULES.find(({ room }) => room.test(file));
  if (!rule) return [];
  const own = ROOM.exec(file)?.[1];
  return importsOf(source).flatMap(({ from, typeOnly, line, text }) => {
    if (/\.(css|svg|png|woff2)(\?.*)?$/.test(from)) return [];
    const target = from.startsWith('@/')
      ? from.slice(2)
      : from.startsWith('.')
        ? normalize(join(dirname(file), from))
        : null;
    const plain = target?.replace(/(\/index)?(\.tsx?)?$/, '');
    const isFrozen = rule.name.startsWith('migrations');
    const allowed =
      target === null
        ? (typeOnly && !isFrozen) || rule.packages.some((one) => one.test(from))
        : (!isFrozen &&
            own !== undefined &&
            target.startsWith(`${own}/`) &&
            RULES.find(({ room }) => room.test(target)) === rule) ||
          rule.may.some((one) => one.test(plain as string) || one.test(`${plain}/`)) ||
          (typeOnly && (rule.types ?? []).some((one) => one.test(plain as string)));
    if (allowed) return [];
    return [
      { file, line, text, rule: `${rule.name} may not import ${from}${typeOnly ? ' (even as a type)' : ''}` },
    ];
  });
}

/** What asks the network: the hub's client alone may. */
const ASKS =
  /\b(?:fetch|importScripts)\s*\(|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\bsendBeacon\b/;
const MAY_ASK = 'lib/hub/client.ts';

/** The lines of one file that ask the network, and may not. The widget runs in other people's pages and has rules of its own. */
export function askingFaults(file: string, source: string): Fault[] {
  if (file === MAY_ASK || file.startsWith('widget/')) return [];
  return source
    .split('\n')
    .flatMap((text, at) =>
      ASKS.test(text.replace(/^\s*(?:\/\/|\*).*/, ''))
        ? [{ file, line: at + 1, text: text.trim(), rule: `only ${MAY_ASK} asks the network` }]
        : [],
    );
}

/** A transaction of Dexie and the function that runs in it; `indexedDB` itself takes none. */
const TRANSACTION = /\.transaction\(\s*'rw?',[^;]{0,300}?(\basync\s+)?\(\) =>/g;

/**
 * Transactions whose function is not itself async. Dexie follows awaits only from an async function: from any other the first await that
 * is not its own may end the transaction half-way.
 */
export function transactionFaults(file: string, source: string): Fault[] {
  return [...source.matchAll(TRANSACTION)].flatMap((found) => {
    if (found[1]) return [];
    const line = source.slice(0, found.index).split('\n').length;
    const text = source.split('\n')[line - 1]!.trim();
    return [{ file, line, text, rule: 'the function of a transaction is async' }];
  });
}

/** What is written, without what was built of it. */
function filesUnder(root: string): string[] {
  return readdirSync(root).flatMap((name) => {
    const path = join(root, name);
    if (name === 'dist') return [];
    return statSync(path).isDirectory() ? filesUnder(path) : SOURCE.test(name) ? [path] : [];
  });
}

/** All faults of a checkout. */
export function findFaults(root: string): Fault[] {
  const rooms = ['lib', 'components', 'entrypoints', 'widget'].filter((room) => existsSync(join(root, room)));
  return rooms.flatMap((room) =>
    filesUnder(join(root, room)).flatMap((path) => {
      const [file, source] = [relative(root, path), readFileSync(path, 'utf8')];
      return [...faultsOf(file, source), ...askingFaults(file, source), ...transactionFaults(file, source)];
    }),
  );
}
