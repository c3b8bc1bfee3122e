import type { Provenance } from '@/lib/crm/row';

/** Where a value was read, as far as the caller says. */
export interface Origin {
  source?: string | undefined;
  how?: Provenance['how'] | undefined;
  evidence?: string | undefined;
  link?: string | undefined;
}

/** The provenance that is stored: what the value says of itself, else what its draft says, else typed just now. */
export function provenance(now: number, own: Origin = {}, draft: Origin = {}): Provenance {
  const evidence = own.evidence ?? draft.evidence;
  const link = own.link ?? draft.link;
  return {
    source: own.source ?? draft.source ?? '',
    at: now,
    how: own.how ?? draft.how ?? 'typed',
    ...(evidence === undefined ? {} : { evidence }),
    ...(link === undefined ? {} : { link }),
  };
}
