import type { ImportPreview } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { reasonWords } from './problem-words';

/** Lines of the file that are left out, each with its reason. Nothing is dropped in silence. */
export function HeldBack({ lines }: { lines: ImportPreview['heldBack'] }) {
  if (lines.length === 0) return null;
  return (
    <details class="import-held">
      <summary>{t('workspace.import_held', { count: lines.length })}</summary>
      <ul>
        {lines.slice(0, 100).map((line) => (
          <li key={line.where + line.text} class="small">
            <span class="quiet-text">{line.where}</span> {reasonWords(line.reason)} <q>{line.text}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Columns or properties without a field of their own. */
export function Unmapped({ properties }: { properties: ImportPreview['unmapped'] }) {
  if (properties.length === 0) return null;
  const names = properties.slice(0, 20).map((one) => one.property);
  return <p class="small">{t('workspace.import_unmapped', { names: list(names) })}</p>;
}
