import type { Results } from '@/lib/api/results';
import { type Key, t } from '@/lib/i18n';
import { list, shortDate } from '@/lib/i18n/format';

type Skipped = Results['invites.check']['skipped'][number];

const WHY = {
  asked: 'surveys.left_asked',
  doNotContact: 'surveys.left_do_not_contact',
  consent: 'surveys.left_consent',
  personal: 'surveys.left_personal',
} as const satisfies Record<Skipped['why'], Key>;

/** So many names stand in a sentence; the others are counted. */
const NAMED = 4;

/** Who is not asked, by reason: names, and since when. */
export function LeftOut({ skipped }: { skipped: Skipped[] }) {
  const reasons = (Object.keys(WHY) as Skipped['why'][])
    .map((why) => ({ why, left: skipped.filter((one) => one.why === why) }))
    .filter(({ left }) => left.length > 0);
  if (reasons.length === 0) return null;
  return (
    <ul class="left-out">
      {reasons.map(({ why, left }) => (
        <li key={why}>
          {t(WHY[why], { count: left.length })}{' '}
          <span class="quiet-text">
            {list([
              ...left.slice(0, NAMED).map(nameWords),
              ...(left.length > NAMED ? [t('surveys.and_more', { count: left.length - NAMED })] : []),
            ])}
          </span>
        </li>
      ))}
    </ul>
  );
}

function nameWords({ name, at }: Skipped): string {
  return at === null ? name : t('common.in_brackets', { what: name, more: shortDate(at, Date.now()) });
}
