import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import type { HealthGroup } from '@/lib/api/health-views';
import { t } from '@/lib/i18n';
import { number, share } from '@/lib/i18n/format';

interface HealthGroupsProps {
  title: string;
  groups: readonly (HealthGroup & { key: string; name: string; href: string | null })[];
}

function agoWords(days: number | null): string {
  if (days === null) return '';
  return days === 0 ? t('common.age_today') : t('health.days', { count: days });
}

/** Groups that stand at first; a store may have hundreds of tags. */
const FIRST = 12;

/** How complete the contacts of each group are, and for how long nothing of them was confirmed. */
export function HealthGroups({ title, groups }: HealthGroupsProps) {
  const [all, setAll] = useState(false);
  return (
    <section class="health-part" aria-label={title}>
      <table class="health-groups">
        <thead>
          <tr>
            <th scope="col">
              <h2>{title}</h2>
            </th>
            <th scope="col">{t('health.column_contacts')}</th>
            <th scope="col">{t('health.column_complete')}</th>
            <th scope="col">{t('health.column_age')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? groups : groups.slice(0, FIRST)).map(({ key, name, href, contacts, percent, days }) => (
            <tr key={key}>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              <td class="num">{number(contacts)}</td>
              <td class="num">{share(percent / 100)}</td>
              <td class="num">{agoWords(days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && groups.length > FIRST && (
        <Button kind="bare" class="flush" onClick={() => setAll(true)}>
          {t('common.more')}
        </Button>
      )}
    </section>
  );
}
