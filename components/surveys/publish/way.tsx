import type { ComponentChildren } from 'preact';

interface WayProps {
  title: string;
  /** What this way wants, in a sentence. */
  needs: ComponentChildren;
  /** Why it leads nowhere as it is now. */
  fault?: string | false;
  children: ComponentChildren;
}

/** One of the ways to ask. */
export function Way({ title, needs, fault, children }: WayProps) {
  return (
    <section class="way" aria-label={title}>
      <h2>{title}</h2>
      <p class="way-needs">{needs}</p>
      {fault && <p class="late">{fault}</p>}
      {children}
    </section>
  );
}
