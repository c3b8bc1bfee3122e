import { factWord } from '@/components/contacts/field-words';
import { sourceText } from '@/components/contacts/value-row';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import './other-values.css';

/** Values in whose place another was chosen: folded away, each with its source. */
export function OtherValues({ contact }: { contact: ContactView }) {
  const others = contact.facts.filter((fact) => fact.aside);
  if (others.length === 0) return null;
  return (
    <details class="other-values">
      <summary>{t('duplicates.other_values', { count: others.length })}</summary>
      <dl>
        {others.map((fact) => (
          <div key={fact.id}>
            <dt>{factWord(fact.field)}</dt>
            <dd title={sourceText(fact.provenance)}>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
