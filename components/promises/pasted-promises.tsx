import { useEffect, useState } from 'preact/hooks';
import { Checkbox } from '@/components/ui/checkbox';
import type { PromiseProposal } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { PromiseFields } from './promise-fields';
import './promises.css';

interface PastedPromisesProps {
  found: readonly PromiseProposal[];
  /** The promises that are ticked now, as they were put right. */
  onChosen(chosen: PromiseProposal[]): void;
}

/** Sentences of pasted text that seem to be promises: what is ticked comes with the contact, and nothing else. */
export function PastedPromises({ found, onChosen }: PastedPromisesProps) {
  const [ticked, setTicked] = useState<readonly PromiseProposal[]>([]);
  const chosen = found.flatMap(({ quote }) => ticked.find((one) => one.quote === quote) ?? []);
  // Told once for each choice, known by its key
  useEffect(() => onChosen(chosen), [JSON.stringify(chosen)]);
  useEffect(() => () => onChosen([]), []);

  const change = (quote: string, by: Partial<PromiseProposal>) =>
    setTicked(ticked.map((one) => (one.quote === quote ? { ...one, ...by } : one)));

  return (
    <ul class="found-promises" aria-label={t('care.promise_found')}>
      {found.map((one) => {
        const own = chosen.find(({ quote }) => quote === one.quote);
        return (
          <li key={one.quote} class="found-promise">
            <Checkbox
              label={`${t('care.promise_found')} ${t('panel.quoted', { text: one.quote })}`}
              checked={own !== undefined}
              onToggle={(on) =>
                setTicked([...ticked.filter(({ quote }) => quote !== one.quote), ...(on ? [one] : [])])
              }
            />
            {own && (
              <PromiseFields
                {...own}
                onWhat={(what) => change(own.quote, { what })}
                onBy={(by) => change(own.quote, { by })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
