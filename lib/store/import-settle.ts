import type { FileDraft } from '@/lib/exchange/file-contacts';
import type { HeldReason } from '@/lib/exchange/file-error';
import { fold } from './fold';
import { type Ground, type Known, restOf } from './import-known';

/** Somebody whom a record may be about: a contact, or an earlier record of the file. */
export interface Candidate {
  id: string;
  name: string;
  known(): Known;
}

/** `several`: more than one has the address. `name`: whoever has it is called otherwise. `bare`: there is a name alone to go by. */
export type Doubt = 'several' | 'name' | 'bare';

export type Verdict =
  | { is: 'new' }
  | { is: 'of'; candidate: Candidate; rest: FileDraft | null }
  | { is: 'question'; doubt: Doubt; candidates: Candidate[] }
  | Held;

export interface Held {
  is: 'held';
  reason: HeldReason;
}

/** A record that may make nobody, and is of nobody known. */
export const OF_NOBODY: Held = { is: 'held', reason: 'imports.held_unknown' };

/** The words by which a record is found again that is held back. */
export function heldText({ name, activities = [], cases = [], deals = [] }: FileDraft): string {
  const told = [
    ...activities.map((one) => one.subject),
    ...[...cases, ...deals].map((one) => one.title),
  ].filter(Boolean);
  return [name, ...new Set(told)].join(' · ').slice(0, 200);
}

/**
 * Tells whom a record is about. An address, phone or handle tells, as long as the names can be those of one person; a name alone
 * decides nothing, but where the contact of that name has all that the record says.
 * @param sharing those who have one of its addresses
 * @param namesakes for a record without any address those of its name
 */
export function settle(
  draft: FileDraft,
  sharing: Candidate[],
  namesakes: Candidate[],
  ground: Ground,
): Verdict {
  const of = (candidate: Candidate): Verdict => ({
    is: 'of',
    candidate,
    rest: restOf(draft, candidate.known(), ground),
  });
  if (sharing.length > 0) {
    // Whoever has all of it already got it from this record, however it was answered then.
    const whole = sharing.find((one) => !restOf(draft, one.known(), ground));
    if (whole) return { is: 'of', candidate: whole, rest: null };
    const alike = sharing.filter(({ name }) => fold(name) === fold(draft.name));
    if (alike.length === 1) return of(alike[0]!);
    const [only] = sharing;
    if (sharing.length === 1 && only && (draft.unnamed || mayBeOne(only.name, draft))) return of(only);
    return { is: 'question', doubt: sharing.length > 1 ? 'several' : 'name', candidates: sharing };
  }
  if (draft.unnamed) return OF_NOBODY;
  const twin = namesakes.find((one) => !restOf(draft, one.known(), ground));
  if (twin) return { is: 'of', candidate: twin, rest: null };
  return namesakes.length > 0 ? { is: 'question', doubt: 'bare', candidates: namesakes } : { is: 'new' };
}

/** Whether two names can be one person's: `Berg, A.` and `Anna Berg`, or a name that is only the address. */
function mayBeOne(name: string, draft: FileDraft): boolean {
  const addresses = new Set(draft.points.map((point) => fold(point.value)));
  if ([name, draft.name].some((one) => addresses.has(fold(one)))) return true;
  const [fewer, more] = [tokens(name), tokens(draft.name)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  const left = [...more];
  return (
    fewer.length > 0 &&
    fewer.every((token) => {
      const at = left.findIndex(
        (other) => other === token || isInitial(token, other) || isInitial(other, token),
      );
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

function tokens(name: string): string[] {
  return fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short);
}
