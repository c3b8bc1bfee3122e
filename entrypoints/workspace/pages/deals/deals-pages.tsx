import { DealPage } from './deal-page';
import { DealsPage } from './deals-page';

/** The board and the list, or one deal. */
export function DealsPages({ rest }: { rest: string | null }) {
  if (rest && rest !== 'new') return <DealPage id={rest} />;
  return <DealsPage key={rest} isNew={rest === 'new'} />;
}
