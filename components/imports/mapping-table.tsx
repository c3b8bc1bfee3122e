import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';

/** Values of a column that are shown beside it. */
const SAMPLES = 3;

interface MappingTableProps {
  header: readonly string[];
  /** The first rows. */
  samples: readonly (readonly string[])[];
  /** Where a column goes, to be chosen. */
  choice(at: number, header: string): ComponentChildren;
  /** A last column: its heading, and what stands in it. */
  more?: { title: string; cell(at: number): ComponentChildren };
}

/** The columns of a table, each with what stands in it and where it goes. */
export function MappingTable({ header, samples, choice, more }: MappingTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="import-rows import-mapping" aria-label={t('importing.columns')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('importing.column')}</th>
            <th scope="col">{t('importing.sample')}</th>
            <th scope="col" class="import-choice">
              {t('importing.goes_to')}
            </th>
            {more && <th scope="col">{more.title}</th>}
          </tr>
        </thead>
        <tbody>
          {header.map((heading, at) => (
            <tr key={`${at} ${heading}`}>
              <th scope="row" title={heading}>
                {heading}
              </th>
              <td class="quiet-text" title={samplesOf(samples, at)}>
                {samplesOf(samples, at)}
              </td>
              <td class="import-choice">{choice(at, heading)}</td>
              {more && <td class="quiet-text small">{more.cell(at)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function samplesOf(samples: readonly (readonly string[])[], at: number): string {
  const values = samples.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '');
  return [...new Set(values)].slice(0, SAMPLES).join(' · ');
}
