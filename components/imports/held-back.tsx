import type { HeldLine } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { fieldWord } from './meanings';
import { reasonWords } from './problem-words';

/** More lines are read by nobody; their count is told. */
const SHOWN = 500;

/** Lines of the file that are left out, each with its reason. Nothing is dropped in silence. */
export function HeldBack({ lines }: { lines: readonly HeldLine[] }) {
  if (lines.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="import-rows import-held" aria-label={t('importing.held')} tabIndex={0}>
      <ul>
        {lines.slice(0, SHOWN).map((line, at) => (
          <li key={at} class="small">
            <span class="quiet-text">{whereWords(line.where)}</span> {reasonWords(line.reason)}{' '}
            {line.text && <q>{line.text}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Line 6", "Line 6 Birthday": the file says it by its number, and which of its values by the name of the field. */
function whereWords(where: string): string {
  const [, number, what] = /^(\d+)(?: (.+))?$/.exec(where) ?? [];
  if (!number) return where;
  return [t('importing.held_at', { number }), what && fieldWord(what)].filter(Boolean).join(' ');
}

/** Columns or properties without a field of their own. */
export function Unmapped({ properties }: { properties: readonly { property: string }[] }) {
  if (properties.length === 0) return null;
  const names = properties.slice(0, 20).map((one) => one.property);
  return <p class="small">{t('importing.unmapped', { names: list(names) })}</p>;
}
