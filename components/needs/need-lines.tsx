import type { NeedView } from '@/lib/api/views';
import { needWords } from './words';

/** Open needs in the panel: the strongest first, two at most. */
export function NeedLines({ needs }: { needs: readonly NeedView[] }) {
  const open = needs.filter((need) => need.status === 'open').sort((a, b) => b.strength - a.strength);
  return (
    <ul>
      {open.slice(0, 2).map((need) => (
        <li key={need.id}>
          <p class="one-line" title={need.quote}>
            {need.quote}
          </p>
          <p class="small quiet-text">{needWords(need)}</p>
        </li>
      ))}
    </ul>
  );
}
