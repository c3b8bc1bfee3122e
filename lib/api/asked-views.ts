import type { ContactHit } from './views';

/** What somebody asked about from the browser's menu, and whom it may mean. All of it but the hits is a page's text. */
export interface AskedView {
  /** One line, 200 characters at most. */
  text: string;
  /** A name, as far as one was read; '' for none. */
  name: string;
  point: { kind: 'email' | 'phone'; value: string } | null;
  /** Host of the page. */
  source: string | null;
  /** The one contact who has the address. */
  contactId: string | null;
  /** Who may be meant. */
  hits: ContactHit[];
}
