import { fingerprintOf } from '@/lib/exchange/propose-mapping';

/** The name of a header of answers among the mappings that are kept; those of address books bear the fingerprint alone. */
export const rememberedAs = (header: readonly string[]): string => `answers ${fingerprintOf(header)}`;
