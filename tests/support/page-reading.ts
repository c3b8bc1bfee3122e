import { recipeFor } from '@/lib/sites/match';
import type { PageKind, PagePoint, Person, PersonRole } from '@/lib/sites/page-context';
import { readAll } from '@/lib/sites/read';
import { RECIPES } from '@/lib/sites/recipes';
import { openPage } from '../sites/fixtures';

/** What `npm run read-page` tells of a page; the user's own identities come last, as `viewer`. */
export interface PageReading {
  site: string;
  kind: PageKind;
  people: {
    role: PersonRole;
    name: string | null;
    title: string | null;
    company: string | null;
    contactPoints: PagePoint[];
  }[];
}

/** A saved page is never so large; beyond this it is not even opened. */
export const TOO_LARGE = { bytes: 64_000_000, line: 'The file is larger than 64 MB.' };

/** How the overlay would read these bytes at this address. Nothing in the page is run or fetched. Throws one sentence. */
export function readSaved(bytes: Uint8Array, url: string): PageReading {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`${url} is not the address of a web page.`);
  const html = decode(bytes);
  if (!/<[a-z!]/i.test(html)) throw new Error('The file is no web page: it holds no markup.');
  const document = openPage(html, url);
  const address = new URL(url);
  const [first] = readAll(document, address, RECIPES);
  const { site, kind, people, viewer } = first?.context ?? {
    site: recipeFor(address, RECIPES, document)?.id ?? 'generic',
    kind: 'none' as const,
    people: [],
    viewer: [],
  };
  return { site, kind, people: [...people, ...viewer].map(shown) };
}

const shown = ({ role, name, title = '', company = '', contactPoints }: Person) => ({
  role,
  name,
  title: title || null,
  company: company || null,
  contactPoints,
});

/** Text of a page in the encoding that its byte order mark or its head names, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named = mark ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
