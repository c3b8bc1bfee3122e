import type { ImportRecord } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { list, sentences } from '@/lib/i18n/format';

/** Records of the file, with what each would add. */
export function RecordTable({ records }: { records: readonly ImportRecord[] }) {
  if (records.length === 0) return <p>{t('importing.nothing_here')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="import-rows" aria-label={t('common.contacts')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('common.name')}</th>
            <th scope="col">{t('importing.reach')}</th>
            <th scope="col">{t('importing.what')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.where}>
              <td class="name" title={record.name}>
                {record.name}
              </td>
              <td title={record.detail ?? undefined}>{record.detail}</td>
              <td class="quiet-text" title={whatWords(record)}>
                {whatWords(record)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whatWords({ status, into, gains }: ImportRecord): string {
  if (status === 'same') return t('importing.same');
  const adds = gains.length > 0 ? t('importing.adds', { values: list(gains) }) : '';
  const who = into ? t('importing.completes', { name: into }) : '';
  return who && adds ? sentences(who, adds) : who || adds;
}
