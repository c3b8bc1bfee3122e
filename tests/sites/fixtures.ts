import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import type { PageContext } from '@/lib/sites/page-context';

/** A saved page of our own making, its address, and what must be read from it. */
export interface Fixture {
  name: string;
  html: string;
  url: string;
  /** Fixture of the document around, where the page stands in a frame. */
  parent?: string;
  /** The user's own addresses beside what the page tells. */
  own?: string[];
  /** `at` is written in local time, `2026-03-05T15:14`: pages show no time zone. */
  expected: (Omit<PageContext, 'at'> & { at: string | null }) | null;
  /** Further readings of the same document: kinds in order. */
  kinds?: string[];
}

const ROOT = join(import.meta.dirname, '../fixtures/sites');

/** All fixtures of the folder, or one by its name (`gmail/thread-en`). */
export function fixtures(): Fixture[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder.name))
        .filter((file) => file.endsWith('.json'))
        .map((file) => fixture(`${folder.name}/${file.slice(0, -'.json'.length)}`)),
    );
}

export function fixture(name: string): Fixture {
  const text = (ending: string) => readFileSync(join(ROOT, `${name}.${ending}`), 'utf8');
  const read = JSON.parse(text('json')) as Omit<Fixture, 'name' | 'html'>;
  // That of a comment is written like that of the page.
  for (const { said } of read.expected?.people ?? []) if (said?.at) said.at = Date.parse(String(said.at));
  return { ...read, name, html: text('html') };
}

/** A live document at an address; nothing in it is fetched or run. */
export function openPage(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  });
  window.document.write(html);
  return window.document as unknown as Document;
}

/** A fixture's document, in its parent's frame if it has one. */
export function openFixture({ html, url, parent }: Fixture): Document {
  const document = openPage(html, url);
  if (parent && document.defaultView) {
    const outer = openFixture(fixture(parent));
    Object.defineProperty(document.defaultView, 'parent', { value: outer.defaultView });
  }
  return document;
}

/** The expected context with its moment as epoch milliseconds. */
export function expectedContext({ expected }: Fixture): PageContext | null {
  return expected && { ...expected, at: expected.at === null ? null : Date.parse(expected.at) };
}
