import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface WhenSeenProps {
  /** Headings of the sections that will stand here. */
  titles: readonly string[];
  children: ComponentChildren;
}

/**
 * Sections that ask for nothing before they come into view or the page is about to be printed; then they stay. Until then their headings hold their
 * place, so that they can be searched for and gone to.
 */
export function WhenSeen({ titles, children }: WhenSeenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const show = () => setSeen(true);
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) show();
    });
    observer.observe(place.current);
    window.addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', show);
    };
  }, []);
  if (seen) return <>{children}</>;
  return (
    <div ref={place}>
      {titles.map((title) => (
        <Unseen key={title} title={title} />
      ))}
    </div>
  );
}

function Unseen({ title }: { title: string }) {
  const heading = useId();
  return (
    <section class="insight insight-unseen" aria-labelledby={heading}>
      <div class="insight-head">
        <h2 id={heading}>{title}</h2>
      </div>
    </section>
  );
}
