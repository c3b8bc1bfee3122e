import type { RfmGroup } from '@/lib/insight/value/rfm';

/** Names of those whom a number counts, as the filter of the table takes them: parts parted by `:`, texts escaped. */
const name = (...parts: (string | number | null)[]) =>
  parts.map((part) => encodeURIComponent(String(part ?? ''))).join(':');

/** Of which days and answers a wave is told; left out, of all that count. */
interface AskedOf {
  from?: string | undefined;
  to?: string | undefined;
  lang?: string | undefined;
  aside?: boolean | undefined;
}

export const cells = {
  rfm: (day: string, recency: number, frequency: number) => name('rfm', day, recency, frequency),
  group: (day: string, group: RfmGroup) => name('group', day, group),
  move: (from: string, to: string, was: RfmGroup | null, is: RfmGroup) => name('move', from, to, was, is),
  cohort: (of: 'purchase' | 'exchange', month: string, after: number) => name('cohort', of, month, after),
  product: (product: string) => name('product', product),
  /** Who bought the one and not the other. */
  next: (from: string, to: string) => name('next', from, to),
  stage: (stage: string) => name('stage', stage),
  /** Those of the early warning. */
  warned: () => name('warned'),
  /** Of those whom a survey asked by name; `wave` and what it is counted of as the filter of answers has it. */
  asked: (
    surveyId: string,
    who: 'all' | 'answered' | 'silent' | 'twice',
    { tagId = '', wave = '', of = {} }: { tagId?: string; wave?: string; of?: AskedOf } = {},
  ) => {
    const some = [of.from, of.to, of.lang, of.aside ? 'aside' : ''];
    return name(
      'asked',
      surveyId,
      who,
      tagId,
      wave,
      ...(some.some(Boolean) ? some.map((one) => one ?? '') : []),
    );
  },
  value: (worth: string, potential: string) => name('value', worth, potential),
};
