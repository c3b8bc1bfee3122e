import { number } from '@/lib/i18n/format';
import { showWords } from '../counted';

interface CountLinkProps {
  n: number;
  /** Of the answers that it counts. */
  href: string | undefined;
  /** What it counts, for the name of the link. */
  what: string;
  /** The number is told elsewhere: where nothing leads from it, it is there for the eye alone. */
  hidden?: boolean;
}

/** A number that leads to the answers that it counts; nothing leads from none. On paper it is a number. */
export function CountLink({ n, href, what, hidden }: CountLinkProps) {
  if (n === 0 || !href) return <span aria-hidden={hidden ? 'true' : undefined}>{number(n)}</span>;
  return (
    <a class="insight-link" href={href} aria-label={showWords(n, what)}>
      {number(n)}
    </a>
  );
}
