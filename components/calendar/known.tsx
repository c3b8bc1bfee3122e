import { typeWord } from '@/components/activities/item-words';
import type { Reminder as ReminderView } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { list, money, remarks, shortDate } from '@/lib/i18n/format';
import './calendar.css';

/** Age, last talk, last gift, what they like and what to avoid: what to know of somebody before writing. */
export function Known({ reminder: { age, lastTalk, lastGift, likes, avoids } }: { reminder: ReminderView }) {
  const now = Date.now();
  const gift = lastGift && [
    lastGift.what,
    lastGift.amount ? money(lastGift.amount.minor, lastGift.amount.currency) : '',
    shortDate(lastGift.at, now),
  ];
  return (
    <dl class="reminder">
      {age !== null && (
        <>
          <dt>{t('care.age')}</dt>
          <dd>{t('care.years', { n: age })}</dd>
        </>
      )}
      <dt>{t('care.last_talk')}</dt>
      <dd>
        {lastTalk
          ? remarks(typeWord(lastTalk.type), lastTalk.subject, shortDate(lastTalk.at, now))
          : t('care.last_talk_none')}
      </dd>
      <dt>{t('care.last_gift')}</dt>
      <dd>{gift ? remarks(...gift) : t('care.last_gift_none')}</dd>
      {likes.length > 0 && (
        <>
          <dt>{t('care.likes')}</dt>
          <dd>{list(likes)}</dd>
        </>
      )}
      {avoids.length > 0 && (
        <>
          <dt>{t('care.avoids')}</dt>
          <dd>{list(avoids)}</dd>
        </>
      )}
    </dl>
  );
}
