import type { Sender } from '@/lib/platform/messaging';
import { readSession, updateSession, writeSession } from '@/lib/platform/session';

/** A panel frame that has shown its token; kept by its document, so that a reload has to show a new one. */
export interface Admission {
  tabId: number;
  origin: string;
}
const TOKEN_LIFE = 10_000;
const admissionKey = (tabId: number, document: string) => `panel:${tabId}:${document}`;

const FRAME = 'frame-';

/** The document of a panel's frame, by which it is admitted; where the browser names none, its frame. */
export const panelDocument = ({ documentId, frameId }: Sender): string => documentId ?? FRAME + frameId;

/** A token of 128 bits for one panel frame in this tab, good for ten seconds. */
export async function mintToken(tabId: number, origin: string, now: number): Promise<string> {
  const token = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  await writeSession(`token:${token}`, { tabId, origin, expires: now + TOKEN_LIFE });
  return token;
}

/** Spends a token: whatever comes of it, it is gone afterwards. */
export async function spendToken(
  token: string,
  tabId: number,
  document: string,
  now: number,
): Promise<boolean> {
  let minted: { tabId: number; origin: string; expires: number } | null = null;
  await updateSession<typeof minted>(`token:${token}`, (before) => {
    minted = before;
    return null;
  });
  const found = minted as { tabId: number; origin: string; expires: number } | null;
  if (!found || found.tabId !== tabId || found.expires < now) return false;
  await writeSession(admissionKey(tabId, document), { tabId, origin: found.origin } satisfies Admission);
  return true;
}

/** Documents that this life of the worker has seen admitted: nobody takes an admission back, and no other document bears its id. */
const seen = new Set<string>();

export async function isAdmitted(tabId: number, document: string): Promise<boolean> {
  const key = admissionKey(tabId, document);
  if (seen.has(key)) return true;
  const known = (await readSession<Admission>(key)) !== null;
  // A frame that stands in for its document goes on to the next one.
  if (known && !document.startsWith(FRAME)) seen.add(key);
  return known;
}
