import { type Key, t } from '@/lib/i18n';

/** Drafts of greetings, by what they are for. A draft is known by its key: that is what is remembered of one that was used. */
const DRAFTS = {
  birthday: [
    'care.birthday_1',
    'care.birthday_2',
    'care.birthday_3',
    'care.birthday_4',
    'care.birthday_5',
    'care.birthday_6',
  ],
  festival: [
    'care.festival_1',
    'care.festival_2',
    'care.festival_3',
    'care.festival_4',
    'care.festival_5',
    'care.festival_6',
  ],
  other: ['care.other_1', 'care.other_2', 'care.other_3', 'care.other_4'],
} as const satisfies Record<string, Key[]>;
export type Occasion = keyof typeof DRAFTS;

export interface Draft {
  key: string;
  text: string;
}

/** The drafts that were not used for this person, in their order. */
export function draftsFor(
  occasion: Occasion,
  { name, about, greeted }: { name: string; about: string; greeted: readonly string[] },
): Draft[] {
  const used = new Set(greeted);
  return DRAFTS[occasion].flatMap((each) => {
    const key = each.slice('care.'.length);
    return used.has(key) ? [] : [{ key, text: t(each as 'care.festival_1', { name, occasion: about }) }];
  });
}
